import type { Plant, PlantKit, PlantLine, PlantProvider } from '../../plant.ts';

/** 医师-药店-高价药聚集: ten people or more buy a doctor's dear drugs at one pharmacy, and these are at least 80 % of what pharmacies sold for the doctor. */
const dear = ['甲磺酸仑伐替尼胶囊', '甲磺酸阿帕替尼片'] as const;
interface Wish {
  /** People at the first pharmacy, at the second, and others who buy something ordinary. */
  here: number;
  there?: number;
  ordinary?: number;
}
const year = (kit: PlantKit, { here, there = 0, ordinary = 0 }: Wish): PlantLine[] => {
  const shop = kit.provider({ kind: 'pharmacy' });
  const other = kit.provider({ kind: 'pharmacy', not: [shop] });
  const doctor = kit.ownDoctor(kit.provider({ kind: 'hospital' }));
  const on = kit.day({ after: 45, sameYear: true });
  const sale = (at: PlantProvider, name: string, n: number): PlantLine =>
    kit.visit(kit.person({ minAge: 35 }), { scene: 'pharmacy', on: on + (n % 40), at }).add(name, { doctor, supplyDays: 10 });
  const lines = Array.from({ length: here }, (_, n) => sale(shop, dear[n % 2] as string, n));
  for (let n = 0; n < there; n += 1) sale(other, dear[0], n + 3);
  for (let n = 0; n < ordinary; n += 1) sale(shop, '复方甘草片', n + 5);
  return lines;
};

const plant: Plant = {
  code: 'DF-23',
  grain: 'practitioner',
  violations: [
    (kit) => kit.violation({ lines: year(kit, { here: 10 }) }),
    // Four in five exactly.
    (kit) => kit.violation({ lines: year(kit, { here: 12, ordinary: 3 }) }),
    (kit) => kit.violation({ lines: year(kit, { here: 11, there: 2 }) }),
  ],
  nearMisses: [
    (kit) => void year(kit, { here: 9 }),
    (kit) => void year(kit, { here: 11, ordinary: 3 }),
    (kit) => void year(kit, { here: 6, there: 5 }),
  ],
};
export default plant;
