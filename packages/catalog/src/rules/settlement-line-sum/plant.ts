import type { Plant, PlantKit, PlantVisit, Scene } from '../../plant.ts';

/** 结算清单: the lines of a settlement, refunds included, must add up to its total, within a fen. */
const visit = (kit: PlantKit, scene: Scene, more: number): PlantVisit => {
  const stay = scene === 'inpatient';
  const made = kit.visit(kit.person({ minAge: 20 }), {
    scene,
    on: kit.day({ after: stay ? 6 : 1 }),
    days: 4,
    ...(scene === 'pharmacy' ? {} : { diagnosis: stay ? 'J18.900' : 'J06.900' }),
  });
  made.add(kit.random.pick(['复方甘草片', '感冒清热颗粒', '香砂养胃丸']), { supplyDays: 3, quantity: 2 });
  if (more !== 0) made.misstate({ lines: more });
  return made;
};
const wrong = (scene: Scene, more: number) => (kit: PlantKit) => kit.violation({ visits: [visit(kit, scene, more)] });
const fine =
  (scene: Scene, more = 0) =>
  (kit: PlantKit) =>
    void visit(kit, scene, more);

const plant: Plant = {
  code: 'GZ10000201001000',
  grain: 'encounter',
  violations: [
    wrong('inpatient', 88),
    wrong('outpatient', 0.02),
    wrong('inpatient', -0.02),
    wrong('pharmacy', 5.5),
    wrong('inpatient', -120),
    // A part taken back within the settlement does not make the rest right.
    (kit) => {
      const made = visit(kit, 'outpatient', 30);
      made.refund(made.add('复方甘草片', { quantity: 2, supplyDays: 3 }), { quantity: 1 });
      kit.violation({ visits: [made] });
    },
  ],
  nearMisses: [
    fine('outpatient', 0.01),
    fine('inpatient', -0.01),
    fine('pharmacy'),
    // Taken back: the negative line is part of the sum.
    (kit) => {
      const made = visit(kit, 'inpatient', 0);
      made.refund(made.add('维生素C注射液', { quantity: 3 }), { quantity: 2 });
    },
    (kit) => visit(kit, 'outpatient', 40).reverse(),
  ],
};
export default plant;
