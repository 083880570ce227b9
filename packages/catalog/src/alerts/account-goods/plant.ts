import { calendarDate, dayOfDate } from '@hengjian/domain';
import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';

/** A shop that sells so many times outside the catalogue and within it in a month, to employees, who have an account. */
const month = (goods: number, drugs: number, packs: number, why?: string) => (kit: AlertPlantKit) => {
  const at = kit.ownHouse('pharmacy');
  const { year, month: number } = calendarDate(kit.day({ before: 31, after: 32 }));
  const first = dayOfDate(year, number, 1);
  kit.only(at, 'goods');
  for (let n = 0; n < goods + drugs; n += 1) {
    const sale = kit.visit(kit.person({ minAge: 20, insurance: '310' }), {
      scene: 'pharmacy',
      at,
      on: first + (n % 27),
      hour: 9 + (n % 9),
      minute: n % 50,
    });
    if (n < goods) sale.add('急支糖浆', { quantity: packs, supplyDays: 5, scope: 0 });
    else sale.add('板蓝根颗粒', { quantity: 3, supplyDays: 5 });
  }
  kit.label(at, { from: first, to: dayOfDate(year, number + 1, 1) - 1 }, why);
};
const plant: AlertPlant = {
  signals: [month(18, 4, 4), month(24, 0, 3)],
  lookAlikes: [month(8, 26, 1, '偶尔有人买目录外的药'), month(0, 30, 1, '只卖目录内的药')],
};
export default plant;
