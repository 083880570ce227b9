import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 频繁门诊: three outpatient visits or more of a person on one day; planned ones do not count. An hour and more apart. */
const diagnoses = ['R10.400', 'M79.100', 'R53.x00', 'K30.x00', 'R05.x00'];
const goods = ['复方甘草片', '蒙脱石散', '香砂养胃丸', '活血止痛膏', '感冒清热颗粒'];
const visits = (kit: PlantKit, wished: readonly { diagnosis?: string; after?: number }[]): PlantVisit[] => {
  const person = kit.person({ minAge: 25 });
  const on = kit.day({ after: 2 });
  return wished.map(({ diagnosis, after = 0 }, n) => {
    const visit = kit.visit(person, {
      scene: n === 4 ? 'emergency' : 'outpatient',
      on: on + after,
      hour: 8 + n * 2,
      minute: 10,
      bare: true,
      diagnosis: diagnosis ?? (diagnoses[n] as string),
    });
    visit.add(goods[n] as string, { supplyDays: 3 });
    return visit;
  });
};
const wrong = (count: number) => (kit: PlantKit) =>
  kit.violation({
    visits: visits(
      kit,
      Array.from({ length: count }, () => ({})),
    ),
  });

const plant: Plant = {
  code: 'GZ10000204002000',
  grain: 'person',
  violations: [
    wrong(3),
    wrong(4),
    wrong(5),
    // Three, and a dressing.
    (kit) => kit.violation({ visits: visits(kit, [{}, {}, {}, { diagnosis: 'Z48.000' }]).slice(0, 3) }),
    wrong(3),
  ],
  nearMisses: [
    (kit) => void visits(kit, [{}, {}]),
    (kit) => void visits(kit, [{}, {}, { after: 1 }]),
    (kit) => void visits(kit, [{}, {}, { diagnosis: 'Z48.000' }]),
    (kit) => visits(kit, [{}, {}, {}])[2]?.reverse(),
    (kit) => void visits(kit, [{}, { diagnosis: 'Z50.100' }, { diagnosis: 'N18.500' }]),
  ],
};
export default plant;
