import type { Plant, PlantKit, PlantLine, PlantProvider } from '../../plant.ts';

/** 血透专项: more than four sessions of a person within seven days, at all houses; a session in question does not count for later ones. */
const sessions = (kit: PlantKit, days: readonly number[], houses = 1): PlantLine[] => {
  const person = kit.person({ minAge: 35, maxAge: 80 });
  const at = [kit.provider({ kind: 'hospital', level: 3 }), kit.provider({ kind: 'hospital', level: 2 })];
  const on = kit.day({ after: Math.max(...days) + 1 });
  return days.map((day, n) => {
    const visit = kit.visit(person, {
      scene: 'chronic',
      on: on + day,
      at: at[n % houses] as PlantProvider,
      diagnosis: 'N18.500',
      bare: true,
    });
    return visit.add(n % 4 === 3 ? '血液透析滤过' : '血液透析');
  });
};
const wrong =
  (days: readonly number[], at: readonly number[], houses = 1) =>
  (kit: PlantKit): void => {
    const lines = sessions(kit, days, houses);
    for (const n of at) kit.violation({ lines: [lines[n] as PlantLine] });
  };
const fine =
  (days: readonly number[], houses = 1) =>
  (kit: PlantKit) =>
    void sessions(kit, days, houses);

const plant: Plant = {
  code: 'DF-49',
  grain: 'line',
  violations: [
    wrong([0, 1, 2, 3, 4], [4]),
    wrong([0, 1, 3, 5, 6], [4]),
    wrong([0, 1, 2, 3, 4, 5], [4, 5]),
    wrong([0, 1, 2, 4, 6], [4], 2),
    // In the week after, counted without the one in question.
    wrong([0, 1, 2, 3, 4, 9, 11], [4]),
  ],
  nearMisses: [fine([0, 2, 4, 6]), fine([0, 1, 3, 5, 7]), fine([0, 2, 4, 7, 9, 11]), fine([0, 1, 2, 3], 2), fine([0, 3, 6, 7, 9])],
};
export default plant;
