import type { Plant, PlantKit, PlantVisit, ProviderWish } from '../../plant.ts';

/** 频繁门诊: fifteen outpatient visits or more of a person in a calendar month; dialysis, rehabilitation and dressings do not count. */
const diagnoses = ['R10.400', 'M79.100', 'R53.x00', 'K30.x00', 'R05.x00'];
const houses = [{ kind: 'hospital' }, { kind: 'community' }, { kind: 'village' }, { kind: 'tcm' }] as const;

/** Visits on as many days, one or two apart. */
const visits = (kit: PlantKit, count: number, on: number, others: readonly string[] = [], gap = 1): PlantVisit[] => {
  const person = kit.person({ minAge: 40, quiet: true });
  const all = [...Array.from({ length: count }, (_, n) => diagnoses[n % diagnoses.length] as string), ...others];
  return all.map((diagnosis, n) =>
    kit.visit(person, {
      scene: n % 7 === 6 ? 'emergency' : 'outpatient',
      on: on + n * gap,
      at: houses[n % houses.length] as ProviderWish,
      diagnosis,
    }),
  );
};
const wrong =
  (count: number, others: readonly string[] = []) =>
  (kit: PlantKit): void => {
    const on = kit.day({ after: count + others.length, sameMonth: true });
    kit.violation({ visits: visits(kit, count, on, others).slice(0, count) });
  };

const plant: Plant = {
  code: 'GZ10000204002000',
  grain: 'person',
  violations: [
    wrong(15),
    wrong(18),
    wrong(22),
    // Fifteen that count, and three that do not.
    wrong(15, ['Z48.000', 'Z50.100', 'N18.500']),
    (kit) => {
      const all = visits(kit, 16, kit.day({ after: 17, sameMonth: true }));
      all[3]?.resettle();
      kit.violation({ visits: all });
    },
  ],
  nearMisses: [
    (kit) => void visits(kit, 14, kit.day({ after: 15, sameMonth: true })),
    (kit) => void visits(kit, 12, kit.day({ after: 19, sameMonth: true }), ['Z48.000', 'Z48.000', 'Z50.100', 'Z50.100', 'Z48.000']),
    // Fourteen on either side of the month's end.
    (kit) => void visits(kit, 24, kit.date('2025-05-01') - 12),
    // Fourteen, and one reversed for good.
    (kit) => visits(kit, 15, kit.day({ after: 16, sameMonth: true }))[7]?.reverse(),
    (kit) => {
      const on = kit.day({ after: 13, sameMonth: true });
      visits(kit, 9, on);
      visits(kit, 9, on);
    },
  ],
};
export default plant;
