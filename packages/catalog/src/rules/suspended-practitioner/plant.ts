import type { Plant, PlantKit, PlantLine, ProviderWish } from '../../plant.ts';

/** 暂停/终止支付资格人员开单: ordered on a day when the doctor's right is suspended or ended; emergencies are exempt. */
const goods = ['复方甘草片', '感冒清热颗粒', '蒙脱石散', '香砂养胃丸'];
interface Case {
  /** Day of the order, counted from the first day of the suspension. */
  day: number;
  /** Length of the suspension in days, or for good. */
  length: number | 'ended';
  scene?: 'outpatient' | 'emergency' | 'inpatient' | 'chronic';
  at?: ProviderWish;
}
const order = (kit: PlantKit, { day, length, scene, at }: Case): PlantLine => {
  const provider = kit.provider(at ?? { minLevel: 1 });
  const on = kit.day({ before: 5, after: 8 });
  const from = on - day;
  const doctor = kit.suspendedDoctor(provider, from, length === 'ended' ? 'ended' : from + length - 1);
  const visit = kit.visit(kit.person({ minAge: 20 }), { scene: scene ?? 'outpatient', on, at: provider, diagnosis: 'J06.900' });
  return visit.add(kit.random.pick(goods), { doctor, quantity: 1, supplyDays: 3 });
};
const wrong = (wish: Case) => (kit: PlantKit) => kit.violation({ lines: [order(kit, wish)] });
const fine = (wish: Case) => (kit: PlantKit) => void order(kit, wish);

const plant: Plant = {
  code: 'DF-37',
  grain: 'line',
  violations: [
    // The first and the last day of the suspension.
    wrong({ day: 0, length: 90 }),
    wrong({ day: 29, length: 30 }),
    wrong({ day: 10, length: 60, at: { kind: 'community' } }),
    wrong({ day: 200, length: 'ended' }),
    wrong({ day: 0, length: 'ended', scene: 'inpatient' }),
    wrong({ day: 15, length: 180, scene: 'chronic' }),
  ],
  nearMisses: [
    // The day before and the day after.
    fine({ day: -1, length: 90 }),
    fine({ day: 30, length: 30 }),
    fine({ day: -1, length: 'ended' }),
    // In an emergency.
    fine({ day: 10, length: 90, scene: 'emergency' }),
    fine({ day: 60, length: 'ended', scene: 'emergency' }),
  ],
};
export default plant;
