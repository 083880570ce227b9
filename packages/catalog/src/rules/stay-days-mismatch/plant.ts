import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 结算清单: stated days = day of discharge − day of admission; admitted and discharged on one day is one day. */
const stay = (kit: PlantKit, days: number, stated: number | null | undefined, more: object = {}): PlantVisit => {
  const made = kit.visit(kit.person({ minAge: 30 }), {
    scene: 'inpatient',
    on: kit.day({ after: days + 2 }),
    days,
    diagnosis: kit.random.pick(['J18.900', 'I20.000', 'K80.100']),
    ...more,
  });
  if (stated !== undefined) made.misstate({ stayDays: stated });
  return made;
};
const wrong = (days: number, stated: number) => (kit: PlantKit) => kit.violation({ visits: [stay(kit, days, stated)] });
const fine = (days: number, stated?: number | null) => (kit: PlantKit) => void stay(kit, days, stated);

const plant: Plant = {
  code: 'GZ10000201001000',
  grain: 'encounter',
  violations: [wrong(6, 7), wrong(6, 5), wrong(3, 30), wrong(9, 0), wrong(0, 2), wrong(0, 0)],
  nearMisses: [
    fine(5, 5),
    // In and out on one day.
    fine(0, 1),
    fine(1, 1),
    // Not told.
    fine(4, null),
    (kit) => void stay(kit, 2, 9, { open: true, on: kit.to - 6 }),
  ],
};
export default plant;
