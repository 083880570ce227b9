import type { Plant, PlantKit, PlantLine } from '../../plant.ts';

/** 多记数量: billed, less one unit that may be left over, is more than dose × times × days and a tenth. Doses are written in vials. */
interface Wish {
  quantity: number;
  dose?: string;
  frequency?: string;
  days?: number;
  scene?: 'inpatient' | 'outpatient';
}
const line = (kit: PlantKit, { quantity, dose = '2支', frequency = 'bid', days = 1, scene = 'inpatient' }: Wish): PlantLine =>
  kit
    .visit(kit.person({ minAge: 18, maxAge: 60 }), {
      scene,
      on: kit.day({ after: 8 }),
      days: 5,
      diagnosis: scene === 'inpatient' ? 'J18.900' : 'J06.900',
    })
    .add('注射用青霉素钠', { quantity, dose, frequency, supplyDays: days });
const wrong = (wish: Wish) => (kit: PlantKit) => kit.violation({ lines: [line(kit, wish)] });
const fine = (wish: Wish) => (kit: PlantKit) => void line(kit, wish);

const plant: Plant = {
  code: 'DF-26',
  grain: 'line',
  violations: [
    wrong({ quantity: 8 }),
    wrong({ quantity: 6, frequency: '12' }),
    wrong({ quantity: 20, days: 4 }),
    wrong({ quantity: 12, dose: '1支', frequency: 'tid', days: 3, scene: 'outpatient' }),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 18, maxAge: 60 }), {
        scene: 'inpatient',
        on: kit.day({ after: 8 }),
        days: 5,
        diagnosis: 'J18.900',
      });
      const billed = visit.add('注射用青霉素钠', { quantity: 14, dose: '2支', frequency: 'bid', supplyDays: 1 });
      visit.refund(billed, { quantity: 6 });
      kit.violation({ lines: [billed] });
    },
  ],
  nearMisses: [
    fine({ quantity: 4 }),
    // One vial over.
    fine({ quantity: 5 }),
    fine({ quantity: 17, days: 4 }),
    // As needed, or nobody knows how much.
    fine({ quantity: 9, frequency: '必要时' }),
    fine({ quantity: 9, dose: '2' }),
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 18, maxAge: 60 }), {
        scene: 'inpatient',
        on: kit.day({ after: 8 }),
        days: 5,
        diagnosis: 'J18.900',
      });
      visit.refund(visit.add('注射用青霉素钠', { quantity: 9, dose: '2支', frequency: 'bid', supplyDays: 1 }), { quantity: 5 });
    },
  ],
};
export default plant;
