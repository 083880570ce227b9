import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 套刷: at one pharmacy five cards or more with one amount, less than ten minutes from the first to the last. */
const swipes = (kit: PlantKit, minutes: readonly number[], quantities: readonly number[] = []): PlantVisit[] => {
  const at = kit.provider({ kind: 'pharmacy' });
  const on = kit.day({ after: 2 });
  kit.only(at, on);
  return minutes.map((minute, n) => {
    const visit = kit.visit(kit.person({ minAge: 20 }), { scene: 'pharmacy', on, at, hour: 10, minute });
    visit.add('急支糖浆', { quantity: quantities[n] ?? 7, supplyDays: 3 });
    return visit;
  });
};
const wrong =
  (...minutes: number[]) =>
  (kit: PlantKit) => {
    for (const visit of swipes(kit, minutes).slice(4)) kit.violation({ visits: [visit] });
  };
const right = (minutes: readonly number[], quantities?: readonly number[]) => (kit: PlantKit) => void swipes(kit, minutes, quantities);

const plant: Plant = {
  code: 'DF-14',
  grain: 'settlement',
  violations: [wrong(0, 1, 2, 3, 4), wrong(5, 6, 8, 11, 14), wrong(0, 2, 4, 6, 8, 9), wrong(30, 31, 31, 32, 34), wrong(0, 3, 5, 7, 9)],
  nearMisses: [
    right([0, 1, 2, 3]),
    // Ten minutes from the first to the fifth.
    right([0, 2, 4, 6, 10]),
    // Not one amount.
    right([0, 1, 2, 3, 4], [7, 7, 7, 7, 8]),
    // One was reversed.
    (kit) => swipes(kit, [0, 1, 2, 3, 4])[1]?.reverse(),
    right([0, 10, 20, 30, 40]),
  ],
};
export default plant;
