import type { Day } from '@hengjian/domain';
import type { Plant, PlantKit, PlantVisit, VisitWish } from '../../plant.ts';

/** 待遇期外结算: on the day an encounter begins the person has no period of benefits in force. */
type Periods = (on: Day) => readonly { from: Day; to?: Day; state?: '1' | '2' }[];
const visitOn = (kit: PlantKit, periods: Periods, wish: Partial<VisitWish> = {}): PlantVisit => {
  const on = kit.day({ after: 8 });
  const person = kit.person({ minAge: 20 });
  kit.benefits(person, periods(on));
  const visit = kit.visit(person, { scene: 'outpatient', on, diagnosis: 'J06.900', ...wish });
  visit.add('复方甘草片', { supplyDays: 3 });
  return visit;
};
const wrong =
  (periods: Periods, wish?: Partial<VisitWish>) =>
  (kit: PlantKit): void => {
    kit.violation({ visits: [visitOn(kit, periods, wish)] });
  };
const right =
  (periods: Periods, wish?: Partial<VisitWish>) =>
  (kit: PlantKit): void =>
    void visitOn(kit, periods, wish);
/** The rest of the person's life in the year is covered: only that day is not. */
const around =
  (before: number, after: number): Periods =>
  (on) => [{ from: on - 2000, to: on - before }, { from: on + after }];

const plant: Plant = {
  code: 'DF-35',
  grain: 'encounter',
  violations: [
    // Ended the day before; begins the day after.
    wrong(around(1, 1)),
    wrong(around(1, 1), { scene: 'pharmacy' }),
    // A stay that begins in the gap and ends after it.
    wrong(around(2, 3), { scene: 'inpatient', days: 6 }),
    // Suspended.
    wrong((on) => [{ from: on - 2000, to: on - 1 }, { from: on, to: on, state: '2' }, { from: on + 1 }]),
    (kit) => {
      const visit = visitOn(kit, around(1, 1), { scene: 'chronic' });
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    // The last day of one, the first of another.
    right((on) => [{ from: on - 2000, to: on }, { from: on + 1 }]),
    right((on) => [{ from: on - 2000, to: on - 1 }, { from: on }]),
    // Suspended in one, in force in another.
    right((on) => [{ from: on - 2000 }, { from: on - 10, to: on + 10, state: '2' }]),
    // Admitted on the last day.
    right((on) => [{ from: on - 2000, to: on }, { from: on + 7 }], { scene: 'inpatient', days: 6 }),
    (kit) => visitOn(kit, around(1, 1)).reverse(),
  ],
};
export default plant;
