import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 药店全年购药次数过多: more than 50 purchases at pharmacies in a calendar year. */
const purchases = (kit: PlantKit, times: number): PlantVisit[] => {
  const person = kit.person({ minAge: 40 });
  const on = kit.day({ after: 4 * times, sameYear: true });
  return Array.from({ length: times }, (_, n) => {
    const visit = kit.visit(person, { scene: 'pharmacy', on: on + 4 * n });
    visit.add('复方甘草片', { supplyDays: 3 });
    return visit;
  });
};

const plant: Plant = {
  code: 'DF-47',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ visits: purchases(kit, 51) }),
    (kit) => kit.violation({ visits: purchases(kit, 60) }),
    // One was reversed for good; 51 are left.
    (kit) => {
      const [first, ...rest] = purchases(kit, 52) as [PlantVisit, ...PlantVisit[]];
      first.reverse();
      kit.violation({ visits: rest });
    },
  ],
  nearMisses: [(kit) => void purchases(kit, 50), (kit) => purchases(kit, 51)[3]?.reverse(), (kit) => void purchases(kit, 12)],
};
export default plant;
