import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 频繁异地就医: five encounters or more out of the area in a year, more than 50,000 yuan together. */
const visits = (kit: PlantKit, count: number, price: number, local = 0): PlantVisit[] => {
  const person = kit.person({ minAge: 40, maxAge: 75, quiet: true });
  const all = count + local;
  const on = kit.day({ after: all * 24 + 6, sameYear: true });
  return Array.from({ length: all }, (_, n) => {
    const stay = n % 2 === 0;
    const visit = kit.visit(person, {
      scene: stay ? 'inpatient' : 'outpatient',
      on: on + n * 24,
      days: 3,
      at: n < count ? { kind: 'hospital', outside: true, level: 3 } : { kind: 'hospital', level: 3 },
      diagnosis: (stay ? ['I50.900', 'K92.200', 'I63.900', 'J18.900'] : ['R10.400', 'R53.x00', 'K30.x00', 'R05.x00'])[n % 4] as string,
    });
    visit.add('达芬奇机器人辅助操作', { price, on: visit.first });
    return visit;
  });
};
const wrong =
  (count: number, price: number, local = 0) =>
  (kit: PlantKit) =>
    kit.violation({ visits: visits(kit, count, price, local).slice(0, count) });
const fine =
  (count: number, price: number, local = 0) =>
  (kit: PlantKit) =>
    void visits(kit, count, price, local);

const plant: Plant = {
  code: 'DF-44',
  grain: 'person',
  violations: [
    wrong(5, 10_500),
    wrong(6, 9_000),
    wrong(5, 16_000),
    wrong(5, 11_000, 2),
    (kit) => {
      const all = visits(kit, 6, 9_500);
      all[2]?.resettle();
      kit.violation({ visits: all });
    },
  ],
  nearMisses: [
    fine(4, 20_000),
    // Much care, little money.
    fine(6, 6_000),
    // Two of six at home.
    fine(4, 20_000, 2),
    fine(0, 20_000, 6),
    (kit) => visits(kit, 5, 12_000)[3]?.reverse(),
  ],
};
export default plant;
