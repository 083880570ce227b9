import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 计费日期与住院时间不符: the fee day before admission or after discharge. Both days themselves are fine, at any hour. */
const stay = (kit: PlantKit): PlantVisit =>
  kit.visit(kit.person({ minAge: 20 }), {
    scene: 'inpatient',
    on: kit.day({ before: 4, after: 14 }),
    days: kit.random.int(3, 8),
    hour: 10,
    endHour: 11,
  });

const plant: Plant = {
  code: 'GZ10000201008000',
  grain: 'line',
  violations: [
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('凝血四项', { on: visit.first - 1, hour: 16 })] });
    },
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('盐酸氨溴索注射液', { on: visit.last + 1, hour: 8 })] });
    },
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('雾化吸入', { on: visit.last + 3 })] });
    },
    // Two lines, two findings.
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('尿常规分析', { on: visit.first - 2 })] });
      kit.violation({ lines: [visit.add('粪便常规', { on: visit.first - 2 })] });
    },
    (kit) => {
      const visit = stay(kit);
      const line = visit.add('D-二聚体测定', { on: visit.last + 1 });
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    // On the day of admission before the hour, on the day of discharge after it.
    (kit) => {
      const visit = stay(kit);
      visit.add('凝血四项', { on: visit.first, hour: 7 });
    },
    (kit) => {
      const visit = stay(kit);
      visit.add('盐酸氨溴索注射液', { on: visit.last, hour: 20 });
    },
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('雾化吸入', { on: visit.last + 1, hour: 9 }));
    },
    (kit) => {
      const visit = stay(kit);
      visit.resettle({ drop: [visit.add('尿常规分析', { on: visit.first - 1 })] });
    },
    // Still in the ward: every day to now is inside.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 20 }), {
        scene: 'inpatient',
        on: kit.day({ before: Math.max(0, kit.to - kit.from - 12) }),
        open: true,
      });
      visit.add('凝血四项', { on: visit.last - 1 });
    },
  ],
};
export default plant;
