import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 设备超产能: more of an item in a day than the house's devices can do (one device at a community house, 20 a day). */
const name = '双能X线骨密度测定';
const inADay = (kit: PlantKit, quantities: readonly number[]): { visits: PlantVisit[]; lines: PlantLine[] } => {
  const at = kit.provider({ kind: 'community' });
  const on = kit.day({ after: 2 });
  kit.only(at, name, on);
  const visits = quantities.map(() => kit.visit(kit.person({ minAge: 50 }), { scene: 'outpatient', on, at, diagnosis: 'M81.900' }));
  return { visits, lines: visits.map((visit, n) => visit.add(name, { quantity: quantities[n] as number })) };
};
const wrong =
  (...quantities: number[]) =>
  (kit: PlantKit) =>
    kit.violation({ lines: inADay(kit, quantities).lines });
const right =
  (...quantities: number[]) =>
  (kit: PlantKit) =>
    void inADay(kit, quantities);

const plant: Plant = {
  code: 'DF-39',
  grain: 'provider',
  violations: [
    wrong(21),
    wrong(10, 11),
    wrong(9, 9, 9),
    (kit) => {
      const { visits, lines } = inADay(kit, [15, 10]);
      visits[0]?.refund(lines[0] as PlantLine, { quantity: 2 });
      kit.violation({ lines });
    },
    wrong(20.5),
  ],
  nearMisses: [
    right(20),
    right(10, 10),
    // Two days.
    (kit) => {
      const at = kit.provider({ kind: 'community' });
      const on = kit.day({ after: 3 });
      kit.only(at, name, on);
      kit.only(at, name, on + 1);
      for (const day of [on, on + 1])
        kit.visit(kit.person({ minAge: 50 }), { scene: 'outpatient', on: day, at, diagnosis: 'M81.900' }).add(name, { quantity: 15 });
    },
    (kit) => {
      const { visits, lines } = inADay(kit, [12, 12]);
      visits[1]?.refund(lines[1] as PlantLine, { quantity: 4 });
    },
    right(3),
  ],
};
export default plant;
