import type { Plant, PlantKit, PlantLine, VisitWish } from '../../plant.ts';

/** 重复开药: bought again while more days than tolerated are in stock, of the same drug or another of its group, wherever. */
interface Purchase {
  /** Days after the one before. */
  after: number;
  name: string;
  supplyDays: number;
  scene?: VisitWish['scene'];
  quantity?: number;
}

const series = (kit: PlantKit, purchases: readonly Purchase[]): PlantLine[] => {
  const person = kit.person({ minAge: 45 });
  let on = kit.day({ after: purchases.reduce((a, p) => a + p.after, 0) + 2 });
  return purchases.map(({ after, name, supplyDays, scene, quantity }) => {
    on += after;
    return kit
      .visit(person, { scene: scene ?? 'outpatient', on, ...(scene === 'pharmacy' ? {} : { diagnosis: 'I10.x00' }) })
      .add(name, { supplyDays, quantity: quantity ?? 2 });
  });
};
const last =
  (...purchases: Purchase[]) =>
  (kit: PlantKit): void =>
    kit.violation({ lines: [series(kit, purchases).at(-1) as PlantLine] });
const fine =
  (...purchases: Purchase[]) =>
  (kit: PlantKit): void =>
    void series(kit, purchases);

const [ccb, ccb2, statin, statin2] = ['苯磺酸氨氯地平片', '硝苯地平控释片', '阿托伐他汀钙片', '瑞舒伐他汀钙片'];

const plant: Plant = {
  code: 'GZ10000301006000',
  grain: 'line',
  violations: [
    // Four days left, three tolerated.
    last({ after: 0, name: ccb, supplyDays: 28 }, { after: 24, name: ccb, supplyDays: 28 }),
    // Another drug of the group.
    last({ after: 0, name: statin, supplyDays: 28 }, { after: 10, name: statin2, supplyDays: 28 }),
    // At a pharmacy five days after the clinic.
    last({ after: 0, name: '盐酸二甲双胍片', supplyDays: 28 }, { after: 5, name: '盐酸二甲双胍片', supplyDays: 14, scene: 'pharmacy' }),
    // Stock adds up: 3 days early, then 2 days early again leaves five.
    last({ after: 0, name: ccb, supplyDays: 28 }, { after: 25, name: ccb, supplyDays: 28 }, { after: 26, name: ccb2, supplyDays: 28 }),
    // Eight days left, seven tolerated.
    last({ after: 0, name: '左甲状腺素钠片', supplyDays: 30 }, { after: 22, name: '左甲状腺素钠片', supplyDays: 30 }),
    // The too-early one adds to the stock too: the third is too early again.
    (kit) => {
      const [, second, third] = series(kit, [
        { after: 0, name: '缬沙坦胶囊', supplyDays: 28 },
        { after: 14, name: '厄贝沙坦片', supplyDays: 28 },
        { after: 30, name: '缬沙坦胶囊', supplyDays: 28 },
      ]) as [PlantLine, PlantLine, PlantLine];
      kit.violation({ lines: [second] });
      kit.violation({ lines: [third] });
    },
  ],
  nearMisses: [
    // Exactly the days tolerated are left.
    fine({ after: 0, name: ccb, supplyDays: 28 }, { after: 25, name: ccb, supplyDays: 28 }, { after: 28, name: ccb2, supplyDays: 28 }),
    fine({ after: 0, name: '左甲状腺素钠片', supplyDays: 30 }, { after: 23, name: '左甲状腺素钠片', supplyDays: 30 }),
    // Of two groups on one day.
    fine({ after: 0, name: ccb, supplyDays: 28 }, { after: 1, name: statin, supplyDays: 28 }),
    // The stock of a gap does not go below nothing.
    fine(
      { after: 0, name: statin, supplyDays: 28 },
      { after: 60, name: statin, supplyDays: 28 },
      { after: 26, name: statin2, supplyDays: 28 },
    ),
    // The first one was given back.
    (kit) => {
      const person = kit.person({ minAge: 45 });
      const on = kit.day({ after: 8 });
      const first = kit.visit(person, { scene: 'outpatient', on, diagnosis: 'I10.x00' });
      first.add('天麻素胶囊');
      first.resettle({ drop: [first.add(ccb, { quantity: 2 })] });
      kit.visit(person, { scene: 'outpatient', on: on + 5, diagnosis: 'I10.x00' }).add(ccb, { quantity: 2 });
    },
  ],
};
export default plant;
