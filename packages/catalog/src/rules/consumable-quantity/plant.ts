import type { Plant, PlantKit, PlantLine, PlantProvider, PlantVisit } from '../../plant.ts';

/** 医用耗材数量超标: the sum of quantities in the window above the limit; every line of the group is in question. */
const at = { kind: 'hospital', level: 3 } as const;
const stay = (kit: PlantKit, days = 6): PlantVisit =>
  kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', on: kit.day({ after: days + 2 }), days, at, diagnosis: 'J18.900' });
const pads = (kit: PlantKit, date: string, quantity: number): PlantLine[] => {
  const on = kit.date(date);
  const visit = kit.visit(kit.person({ minAge: 60 }), { scene: 'inpatient', on: on - 2, days: 5, at });
  return [visit.add('一次性尿垫', { on, hour: 9, quantity: 5 }), visit.add('一次性尿垫', { on, hour: 15, quantity: quantity - 5 })];
};
/** One at each visit, seven days apart, all in one month. */
const weekly = (kit: PlantKit, name: string, houses: readonly PlantProvider[], quantity = 1): PlantLine[] => {
  const person = kit.person({ minAge: 30 });
  const on = kit.day({ after: 7 * houses.length, sameMonth: true });
  return houses.map((house, n) =>
    kit.visit(person, { scene: 'outpatient', on: on + 7 * n, at: house, diagnosis: 'G89.200' }).add(name, { quantity }),
  );
};

const plant: Plant = {
  code: 'GZ10000303003000',
  grain: 'person',
  violations: [
    // Two manufacturers' products of one point count together.
    (kit) => {
      const visit = stay(kit);
      const on = visit.first + 1;
      kit.violation({
        lines: [visit.add('医用胶原海绵', { on, hour: 9, quantity: 2 }), visit.add('医用胶原海绵', { on, hour: 16, maker: 1 })],
      });
    },
    // One line alone above the limit of an operation.
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('心脏封堵器', { on: visit.first + 2, quantity: 2 })] });
    },
    // Per stay, on four days.
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [0, 1, 2, 3].map((n) => visit.add('负压引流护创材料', { on: visit.first + n, hour: 14, maker: n % 2 })) });
    },
    // Per month, at three houses or one.
    (kit) => {
      const house = kit.provider(at);
      kit.violation({ lines: weekly(kit, '皮下埋植感应针', [house, kit.provider({ level: 2 }), house]) });
    },
    // Per month and provider.
    (kit) => {
      const house = kit.provider(at);
      kit.violation({ lines: weekly(kit, '输注泵药盒', [house, house], 2.5) });
    },
    // Per year.
    (kit) => {
      const person = kit.person({ minAge: 30 });
      const on = kit.day({ after: 60, sameYear: true });
      kit.violation({
        lines: [on, on + 50].map((day) =>
          kit
            .visit(person, { scene: 'inpatient', on: day, days: 4, at, diagnosis: day === on ? 'S72.300' : 'S82.200' })
            .add('骨科可吸收螺钉', { quantity: 4 }),
        ),
      });
    },
    // Ten a day before, eight from 1 July 2025.
    (kit) => kit.violation({ lines: pads(kit, '2025-07-01', 9) }),
    // Taken back in part, still above.
    (kit) => {
      const visit = stay(kit);
      const line = visit.add('医用胶原海绵', { on: visit.first + 1, quantity: 5 });
      visit.refund(line, { quantity: 2 });
      kit.violation({ lines: [line] });
    },
  ],
  nearMisses: [
    // Exactly the limit.
    (kit) => {
      const visit = stay(kit);
      visit.add('医用胶原海绵', { on: visit.first + 1, hour: 9 });
      visit.add('医用胶原海绵', { on: visit.first + 1, hour: 16, maker: 1 });
    },
    // Two days, two operations.
    (kit) => {
      const visit = stay(kit);
      visit.add('心脏封堵器', { on: visit.first + 1 });
      visit.add('心脏封堵器', { on: visit.first + 2 });
    },
    // Above, then taken back to the limit.
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('负压引流护创材料', { on: visit.first + 1, quantity: 5 }), { quantity: 2 });
    },
    // Four at one house and two at another: the limit is per provider.
    (kit) => {
      const house = kit.provider(at);
      weekly(kit, '输注泵药盒', [house, house, kit.provider({ level: 2 })], 2);
    },
    (kit) => void weekly(kit, '皮下埋植感应针', [kit.provider(at), kit.provider(at)]),
    // The last day of the wider limit.
    (kit) => void pads(kit, '2025-06-30', 10),
    // Above, and dropped when settling again.
    (kit) => {
      const visit = stay(kit);
      visit.add('骨科可吸收螺钉', { on: visit.first + 1, quantity: 6 });
      visit.resettle({ drop: [visit.add('骨科可吸收螺钉', { on: visit.first + 2, quantity: 1 })] });
    },
  ],
};
export default plant;
