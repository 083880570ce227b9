import type { Plant, PlantKit, PlantProvider, PlantVisit } from '../../plant.ts';

/** 门诊高频人群: forty visits or more in a year; one point each for four institutions, six categories of diagnoses, four fifths paid; two points. */
const diagnoses = ['R10.400', 'M79.100', 'R53.x00', 'K30.x00', 'R05.x00', 'M54.500', 'R42.x00'];
const kinds = ['hospital', 'community', 'village', 'tcm', 'rehabilitation'] as const;

/** A visit every third day: never fifteen in a month. */
const visits = (kit: PlantKit, count: number, houses: number, categories: number): PlantVisit[] => {
  const person = kit.person({ minAge: 45, insurance: '310', quiet: true });
  const at = kinds.slice(0, houses).map((kind) => kit.provider({ kind }));
  const on = kit.day({ after: count * 3 + 1, sameYear: true });
  return Array.from({ length: count }, (_, n) =>
    kit.visit(person, {
      scene: 'outpatient',
      on: on + n * 3,
      at: at[n % houses] as PlantProvider,
      diagnosis: diagnoses[n % categories] as string,
    }),
  );
};
const wrong = (count: number, houses: number, categories: number) => (kit: PlantKit) =>
  kit.violation({ visits: visits(kit, count, houses, categories) });
const fine = (count: number, houses: number, categories: number) => (kit: PlantKit) => void visits(kit, count, houses, categories);

const plant: Plant = {
  code: 'DF-11',
  grain: 'person',
  violations: [wrong(40, 4, 6), wrong(45, 5, 7), wrong(52, 4, 7), wrong(41, 5, 6), wrong(48, 4, 6)],
  nearMisses: [fine(39, 4, 6), fine(42, 3, 6), fine(42, 4, 5), fine(44, 1, 7), fine(46, 5, 1)],
};
export default plant;
