import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** Visits of one department in two months. */
const grows = (before: number, after: number, why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('hospital', { level: 2 });
  const day = kit.day({ before: 62, after: 40 });
  const { year, month } = calendarDate(day);
  kit.only(at, 'grows');
  const live = (first: number, visits: number) => {
    for (let n = 0; n < visits; n += 1) {
      const visit = kit.visit(kit.person({ minAge: 20 }), {
        scene: 'outpatient',
        at,
        on: first + (n % 25),
        department: 'A21',
        diagnosis: 'M54.500',
      });
      visit.add('复方甘草片', { quantity: 12, supplyDays: 6 });
    }
  };
  live(dayOfDate(year, month - 1, 1), before);
  const first = dayOfDate(year, month, 1);
  live(first, after);
  kit.label(at, { from: first, to: dayOfDate(year, month + 1, 1) - 1 }, why);
};
const plant: AlertPlant = {
  signals: [grows(14, 60), grows(12, 45)],
  lookAlikes: [grows(22, 34, '病人多了一些'), grows(0, 30, '新设的科室')],
};
export default plant;
