import type { Plant, PlantKit, PlantVisit, Scene } from '../../plant.ts';

/** 结算清单: what the fund, the account and the person paid must add up to the total, within a fen. */
const visit = (kit: PlantKit, scene: Scene, more: number): PlantVisit => {
  const stay = scene === 'inpatient';
  const made = kit.visit(kit.person({ minAge: 20 }), {
    scene,
    on: kit.day({ after: stay ? 6 : 1 }),
    days: 4,
    ...(scene === 'pharmacy' ? {} : { diagnosis: stay ? 'J18.900' : 'J06.900' }),
  });
  made.add(kit.random.pick(['复方甘草片', '感冒清热颗粒', '香砂养胃丸']), { supplyDays: 3 });
  if (more !== 0) made.misstate({ payments: more });
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
    wrong('inpatient', 120.5),
    wrong('outpatient', 0.02),
    wrong('outpatient', -0.02),
    wrong('pharmacy', 10),
    wrong('inpatient', -300),
    // Reversed and settled anew, wrong again: the one in force.
    (kit) => {
      const made = visit(kit, 'outpatient', 6.6);
      made.resettle();
      kit.violation({ visits: [made] });
    },
  ],
  nearMisses: [
    fine('outpatient', 0.01),
    fine('inpatient', -0.01),
    fine('inpatient'),
    fine('pharmacy'),
    // Wrong, and reversed for good.
    (kit) => visit(kit, 'outpatient', 50).reverse(),
  ],
};
export default plant;
