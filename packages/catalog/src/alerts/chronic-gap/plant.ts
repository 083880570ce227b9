import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** Days of supply of each purchase in one quarter and in the next. */
const quarters = (before: readonly number[], after: readonly number[], why?: string) => (kit: AlertPlantKit) => {
  const { year, month } = calendarDate(kit.day({ before: 92, after: 184 }));
  const first = dayOfDate(year, month - ((month - 1) % 3), 1);
  const next = dayOfDate(year, month - ((month - 1) % 3) + 3, 1);
  const person = kit.person({ minAge: 50, quiet: true });
  const buy = (start: number, days: readonly number[]) =>
    days.forEach((supplyDays, n) => {
      kit
        .visit(person, { scene: 'chronic', on: start + 3 + n * 28, disease: 'M05300', diagnosis: 'J44.900' })
        .add('茶碱缓释片', { quantity: Math.ceil(supplyDays / 12), supplyDays });
    });
  buy(first, before);
  buy(next, after);
  kit.label(person, { from: next, to: next + 89 }, why);
};
const plant: AlertPlant = {
  signals: [quarters([30, 30, 30], [30]), quarters([28, 28, 28], [14])],
  lookAlikes: [quarters([30, 30, 30], [30, 30], '晚取了一次'), quarters([84], [84], '长处方')],
};
export default plant;
