import type { LineWish, Plant, PlantKit, PlantLine, Scene } from '../../plant.ts';

/** 结算明细: category of fee and doctor of every line; a pharmacy needs no doctor. */
const goods = ['复方甘草片', '感冒清热颗粒', '蒙脱石散', '香砂养胃丸'];
const line = (kit: PlantKit, scene: Scene, blank: NonNullable<LineWish['blank']>): PlantLine => {
  const stay = scene === 'inpatient';
  const visit = kit.visit(kit.person({ minAge: 20 }), {
    scene,
    on: kit.day({ after: stay ? 6 : 1 }),
    days: 4,
    ...(scene === 'pharmacy' ? {} : { diagnosis: stay ? 'J18.900' : 'J06.900' }),
  });
  return visit.add(kit.random.pick(goods), { supplyDays: 3, blank });
};
const wrong =
  (scene: Scene, ...blank: NonNullable<LineWish['blank']>) =>
  (kit: PlantKit) =>
    kit.violation({ lines: [line(kit, scene, blank)] });
const fine =
  (scene: Scene, ...blank: NonNullable<LineWish['blank']>) =>
  (kit: PlantKit) =>
    void line(kit, scene, blank);

const plant: Plant = {
  code: 'GZ10000201002000',
  grain: 'line',
  violations: [
    wrong('outpatient', 'practitioner'),
    wrong('inpatient', 'feeCategory'),
    wrong('chronic', 'practitioner', 'feeCategory'),
    wrong('pharmacy', 'feeCategory'),
    wrong('emergency', 'practitioner'),
  ],
  nearMisses: [
    fine('pharmacy', 'practitioner'),
    fine('outpatient'),
    fine('pharmacy'),
    fine('inpatient'),
    // Taken back in full.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 20 }), { scene: 'inpatient', on: kit.day({ after: 6 }), days: 4 });
      visit.refund(visit.add('感冒清热颗粒', { blank: ['practitioner'], supplyDays: 3 }));
    },
  ],
};
export default plant;
