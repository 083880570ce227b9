import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 高套/低编病组: the main diagnosis of a stay is on the list of those that must not lead a group. */
const listed = ['R69.x00', 'T88.900', 'Z71.900', 'R68.800', 'Z76.900'];
const stay = (kit: PlantKit, diagnosis: string, more: object = {}): PlantVisit =>
  kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', on: kit.day({ after: 7 }), days: 5, diagnosis, ...more });

const plant: Plant = {
  code: 'DF-30',
  grain: 'encounter',
  violations: [
    ...listed.map((code) => (kit: PlantKit) => kit.violation({ visits: [stay(kit, code)] })),
    (kit) => {
      const visit = stay(kit, kit.random.pick(listed));
      visit.diagnose('I10.x00');
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    // As a further diagnosis.
    (kit) => stay(kit, 'I50.900').diagnose(kit.random.pick(listed)),
    (kit) => stay(kit, 'J18.900').diagnose('R69.x00'),
    // No stay.
    (kit) => void kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on: kit.day(), diagnosis: kit.random.pick(listed) }),
    (kit) => void stay(kit, 'Z71.900', { on: kit.to - 6, open: true }),
    (kit) => stay(kit, 'R69.x00').reverse(),
  ],
};
export default plant;
