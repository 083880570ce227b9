import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 结算清单: admission ≤ operation ≤ discharge, by days. Codes of small procedures that no other rule speaks of. */
const codes = ['86.0401', '86.2200', '96.0700', '54.9100'];
const stay = (kit: PlantKit, ...days: ((visit: PlantVisit) => number)[]): PlantVisit => {
  const made = kit.visit(kit.person({ minAge: 25 }), {
    scene: 'inpatient',
    on: kit.day({ before: 4, after: 12 }),
    days: kit.random.int(3, 6),
    diagnosis: kit.random.pick(['L03.100', 'K92.200', 'J18.900']),
  });
  for (const day of days) made.operate(kit.random.pick(codes), day(made));
  return made;
};
const wrong =
  (...days: ((visit: PlantVisit) => number)[]) =>
  (kit: PlantKit) =>
    kit.violation({ visits: [stay(kit, ...days)] });
const fine =
  (...days: ((visit: PlantVisit) => number)[]) =>
  (kit: PlantKit) =>
    void stay(kit, ...days);

const plant: Plant = {
  code: 'GZ10000201001000',
  grain: 'encounter',
  violations: [
    wrong((v) => v.first - 1),
    wrong((v) => v.last + 1),
    wrong((v) => v.last + 4),
    wrong(
      (v) => v.first + 1,
      (v) => v.first - 2,
    ),
    wrong(
      (v) => v.first - 1,
      (v) => v.last + 1,
    ),
  ],
  nearMisses: [
    fine((v) => v.first),
    fine((v) => v.last),
    fine(
      (v) => v.first,
      (v) => v.last,
    ),
    (kit) => stay(kit, (v) => v.first - 1).reverse(),
    // A procedure without a stay.
    (kit) => {
      const on = kit.day({ after: 5 });
      kit.visit(kit.person({ minAge: 25 }), { scene: 'outpatient', on, diagnosis: 'L03.100' }).operate('86.0401', on + 2);
    },
  ],
};
export default plant;
