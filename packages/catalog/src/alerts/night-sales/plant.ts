import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** A shop that sells so many times at night and by day in a month. */
const month = (nights: number, days: number, why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('pharmacy');
  const { year, month: number } = calendarDate(kit.day({ before: 31, after: 32 }));
  const first = dayOfDate(year, number, 1);
  kit.only(at, 'night');
  for (let n = 0; n < nights + days; n += 1)
    kit
      .visit(kit.person({ minAge: 20 }), {
        scene: 'pharmacy',
        at,
        on: first + (n % 27),
        hour: n < nights ? 23 : 9 + (n % 8),
        minute: n % 50,
      })
      .add('板蓝根颗粒', { supplyDays: 5 });
  kit.label(at, { from: first, to: dayOfDate(year, number + 1, 1) - 1 }, why);
};
const plant: AlertPlant = { signals: [month(18, 4), month(22, 12)], lookAlikes: [month(8, 22, '二十四小时药店'), month(0, 30, '白天忙')] };
export default plant;
