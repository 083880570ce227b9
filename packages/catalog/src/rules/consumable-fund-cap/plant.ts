import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 耗材超限定报销总额: what of the consumable is within the fund's scope exceeds the limit of the stay or the year. */
const stay = (
  kit: PlantKit,
  diagnosis: string,
  days = 6,
  person = kit.person({ minAge: 30 }),
  on = kit.day({ after: days + 2 }),
): PlantVisit => kit.visit(person, { scene: 'inpatient', on, days, department: 'A04', diagnosis });

const plant: Plant = {
  code: 'GZ10000103003000',
  grain: 'person',
  violations: [
    // A stay: 400 yuan, each 186 yuan of which 90 in a hundred are in scope.
    (kit) => kit.violation({ lines: [stay(kit, 'K35.900').add('皮肤吻合器', { quantity: 3 })] }),
    (kit) => {
      const visit = stay(kit, 'K35.900');
      kit.violation({
        lines: [
          visit.add('皮肤吻合器', { on: visit.first + 1, quantity: 2 }),
          visit.add('皮肤吻合器', { on: visit.first + 2, quantity: 1 }),
        ],
      });
    },
    (kit) => kit.violation({ lines: [stay(kit, 'M51.200', 9).add('椎间融合器', { quantity: 3 })] }),
    // A year, over two stays: 800 yuan.
    (kit) => {
      const person = kit.person({ minAge: 30 });
      const on = kit.day({ after: 60, sameYear: true });
      kit.violation({ lines: [0, 45].map((gap) => stay(kit, 'N20.100', 5, person, on + gap).add('输尿管支架', { quantity: 2 })) });
    },
    // Above by the unit price.
    (kit) => kit.violation({ lines: [stay(kit, 'K35.900').add('皮肤吻合器', { quantity: 2, price: 222.3 })] }),
  ],
  nearMisses: [
    (kit) => void stay(kit, 'K35.900').add('皮肤吻合器', { quantity: 2 }),
    // 6,624.00 yuan, exactly the limit.
    (kit) => void stay(kit, 'M51.200', 9).add('椎间融合器', { quantity: 2 }),
    // The third is taken back.
    (kit) => {
      const visit = stay(kit, 'K35.900');
      visit.refund(visit.add('皮肤吻合器', { quantity: 3 }), { quantity: 1 });
    },
    // Two stays: the limit is of one.
    (kit) => {
      const person = kit.person({ minAge: 30 });
      const on = kit.day({ after: 60 });
      for (const gap of [0, 45]) stay(kit, 'K35.900', 5, person, on + gap).add('皮肤吻合器', { quantity: 2 });
    },
    (kit) => void stay(kit, 'N20.100').add('输尿管支架', { quantity: 3 }),
    // Out of scope: paid by the person.
    (kit) => void stay(kit, 'K35.900').add('皮肤吻合器', { quantity: 3, scope: 0 }),
  ],
};
export default plant;
