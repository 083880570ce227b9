import type { Plant, PlantKit, PlantLine, Scene } from '../../plant.ts';

/** 非实时上传: in a stay within 24 hours of the fee, elsewhere within the hour. */
const goods = ['复方甘草片', '感冒清热颗粒', '蒙脱石散', '香砂养胃丸'];
const line = (kit: PlantKit, scene: Scene, uploadHours: number): PlantLine => {
  const stay = scene === 'inpatient';
  const visit = kit.visit(kit.person({ minAge: 20 }), {
    scene,
    on: kit.day({ after: stay ? 6 : 3 }),
    days: 4,
    ...(scene === 'pharmacy' ? {} : { diagnosis: stay ? 'J18.900' : 'J06.900' }),
  });
  return visit.add(kit.random.pick(goods), { supplyDays: 3, uploadHours });
};
const wrong = (scene: Scene, hours: number) => (kit: PlantKit) => kit.violation({ lines: [line(kit, scene, hours)] });
const fine = (scene: Scene, hours: number) => (kit: PlantKit) => void line(kit, scene, hours);

const plant: Plant = {
  code: 'GZ10000201007000',
  grain: 'line',
  violations: [wrong('outpatient', 2), wrong('inpatient', 25), wrong('pharmacy', 40), wrong('chronic', 1.01), wrong('inpatient', 24 * 9)],
  nearMisses: [fine('outpatient', 1), fine('inpatient', 24), fine('pharmacy', 0.5), fine('emergency', 0.99), fine('inpatient', 23)],
};
export default plant;
