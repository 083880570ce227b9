import type { Plant, PlantKit, PlantPerson, PlantVisit } from '../../plant.ts';

/** 聚集住院: three people or more of one address are admitted to one institution on one day. */
const diagnoses = ['J18.900', 'I20.000', 'M51.200', 'K92.200', 'I50.900'];
interface Wish {
  /** Days after the first admission, by person. */
  after?: readonly number[];
  /** Everybody under another address. */
  apart?: boolean;
  /** The last to another house. */
  elsewhere?: boolean;
}
const family = (kit: PlantKit, count: number, { after = [], apart = false, elsewhere = false }: Wish = {}): PlantVisit[] => {
  const head: PlantPerson = kit.person({ minAge: 45, maxAge: 75 });
  const people = [
    head,
    ...Array.from({ length: count - 1 }, () => kit.person({ minAge: 40, maxAge: 80, ...(apart ? {} : { livesWith: head }) })),
  ];
  const on = kit.day({ after: 10 });
  const at = kit.provider({ kind: 'hospital', level: 2 });
  return people.map((person, n) =>
    kit.visit(person, {
      scene: 'inpatient',
      on: on + (after[n] ?? 0),
      days: 4,
      at: elsewhere && n === count - 1 ? kit.provider({ kind: 'hospital', not: [at] }) : at,
      diagnosis: diagnoses[n % diagnoses.length] as string,
    }),
  );
};

const plant: Plant = {
  code: 'DF-48',
  grain: 'encounter',
  violations: [
    (kit) => kit.violation({ visits: family(kit, 3) }),
    (kit) => kit.violation({ visits: family(kit, 4) }),
    (kit) => kit.violation({ visits: family(kit, 5) }),
    // Three, and one a day later.
    (kit) => kit.violation({ visits: family(kit, 4, { after: [0, 0, 0, 1] }).slice(0, 3) }),
    (kit) => {
      const all = family(kit, 3);
      all[0]?.resettle();
      kit.violation({ visits: all });
    },
  ],
  nearMisses: [
    (kit) => void family(kit, 2),
    (kit) => void family(kit, 3, { after: [0, 0, 1] }),
    (kit) => void family(kit, 3, { apart: true }),
    (kit) => void family(kit, 3, { elsewhere: true }),
    (kit) => family(kit, 3)[1]?.reverse(),
  ],
};
export default plant;
