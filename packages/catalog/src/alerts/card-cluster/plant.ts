import type { AlertPlant, AlertPlantKit } from '../../alert-plant.ts';
import type { VisitWish } from '../../plant.ts';

/** Sales of an hour that the page of “sales-surge” takes for a surge where there are none on other days. */
const SURGE = 8;

/** So many people at one place, a minute or two apart, on so many days. */
const company =
  (people: number, days: number, wish: Partial<VisitWish> & { apart?: number } = {}, why?: string) =>
  (kit: AlertPlantKit) => {
    const { apart = 1, ...visit } = wish;
    const at = kit.ownHouse(visit.scene === 'outpatient' ? 'hospital' : 'pharmacy', visit.scene === 'outpatient' ? { level: 2 } : {});
    const on = kit.day({ after: days * 6 + 2 });
    kit.only(at, 'company');
    const members = Array.from({ length: people }, () => kit.person({ minAge: 30 }));
    for (let d = 0; d < days; d += 1)
      members.forEach((person, n) => {
        kit
          .visit(person, {
            scene: 'pharmacy',
            at,
            on: on + d * 6,
            hour: 10 + Math.floor((n * apart) / 60),
            minute: (n * apart) % 60,
            ...visit,
          })
          .add('板蓝根颗粒', { supplyDays: 5 });
      });
    // as many cards within one hour as no hour there ever saw are both: swiped at once, and always by the same people
    kit.label(at, { from: on, to: on + (days - 1) * 6 }, why, why === undefined && people >= SURGE ? ['sales-surge'] : []);
  };
const plant: AlertPlant = {
  signals: [company(6, 6), company(5, 8, { apart: 2 }), company(9, 5)],
  lookAlikes: [
    company(6, 10, { scene: 'outpatient', diagnosis: 'N18.500', department: 'A03.07' }, '同一班次的透析病人'),
    company(25, 1, { scene: 'outpatient' }, '单位体检'),
    company(2, 9, {}, '结伴的夫妻'),
    company(8, 6, { apart: 17 }, '医院旁忙碌的药店'),
  ],
};
export default plant;
