import type { Plant, PlantKit, PlantLine, PlantProvider } from '../../plant.ts';

/** 职业开药人: one drug from three institutions or more, more than sixty packs in a calendar half-year. */
const drugs = ['百令胶囊', '仙灵骨葆胶囊'];
const kinds = ['hospital', 'community', 'tcm', 'village'] as const;

/** Visits three weeks apart, in turn at the houses. */
const collected = (kit: PlantKit, packs: readonly number[], houses: number, first?: number, gap = 18): PlantLine[] => {
  const person = kit.person({ minAge: 40, maxAge: 80 });
  const name = kit.random.pick(drugs);
  const at = kinds.slice(0, houses).map((kind) => kit.provider({ kind }));
  const room = (packs.length - 1) * gap + 1;
  const on =
    first ??
    kit.day({
      after: room,
      within: kit.random.chance(0.5) ? { from: '2025-01-01', to: dayText(180 - room) } : { from: '2025-07-01' },
      sameYear: true,
    });
  return packs.map((quantity, n) =>
    kit
      .visit(person, { scene: 'outpatient', on: on + n * gap, at: at[n % houses] as PlantProvider, diagnosis: 'M54.500' })
      .add(name, { quantity, supplyDays: 14 }),
  );
};
/** The day of 2025 with that number. */
function dayText(day: number): string {
  return new Date(Date.UTC(2025, 0, 1 + Math.max(0, day))).toISOString().slice(0, 10);
}
const wrong = (packs: readonly number[], houses: number) => (kit: PlantKit) => kit.violation({ lines: collected(kit, packs, houses) });
const fine = (packs: readonly number[], houses: number) => (kit: PlantKit) => void collected(kit, packs, houses);

const plant: Plant = {
  code: 'DF-21',
  grain: 'person',
  violations: [
    wrong([25, 25, 25], 3),
    wrong([20, 21, 20], 3),
    wrong([15, 15, 15, 20], 4),
    wrong([30, 10, 10, 15], 3),
    wrong([22, 20, 19], 3),
  ],
  nearMisses: [
    fine([20, 20, 20], 3),
    // Two houses only.
    fine([30, 30, 20], 2),
    fine([10, 10, 10, 10], 4),
    // On either side of the end of June.
    (kit) => void collected(kit, [25, 25, 25, 25], 4, kit.date('2025-06-30') - 29, 20),
    (kit) => {
      collected(kit, [25, 25], 2);
      collected(kit, [25, 25], 2);
    },
  ],
};
export default plant;
