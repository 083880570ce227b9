import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 频繁购药: more than ten purchases of a person in a calendar month, at all pharmacies. */
const goods = ['感冒清热颗粒', '板蓝根颗粒', '复方甘草片', '香砂养胃丸', '活血止痛膏', '玻璃酸钠滴眼液', '云南白药气雾剂', '多潘立酮片'];
const purchases = (kit: PlantKit, count: number, on: number, step = 2): PlantVisit[] => {
  const person = kit.person({ minAge: 25 });
  return Array.from({ length: count }, (_, n) => {
    const visit = kit.visit(person, { scene: 'pharmacy', on: on + Math.floor(n * step), hour: 9 + (n % 9) });
    visit.add(goods[n % goods.length] as string);
    return visit;
  });
};

const plant: Plant = {
  code: 'GZ10000204003000',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ visits: purchases(kit, 11, kit.day({ after: 20, sameMonth: true })) }),
    (kit) => kit.violation({ visits: purchases(kit, 14, kit.day({ after: 26, sameMonth: true })) }),
    // Several on one day.
    (kit) => kit.violation({ visits: purchases(kit, 12, kit.day({ after: 6, sameMonth: true }), 0.5) }),
    (kit) => kit.violation({ visits: purchases(kit, 11, kit.day({ after: 10, sameMonth: true }), 1) }),
    // Eleven in one month and nine in the next: the first month only.
    (kit) => {
      const first = kit.date('2025-05-01');
      const all = purchases(kit, 20, first + 9, 2);
      kit.violation({ visits: all.slice(0, 11) });
    },
  ],
  nearMisses: [
    (kit) => void purchases(kit, 10, kit.day({ after: 20, sameMonth: true })),
    // Ten on either side of the month's end.
    (kit) => void purchases(kit, 20, kit.date('2025-06-01') - 10, 1),
    // Ten purchases and three visits to the clinic.
    (kit) => {
      const on = kit.day({ after: 24, sameMonth: true });
      const [first] = purchases(kit, 10, on) as [PlantVisit];
      for (const day of [19, 21, 23])
        kit.visit(first.person, { scene: 'outpatient', on: on + day, diagnosis: 'J06.900' }).add('复方甘草片');
    },
    (kit) => void purchases(kit, 10, kit.day({ after: 5, sameMonth: true }), 0.5),
    (kit) => {
      const on = kit.day({ after: 20, sameMonth: true });
      purchases(kit, 8, on);
      purchases(kit, 8, on);
    },
  ],
};
export default plant;
