import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** One drug at several pharmacies within a month, the first of them `again` times more. */
const tour = (shops: number, again: number, why?: string) => (kit: AlertPlantKit) => {
  const { year, month } = calendarDate(kit.day({ before: 31, after: 32 }));
  const first = dayOfDate(year, month, 1);
  const person = kit.person({ minAge: 40, quiet: true });
  const places = Array.from({ length: shops }, () => kit.ownHouse('pharmacy'));
  for (let n = 0; n < shops + again; n += 1)
    kit
      .visit(person, { scene: 'pharmacy', on: first + 2 + n * 3, at: places[n % shops] as object as never })
      .add('西替利嗪片', { supplyDays: 6 });
  kit.label(person, { from: first, to: dayOfDate(year, month + 1, 1) - 1 }, why);
};
const plant: AlertPlant = {
  signals: [tour(4, 0), tour(3, 2), tour(5, 1)],
  lookAlikes: [tour(1, 4, '常去一家'), tour(2, 2, '家附近和单位附近各一家')],
};
export default plant;
