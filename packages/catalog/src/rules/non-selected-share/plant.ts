import { calendarDate } from '@hengjian/domain';
import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 集采非中选替代: in a house and month more than 40 % of at least ten packs are of makers that were not selected (the second, the third). */
const name = '盐酸度洛西汀肠溶胶囊';
type Use = readonly (readonly [maker: 0 | 1 | 2, quantity: number])[];
const month = (kit: PlantKit, uses: Use): { visits: PlantVisit[]; lines: PlantLine[] } => {
  const at = kit.provider({ kind: kit.random.pick(['hospital', 'community', 'pharmacy'] as const) });
  const on = kit.day({ after: uses.length + 2, sameMonth: true });
  const date = calendarDate(on);
  kit.only(at, name, date.year, date.month);
  const visits = uses.map((_, n) =>
    kit.visit(kit.person({ minAge: 25 }), {
      scene: at.level === 0 ? 'pharmacy' : 'outpatient',
      on: on + n,
      at,
      diagnosis: 'F32.900',
    }),
  );
  const lines = visits.map((visit, n) =>
    visit.add(name, { maker: uses[n]?.[0] as number, quantity: uses[n]?.[1] as number, supplyDays: 7 }),
  );
  return { visits, lines };
};
const wrong =
  (...uses: Use) =>
  (kit: PlantKit) =>
    kit.violation({ lines: month(kit, uses).lines });
const right =
  (...uses: Use) =>
  (kit: PlantKit) =>
    void month(kit, uses);

const plant: Plant = {
  code: 'DF-46',
  grain: 'provider',
  violations: [
    wrong([0, 5], [1, 5]),
    wrong([1, 6], [2, 6]),
    // Just above two in five.
    wrong([0, 11], [1, 4], [2, 4]),
    (kit) => {
      const { visits, lines } = month(kit, [
        [0, 8],
        [1, 6],
      ]);
      visits[0]?.refund(lines[0] as PlantLine, { quantity: 4 });
      kit.violation({ lines });
    },
    wrong([2, 10]),
  ],
  nearMisses: [
    // Two in five exactly.
    right([0, 6], [1, 4]),
    right([0, 12], [1, 4], [2, 4]),
    // Too few to say.
    right([1, 9]),
    right([0, 10]),
    (kit) => {
      const { visits, lines } = month(kit, [
        [0, 6],
        [1, 8],
      ]);
      visits[1]?.refund(lines[1] as PlantLine, { quantity: 4 });
    },
  ],
};
export default plant;
