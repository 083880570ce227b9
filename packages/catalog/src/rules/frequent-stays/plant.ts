import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 频繁住院: six stays or more of a person in a calendar year, at all institutions; planned cycles (Z51, Z49) do not count. */
const diagnoses = ['J44.100', 'I50.900', 'I63.900', 'K92.200', 'M51.200', 'E11.900', 'J18.900', 'I20.000'];

/** Stays of three days, three weeks apart, of the diagnoses in turn (or those given). */
const stays = (kit: PlantKit, count: number, others: readonly string[] = []): PlantVisit[] => {
  const person = kit.person({ minAge: 55 });
  const all = [...Array.from({ length: count }, (_, n) => diagnoses[n % diagnoses.length] as string), ...others];
  const on = kit.day({ after: all.length * 23 + 4, sameYear: true });
  return all.map((diagnosis, n) =>
    kit.visit(person, { scene: 'inpatient', on: on + n * 23, days: 3, diagnosis, at: { kind: 'hospital', minLevel: 2 } }),
  );
};

const plant: Plant = {
  code: 'GZ10000204004000',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ visits: stays(kit, 6) }),
    (kit) => kit.violation({ visits: stays(kit, 8) }),
    // Six that count, and two cycles that do not.
    (kit) => kit.violation({ visits: stays(kit, 6, ['Z51.100', 'Z51.100']).slice(0, 6) }),
    (kit) => kit.violation({ visits: stays(kit, 7) }),
    (kit) => {
      const all = stays(kit, 6);
      all[2]?.resettle();
      kit.violation({ visits: all });
    },
  ],
  nearMisses: [
    (kit) => void stays(kit, 5),
    (kit) => void stays(kit, 5, ['Z51.100']),
    (kit) => void stays(kit, 3, ['Z51.100', 'Z51.100', 'Z51.100', 'Z51.100']),
    (kit) => void stays(kit, 4, ['Z49.100', 'Z49.100', 'Z49.100']),
    (kit) => {
      stays(kit, 3);
      stays(kit, 3);
    },
  ],
};
export default plant;
