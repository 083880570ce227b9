import type { Day } from '@hengjian/domain';
import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 在院人数超核定床位: a house of two beds has three in one night; the day of discharge is not a night. */
interface Stay {
  /** Nights after the first admission, and how many. */
  after: number;
  days: number;
}
const BLOCK = 20;
const stays = (kit: PlantKit, list: readonly Stay[]): PlantVisit[] => {
  const at = kit.ownHouse('community', { beds: 2 });
  const day = kit.day({ before: BLOCK, after: BLOCK });
  const first: Day = day - (day % BLOCK) + 2;
  // nobody else's case fills the house in these days
  kit.only(at, first);
  return list.map(({ after, days }) =>
    kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', on: first + after, days, at, diagnosis: 'J18.900' }),
  );
};
const wrong =
  (...list: Stay[]) =>
  (kit: PlantKit) =>
    kit.violation({ visits: stays(kit, list) });
const right =
  (...list: Stay[]) =>
  (kit: PlantKit) =>
    void stays(kit, list);

const plant: Plant = {
  code: 'DF-40',
  grain: 'provider',
  violations: [
    // One night together.
    wrong({ after: 0, days: 6 }, { after: 5, days: 3 }, { after: 5, days: 1 }),
    wrong({ after: 0, days: 4 }, { after: 3, days: 5 }, { after: 3, days: 4 }),
    // In and out on one day.
    wrong({ after: 0, days: 3 }, { after: 0, days: 5 }, { after: 2, days: 0 }),
    wrong({ after: 0, days: 1 }, { after: 0, days: 1 }, { after: 0, days: 1 }),
    wrong({ after: 2, days: 1 }, { after: 0, days: 7 }, { after: 1, days: 2 }),
  ],
  nearMisses: [
    right({ after: 0, days: 6 }, { after: 2, days: 6 }),
    // Somebody leaves the day somebody comes.
    right({ after: 0, days: 5 }, { after: 0, days: 3 }, { after: 3, days: 2 }),
    right({ after: 0, days: 2 }, { after: 2, days: 2 }, { after: 4, days: 2 }),
    // The third was reversed.
    (kit) =>
      stays(kit, [
        { after: 0, days: 4 },
        { after: 1, days: 4 },
        { after: 2, days: 2 },
      ])[2]?.reverse(),
    right({ after: 0, days: 8 }),
  ],
};
export default plant;
