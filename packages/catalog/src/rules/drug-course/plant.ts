import type { Day } from '@hengjian/domain';
import type { LineWish, Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 药品限支付疗程: more days of use than the point pays for in a stay, a course or a year; every line of the group is in question. */
const stay = (kit: PlantKit, days: number, on: Day = kit.day({ after: days + 2 })): PlantVisit =>
  kit.visit(kit.person({ minAge: 40 }), { scene: 'inpatient', on, days, diagnosis: 'R42.x00' });
const daily = (visit: PlantVisit, name: string, days: number, wish: (n: number) => LineWish = () => ({})): PlantLine[] =>
  Array.from({ length: days }, (_, n) => visit.add(name, { on: visit.first + n, hour: 13, ...wish(n) }));
const purchases = (kit: PlantKit, name: string, gaps: readonly number[], packs: number, packDays: number): PlantLine[] => {
  const person = kit.person({ minAge: 40 });
  let on = kit.day({ after: gaps.reduce((a, b) => a + b, 0) + packs * packDays + 2, sameYear: true });
  return [0, ...gaps].map((gap) => {
    on += gap;
    return kit
      .visit(person, { scene: 'outpatient', on, diagnosis: 'M79.200' })
      .add(name, { quantity: packs, supplyDays: packs * packDays });
  });
};

const plant: Plant = {
  code: 'GZ10000101010000',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ lines: daily(stay(kit, 17), '长春西汀注射液', 15) }),
    // Three manufacturers' products of one point count together.
    (kit) => kit.violation({ lines: daily(stay(kit, 17), '银杏叶提取物注射液', 16, (n) => ({ maker: n % 3 })) }),
    (kit) => kit.violation({ lines: daily(stay(kit, 6), '冻干重组人脑利钠肽', 4) }),
    (kit) => kit.violation({ lines: daily(stay(kit, 13), '七叶皂苷钠注射液', 11) }),
    // Ten days from 1 July 2025 (fourteen before).
    (kit) => kit.violation({ lines: daily(stay(kit, 13, kit.date('2025-07-01')), '注射用胸腺法新', 11) }),
    // One line of 24 days in a course of 20.
    (kit) => kit.violation({ lines: purchases(kit, '丁苯酞软胶囊', [], 6, 4) }),
    // Twelve days and twelve more: one course.
    (kit) => kit.violation({ lines: purchases(kit, '丁苯酞软胶囊', [12], 3, 4) }),
    // Four times ten days in a year of 30.
    (kit) => kit.violation({ lines: purchases(kit, '利多卡因凝胶贴膏', [20, 20, 20], 2, 5) }),
  ],
  nearMisses: [
    (kit) => void daily(stay(kit, 17), '长春西汀注射液', 14),
    // Fifteen lines on fourteen days.
    (kit) => {
      const visit = stay(kit, 17);
      daily(visit, '天麻素注射液', 14);
      visit.add('天麻素注射液', { on: visit.first + 3, hour: 20 });
    },
    // The fifteenth day taken back.
    (kit) => {
      const visit = stay(kit, 17);
      visit.refund(daily(visit, '注射用奥扎格雷钠', 15)[14] as PlantLine);
    },
    // Two stays of ten days.
    (kit) => {
      const on = kit.day({ after: 60 });
      const person = kit.person({ minAge: 40 });
      for (const first of [on, on + 40])
        daily(kit.visit(person, { scene: 'inpatient', on: first, days: 12, diagnosis: 'R42.x00' }), '吡拉西坦注射液', 10);
    },
    (kit) => void daily(stay(kit, 13, kit.date('2025-06-10')), '注射用胸腺法新', 13),
    (kit) => void purchases(kit, '丁苯酞软胶囊', [], 5, 4),
    // Two courses of twenty days, sixty days apart.
    (kit) => void purchases(kit, '丁苯酞软胶囊', [80], 5, 4),
    (kit) => void purchases(kit, '利多卡因凝胶贴膏', [20, 20], 2, 5),
  ],
};
export default plant;
