import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';
import type { VisitWish } from '../../plant.ts';

/** One person at two hospitals, the second so many minutes after the first. */
const twice =
  (minutes: number, second: Partial<VisitWish> = {}, why?: string) =>
  (kit: AlertPlantKit) => {
    const on = kit.day({ before: 3, after: 3 });
    const person = kit.person({ minAge: 30, quiet: true });
    const one = kit.provider({ kind: 'hospital' });
    const other = kit.provider({ kind: 'hospital', not: [one] });
    const visit = (at: object, begin: number, wish: Partial<VisitWish>) =>
      kit
        .visit(person, {
          scene: 'outpatient',
          at,
          on,
          hour: 10 + Math.floor(begin / 60),
          minute: begin % 60,
          endHour: 10 + Math.floor(begin / 60),
          endMinute: begin % 60,
          ...wish,
        })
        .add('板蓝根颗粒', { supplyDays: 5 });
    visit(one, 5, {});
    visit(other, 5 + minutes, second);
    kit.label(person, { from: on, to: on }, why);
  };
const plant: AlertPlant = {
  signals: [twice(8), twice(12), twice(2)],
  lookAlikes: [twice(150, {}, '上午在一家，下午转到另一家'), twice(10, { internet: true }, '在家复诊开药')],
};
export default plant;
