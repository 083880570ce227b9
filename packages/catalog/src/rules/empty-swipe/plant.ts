import type { Plant, PlantKit, PlantVisit, VisitWish } from '../../plant.ts';

/** 空刷: a settlement with a sum and without a single line; not in a stay. */
const swiped = (kit: PlantKit, scene: VisitWish['scene'], quantity = 1): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 18 }), {
    scene,
    on: kit.day({ after: 7 }),
    bare: true,
    days: 3,
    diagnosis: scene === 'pharmacy' ? undefined : 'J06.900',
  } as VisitWish);
  visit.add('复方甘草片', { quantity, supplyDays: 3 });
  return visit;
};
const wrong = (scene: VisitWish['scene'], quantity?: number) => (kit: PlantKit) => {
  const visit = swiped(kit, scene, quantity);
  visit.withoutLines();
  kit.violation({ visits: [visit] });
};

const plant: Plant = {
  code: 'DF-14',
  grain: 'settlement',
  violations: [wrong('pharmacy'), wrong('pharmacy', 20), wrong('outpatient'), wrong('chronic'), wrong('emergency')],
  nearMisses: [
    (kit) => void swiped(kit, 'pharmacy'),
    (kit) => void swiped(kit, 'outpatient'),
    // Given back in full: the line came, and went.
    (kit) => {
      const visit = swiped(kit, 'pharmacy');
      visit.refund(visit.add('急支糖浆', { supplyDays: 3 }));
    },
    // Reversed.
    (kit) => {
      const visit = swiped(kit, 'pharmacy');
      visit.withoutLines();
      visit.reverse();
    },
    (kit) => void swiped(kit, 'chronic'),
  ],
};
export default plant;
