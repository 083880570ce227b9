import type { LineWish, Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 非医保费用: an item outside the scope of payment that the fund paid for. */
const fees = ['陪护床位费', '生活用品费', '救护车家属陪乘费', '美容祛斑激光治疗'];
const line = (kit: PlantKit, name: string, scene: 'outpatient' | 'inpatient', wish: LineWish): PlantLine =>
  kit
    .visit(kit.person({ minAge: 25 }), {
      scene,
      // a stay long enough for the fund to pay more than the deductible
      on: kit.day({ after: 16 }),
      days: 14,
      at: { kind: 'hospital', level: 2 },
      diagnosis: scene === 'inpatient' ? 'I50.900' : 'L81.100',
    })
    .add(name, wish);
const wrong = (name: string, scene: 'outpatient' | 'inpatient', wish: LineWish) => (kit: PlantKit) =>
  kit.violation({ lines: [line(kit, name, scene, wish)] });

const plant: Plant = {
  code: 'DF-29',
  grain: 'line',
  violations: [
    wrong('陪护床位费', 'inpatient', { scope: 100, quantity: 10 }),
    wrong('生活用品费', 'inpatient', { scope: 100, quantity: 12 }),
    wrong('美容祛斑激光治疗', 'outpatient', { scope: 90 }),
    wrong('救护车家属陪乘费', 'inpatient', { scope: 100, quantity: 8 }),
    wrong('生活用品费', 'outpatient', { scope: 50, quantity: 6 }),
  ],
  nearMisses: [
    ...fees.map((name) => (kit: PlantKit) => void line(kit, name, kit.random.pick(['outpatient', 'inpatient']), {})),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 25 }), { scene: 'inpatient', on: kit.day({ after: 8 }), days: 6, diagnosis: 'I50.900' });
      visit.refund(visit.add('陪护床位费', { scope: 100, quantity: 2 }));
    },
  ],
};
export default plant;
