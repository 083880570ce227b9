import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** So many purchases of one drug in a quarter, each for so many days. */
const buys = (times: number, supplyDays: number, why?: string) => (kit: AlertPlantKit) => {
  const { year, month } = calendarDate(kit.day({ before: 92, after: 92 }));
  const first = dayOfDate(year, month - ((month - 1) % 3), 1);
  const person = kit.person({ minAge: 50, quiet: true });
  for (let n = 0; n < times; n += 1)
    kit
      .visit(person, { scene: 'pharmacy', on: first + 3 + Math.floor((80 * n) / times) })
      .add('茶碱缓释片', { quantity: Math.ceil(supplyDays / 12), supplyDays });
  kit.label(person, { from: first, to: first + 89 }, why);
};
const plant: AlertPlant = {
  signals: [buys(4, 45), buys(3, 60), buys(6, 30)],
  lookAlikes: [buys(3, 30, '按月取药'), buys(1, 84, '长处方'), buys(4, 30, '节前多取一次')],
};
export default plant;
