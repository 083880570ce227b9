import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/**
 * 冲顶消费: what the fund pays for a person in a year comes to nine tenths of the cap (employees 400,000 yuan, residents 200,000).
 * Stays of one dear item each, two months apart.
 */
const stays = (kit: PlantKit, insurance: '310' | '390', price: number, count: number): PlantVisit[] => {
  const person = kit.person({ minAge: 40, maxAge: 75, insurance, quiet: true });
  const on = kit.day({ after: count * 40 + 8, sameYear: true });
  return Array.from({ length: count }, (_, n) => {
    const visit = kit.visit(person, {
      scene: 'inpatient',
      on: on + n * 40,
      days: 6,
      at: { kind: 'hospital', level: 3 },
      diagnosis: ['I50.900', 'K92.200', 'I63.900', 'J18.900'][n % 4] as string,
    });
    visit.add('达芬奇机器人辅助操作', { price, on: visit.first + 1 });
    return visit;
  });
};
const wrong = (insurance: '310' | '390', price: number, count: number) => (kit: PlantKit) =>
  kit.violation({ visits: stays(kit, insurance, price, count) });
const fine = (insurance: '310' | '390', price: number, count: number) => (kit: PlantKit) => void stays(kit, insurance, price, count);

const plant: Plant = {
  code: 'DF-43',
  grain: 'person',
  violations: [
    wrong('390', 150_000, 2),
    wrong('390', 110_000, 3),
    wrong('310', 220_000, 2),
    wrong('310', 150_000, 3),
    (kit) => {
      const all = stays(kit, '390', 160_000, 2);
      all[1]?.resettle();
      kit.violation({ visits: all });
    },
  ],
  nearMisses: [
    // below the cap with medical aid, too
    fine('390', 100_000, 2),
    fine('310', 180_000, 2),
    fine('310', 120_000, 3),
    // One of them reversed for good.
    (kit) => stays(kit, '390', 150_000, 2)[1]?.reverse(),
    fine('390', 140_000, 1),
  ],
};
export default plant;
