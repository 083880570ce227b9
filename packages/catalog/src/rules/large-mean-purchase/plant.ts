import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 药店次均购药金额过高: six purchases or more in a year, more than 500 yuan each on average; none above 2000. */
const purchases = (kit: PlantKit, sums: readonly number[]): PlantVisit[] => {
  const person = kit.person({ minAge: 45 });
  const on = kit.day({ after: 15 * sums.length, sameYear: true });
  return sums.map((sum, n) => {
    const visit = kit.visit(person, { scene: 'pharmacy', on: on + 15 * n });
    visit.add('复方阿胶浆', { price: sum, supplyDays: 7 });
    return visit;
  });
};
const wrong =
  (...sums: number[]) =>
  (kit: PlantKit) =>
    kit.violation({ visits: purchases(kit, sums) });
const right =
  (...sums: number[]) =>
  (kit: PlantKit) =>
    void purchases(kit, sums);

const plant: Plant = {
  code: 'DF-47',
  grain: 'person',
  violations: [
    wrong(500, 500, 500, 500, 500, 500.01),
    wrong(600, 600, 600, 600, 600, 600, 600),
    wrong(1900, 1900, 100, 100, 100, 100),
    (kit) => {
      const visits = purchases(kit, [700, 700, 700, 700, 700, 700, 20]);
      visits[6]?.reverse();
      kit.violation({ visits: visits.slice(0, 6) });
    },
    wrong(800, 400, 900, 300, 1000, 200),
  ],
  nearMisses: [
    right(500, 500, 500, 500, 500, 500),
    // Five are too few.
    right(900, 900, 900, 900, 900),
    right(1500, 1500, 20, 20, 20, 20, 20),
    (kit) => purchases(kit, [600, 600, 600, 600, 600, 600])[5]?.reverse(),
    right(480, 490, 500, 510, 500, 499.99),
  ],
};
export default plant;
