import type { Plant, PlantKit, PlantVisit, StayField } from '../../plant.ts';

/** 结算清单: main diagnosis, department, bed, way of discharge and doctor of a stay that has ended. */
const stay = (kit: PlantKit, blank: readonly StayField[], more: object = {}): PlantVisit => {
  const made = kit.visit(kit.person({ minAge: 30 }), {
    scene: 'inpatient',
    on: kit.day({ after: 8 }),
    days: kit.random.int(3, 6),
    diagnosis: kit.random.pick(['J18.900', 'I20.000', 'K80.100']),
    ...more,
  });
  made.leaveBlank(...blank);
  return made;
};
const wrong =
  (...blank: StayField[]) =>
  (kit: PlantKit) =>
    kit.violation({ visits: [stay(kit, blank)] });

const plant: Plant = {
  code: 'GZ10000201001000',
  grain: 'encounter',
  violations: [
    wrong('mainDiagnosis'),
    wrong('department'),
    wrong('bed'),
    wrong('dischargeWay'),
    wrong('practitioner'),
    wrong('bed', 'dischargeWay', 'practitioner'),
  ],
  nearMisses: [
    (kit) => void stay(kit, []),
    // Still in the ward.
    (kit) => void stay(kit, ['bed', 'practitioner'], { on: kit.to - 6, open: true }),
    // No stay.
    (kit) => {
      const made = kit.visit(kit.person({ minAge: 20 }), { scene: 'outpatient', on: kit.day(), diagnosis: 'J06.900' });
      made.leaveBlank('practitioner', 'department', 'bed');
    },
    (kit) => stay(kit, ['dischargeWay']).reverse(),
    (kit) => {
      const made = stay(kit, []);
      made.diagnose('E11.900');
    },
  ],
};
export default plant;
