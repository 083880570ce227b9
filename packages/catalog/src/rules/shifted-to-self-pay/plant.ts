import type { LineWish, Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 转嫁费用: a covered drug of a stay, put wholly on the patient. */
const drugs = ['注射用青霉素钠', '葡萄糖氯化钠注射液', '左氧氟沙星氯化钠注射液', '注射用头孢唑林钠'];
const line = (kit: PlantKit, wish: LineWish, scene: 'inpatient' | 'outpatient' = 'inpatient'): PlantLine =>
  kit
    .visit(kit.person({ minAge: 20 }), {
      scene,
      on: kit.day({ after: 7 }),
      days: 5,
      at: { kind: 'hospital', minLevel: 2 },
      diagnosis: scene === 'inpatient' ? 'J18.900' : 'J06.900',
    })
    .add(kit.random.pick(drugs), wish);
const wrong = (wish: LineWish) => (kit: PlantKit) => kit.violation({ lines: [line(kit, { scope: 0, ...wish })] });

const plant: Plant = {
  code: 'DF-31',
  grain: 'line',
  violations: [
    wrong({ quantity: 3 }),
    wrong({}),
    wrong({ quantity: 8 }),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 20 }), { scene: 'inpatient', on: kit.day({ after: 7 }), days: 5 });
      const wronged = visit.add('葡萄糖氯化钠注射液', { scope: 0, quantity: 4, on: visit.first + 2 });
      visit.refund(wronged, { quantity: 1 });
      kit.violation({ lines: [wronged] });
    },
    wrong({ quantity: 2 }),
  ],
  nearMisses: [
    (kit) => void line(kit, { quantity: 3 }),
    (kit) => void line(kit, { quantity: 3, scope: 10 }),
    (kit) => void line(kit, { scope: 0 }, 'outpatient'),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 20 }), { scene: 'inpatient', on: kit.day({ after: 7 }), days: 5 });
      visit.refund(visit.add('注射用青霉素钠', { scope: 0 }));
    },
    // A drug on no list, paid by the patient.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 20 }), { scene: 'inpatient', on: kit.day({ after: 7 }), days: 5 });
      visit.add('维生素C注射液', { scope: 0 });
    },
  ],
};
export default plant;
