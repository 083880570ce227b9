import type { Plant, PlantKit, PlantVisit, VisitWish } from '../../plant.ts';

/** 死亡后就医/购药/结算: an encounter begun more than one day after the day of death. */
const after = (kit: PlantKit, days: number, scene: VisitWish['scene']): PlantVisit => {
  const diesOn = kit.day({ before: 3, after: days + 8 });
  const visit = kit.visit(kit.person({ minAge: 60, diesOn }), {
    scene,
    on: diesOn + days,
    ...(scene === 'pharmacy' ? {} : { diagnosis: 'J06.900' }),
  });
  visit.add('复方甘草片', { supplyDays: 3 });
  return visit;
};

const plant: Plant = {
  code: 'DF-04',
  grain: 'encounter',
  violations: [
    (kit) => kit.violation({ visits: [after(kit, 2, 'pharmacy')] }),
    (kit) => kit.violation({ visits: [after(kit, 30, 'outpatient')] }),
    (kit) => kit.violation({ visits: [after(kit, 5, 'inpatient')] }),
    (kit) => kit.violation({ visits: [after(kit, 3, 'chronic')] }),
    (kit) => {
      const visit = after(kit, 10, 'pharmacy');
      visit.resettle();
      kit.violation({ visits: [visit] });
    },
  ],
  nearMisses: [
    (kit) => void after(kit, 1, 'pharmacy'),
    (kit) => void after(kit, 0, 'emergency'),
    (kit) => void after(kit, -2, 'outpatient'),
    (kit) => void after(kit, 1, 'outpatient'),
    // Died in the ward.
    (kit) => {
      const diesOn = kit.day({ before: 12, after: 3 });
      kit.visit(kit.person({ minAge: 65, diesOn }), { scene: 'inpatient', on: diesOn - 8, days: 8, discharge: '5', diagnosis: 'I21.900' });
    },
  ],
};
export default plant;
