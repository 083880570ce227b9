import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 高套/低编病组: the main operation of a stay (the first that is told) is on the list of those that must not lead a group. */
const listed = ['93.3900', '89.0400', '99.8300', '93.9600', '89.5200'];
const stay = (kit: PlantKit, codes: readonly string[], more: object = {}): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 30 }), {
    scene: 'inpatient',
    on: kit.day({ after: 7 }),
    days: 5,
    diagnosis: 'M51.200',
    ...more,
  });
  for (const code of codes) visit.operate(code, visit.first + 1);
  return visit;
};

const plant: Plant = {
  code: 'DF-30',
  grain: 'encounter',
  violations: [
    ...listed.map((code) => (kit: PlantKit) => kit.violation({ visits: [stay(kit, [code])] })),
    (kit) => kit.violation({ visits: [stay(kit, [kit.random.pick(listed), '86.2200'])] }),
  ],
  nearMisses: [
    // Not the main one.
    (kit) => void stay(kit, ['86.2200', kit.random.pick(listed)]),
    (kit) => void stay(kit, ['86.0401', '93.3900', '89.0400']),
    (kit) => void stay(kit, [kit.random.pick(listed)], { on: kit.to - 6, open: true }),
    (kit) => stay(kit, ['93.3900']).reverse(),
    (kit) =>
      kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on: kit.day(), diagnosis: 'M51.200' }).operate('93.3900', kit.from + 5),
  ],
};
export default plant;
