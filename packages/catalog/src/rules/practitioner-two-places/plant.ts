import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 医师同时在两处: a doctor serves at one house, and less than 30 minutes later at another. */
const name = '个别心理治疗';
interface Stop {
  /** 0 or 1: which of two houses. */
  house: 0 | 1;
  /** Minutes after the first. */
  after: number;
}
const round = (kit: PlantKit, stops: readonly Stop[]): { visits: PlantVisit[]; lines: PlantLine[] } => {
  const one = kit.provider({ kind: 'hospital' });
  const houses = [one, kit.provider({ kind: 'hospital', not: [one] })] as const;
  const doctor = kit.ownDoctor(one);
  const on = kit.day({ after: 2 });
  const visits = stops.map(({ house, after }) =>
    kit.visit(kit.person({ minAge: 20 }), {
      scene: 'outpatient',
      on,
      at: houses[house],
      hour: 14 + Math.floor(after / 60),
      minute: after % 60,
      diagnosis: 'F41.900',
    }),
  );
  return { visits, lines: visits.map((visit) => visit.add(name, { doctor })) };
};
const wrong =
  (stops: readonly Stop[], told: readonly number[]) =>
  (kit: PlantKit): void => {
    const { lines } = round(kit, stops);
    for (const n of told) kit.violation({ lines: [lines[n] as PlantLine] });
  };
const right =
  (...stops: Stop[]) =>
  (kit: PlantKit) =>
    void round(kit, stops);

const plant: Plant = {
  code: 'DF-38',
  grain: 'line',
  violations: [
    wrong(
      [
        { house: 0, after: 0 },
        { house: 1, after: 20 },
      ],
      [1],
    ),
    wrong(
      [
        { house: 0, after: 0 },
        { house: 1, after: 29 },
      ],
      [1],
    ),
    // There and back.
    wrong(
      [
        { house: 0, after: 0 },
        { house: 1, after: 10 },
        { house: 0, after: 25 },
      ],
      [1, 2],
    ),
    wrong(
      [
        { house: 1, after: 0 },
        { house: 1, after: 30 },
        { house: 0, after: 45 },
      ],
      [2],
    ),
    wrong(
      [
        { house: 0, after: 5 },
        { house: 1, after: 15 },
      ],
      [1],
    ),
  ],
  nearMisses: [
    // Exactly half an hour.
    right({ house: 0, after: 0 }, { house: 1, after: 30 }),
    right({ house: 0, after: 0 }, { house: 1, after: 90 }),
    // In one house.
    right({ house: 0, after: 0 }, { house: 0, after: 10 }),
    // The one in between was reversed.
    (kit) =>
      round(kit, [
        { house: 0, after: 0 },
        { house: 1, after: 10 },
        { house: 0, after: 50 },
      ]).visits[1]?.reverse(),
    right({ house: 1, after: 0 }),
  ],
};
export default plant;
