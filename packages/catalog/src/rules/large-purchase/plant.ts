import type { LineWish, Plant, PlantCase, PlantKit, PlantVisit, VisitWish } from '../../plant.ts';

/** 药店单次大额购药: one purchase at a pharmacy comes to more than 2000 yuan. */
type Goods = readonly (readonly [string, LineWish?])[];
const bought = (kit: PlantKit, goods: Goods, wish: Partial<VisitWish> = {}): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 30 }), { scene: 'pharmacy', on: kit.day({ after: 1 }), ...wish });
  for (const [name, line] of goods) visit.add(name, line);
  return visit;
};
const wrong =
  (...goods: Goods): PlantCase =>
  (kit) =>
    kit.violation({ visits: [bought(kit, goods)] });
const right =
  (...goods: Goods): PlantCase =>
  (kit) =>
    void bought(kit, goods);

const plant: Plant = {
  code: 'DF-47',
  grain: 'encounter',
  violations: [
    // One fen above.
    wrong(['复方阿胶浆', { quantity: 9 }], ['鹿角胶颗粒', { price: 200.01 }]),
    wrong(['鹿角胶颗粒', { quantity: 5 }]),
    wrong(['复方阿胶浆', { quantity: 11 }]),
    // Several things together.
    wrong(['鹿角胶颗粒', { quantity: 3 }], ['复方阿胶浆', { quantity: 2 }], ['急支糖浆', { quantity: 7 }]),
    // Out of the person's own pocket in part: the whole sum counts.
    wrong(['鹿角胶颗粒', { quantity: 6, scope: 0 }]),
    (kit) => {
      const visit = bought(kit, [['鹿角胶颗粒', { quantity: 8 }]]);
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    // 2000 yuan exactly; one fen below.
    right(['复方阿胶浆', { quantity: 10 }]),
    right(['复方阿胶浆', { quantity: 9 }], ['鹿角胶颗粒', { price: 199.99 }]),
    // Twice on one day.
    (kit) => {
      const { person, first } = bought(kit, [['鹿角胶颗粒', { quantity: 3 }]], { hour: 9 });
      kit.visit(person, { scene: 'pharmacy', on: first, hour: 15 }).add('鹿角胶颗粒', { quantity: 3 });
    },
    // At a hospital.
    (kit) => void bought(kit, [['鹿角胶颗粒', { quantity: 5, supplyDays: 30 }]], { scene: 'outpatient', diagnosis: 'R53.x00' }),
    // Settled again without some of it.
    (kit) => {
      const visit = bought(kit, [['鹿角胶颗粒', { quantity: 3 }]]);
      visit.resettle({ drop: [visit.add('复方阿胶浆', { quantity: 5 })] });
    },
  ],
};
export default plant;
