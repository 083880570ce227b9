import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** A house whose stays of a month are idle (a bed and nothing else for five days) or treated. */
const month = (idle: number, treated: number, why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('community', { beds: 60 });
  const day = kit.day({ before: 31, after: 32 });
  const { year, month: number } = calendarDate(day);
  const first = dayOfDate(year, number, 1);
  kit.only(at, 'month');
  for (let n = 0; n < idle + treated; n += 1) {
    const on = first + (n % 8);
    const visit = kit.visit(kit.person({ minAge: 50 }), { scene: 'inpatient', at, on, days: 6, bare: n < idle });
    if (n < idle) for (let d = 0; d < 6; d += 1) visit.add('三人间床位费', { on: on + d, hour: 8 });
  }
  kit.label(at, { from: first, to: dayOfDate(year, number + 1, 1) - 1 }, why);
};
const plant: AlertPlant = { signals: [month(4, 4), month(7, 2)], lookAlikes: [month(1, 8, '只有一人观察'), month(0, 9, '都有治疗')] };
export default plant;
