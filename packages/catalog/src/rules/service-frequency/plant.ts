import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 医疗服务项目限定频次: the sum of quantities in the window above the limit; every line of the group is in question. */
const stay = (kit: PlantKit, days = 5, without: ('bed' | 'nursing' | 'consultation')[] = []): PlantVisit =>
  kit.visit(kit.person({ minAge: 20 }), { scene: 'inpatient', on: kit.day({ after: days + 2 }), days, without });

/** The same item several times on the second day of a stay, at different hours. */
const onOneDay = (visit: PlantVisit, name: string, times: number, quantity = 1): PlantLine[] =>
  Array.from({ length: times }, (_, n) => visit.add(name, { on: visit.first + 1, hour: 9 + n, quantity }));

const plant: Plant = {
  code: 'GZ10000102014000',
  grain: 'person',
  violations: [
    // Bed billed twice a day (limit 1).
    (kit) => kit.violation({ lines: onOneDay(stay(kit, 5, ['bed']), '双人间床位费', 2) }),
    // Monitoring for more than 24 hours in a day, in two lines.
    (kit) => {
      const visit = stay(kit);
      kit.violation({
        lines: [
          visit.add('心电监测', { on: visit.first + 1, quantity: 16 }),
          visit.add('心电监测', { on: visit.first + 1, hour: 20, quantity: 9 }),
        ],
      });
    },
    // One line alone above the limit.
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('血氧饱和度监测', { on: visit.first + 2, quantity: 25 })] });
    },
    // Two nursing lines of one day.
    (kit) => kit.violation({ lines: onOneDay(stay(kit, 5, ['nursing']), '一级护理', 2) }),
    // Per stay: sputum drainage machine at most 10 times.
    (kit) => {
      const visit = stay(kit, 13);
      kit.violation({ lines: Array.from({ length: 11 }, (_, n) => visit.add('机械辅助排痰', { on: visit.first + n, hour: 14 })) });
    },
    // Per year: bone density once.
    (kit) => {
      const person = kit.person({ minAge: 50 });
      const on = kit.day({ after: 60, sameYear: true });
      const lines = [on, on + 58].map((day) => kit.visit(person, { scene: 'outpatient', on: day, diagnosis: 'M81.900' }).add('骨密度检测'));
      kit.violation({ lines });
    },
    // Per month and provider: moxibustion 15 times.
    (kit) => {
      const person = kit.person({ minAge: 30 });
      const at = kit.provider({ kind: 'tcm' });
      const on = kit.day({ after: 20, sameMonth: true });
      kit.violation({
        lines: Array.from({ length: 16 }, (_, n) =>
          kit.visit(person, { scene: 'outpatient', on: on + n, at, diagnosis: 'Z50.100' }).add('艾灸治疗'),
        ),
      });
    },
    // From 1 July 2025 twice a day becomes once: the day's own limit counts.
    (kit) => {
      const on = kit.date('2025-07-01');
      const visit = kit.visit(kit.person({ minAge: 20 }), { scene: 'inpatient', on: on - 2, days: 5 });
      kit.violation({ lines: [visit.add('引流管冲洗', { on, hour: 9 }), visit.add('引流管冲洗', { on, hour: 15 })] });
    },
  ],
  nearMisses: [
    // Exactly 24 hours.
    (kit) => {
      const visit = stay(kit);
      visit.add('心电监测', { on: visit.first + 1, quantity: 16 });
      visit.add('心电监测', { on: visit.first + 1, hour: 20, quantity: 8 });
    },
    // Above, then taken back to the limit.
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('血氧饱和度监测', { on: visit.first + 1, quantity: 30 }), { quantity: 6 });
    },
    (kit) => {
      const visit = stay(kit, 13);
      for (let n = 0; n < 10; n += 1) visit.add('机械辅助排痰', { on: visit.first + n, hour: 14 });
    },
    // Two days, once each.
    (kit) => {
      const visit = stay(kit, 5, ['bed']);
      for (let n = 0; n < 5; n += 1) visit.add('双人间床位费', { on: visit.first + n, hour: 13 });
    },
    // Fifteen times at one house, five at another: the limit is per provider.
    (kit) => {
      const person = kit.person({ minAge: 30 });
      const at = kit.provider({ kind: 'tcm' });
      const other = kit.provider({ kind: 'community' });
      const on = kit.day({ after: 22, sameMonth: true });
      for (let n = 0; n < 20; n += 1)
        kit.visit(person, { scene: 'outpatient', on: on + n, at: n < 15 ? at : other, diagnosis: 'Z50.100' }).add('艾灸治疗');
    },
    // The last day of the wider limit.
    (kit) => {
      const on = kit.date('2025-06-30');
      const visit = kit.visit(kit.person({ minAge: 20 }), { scene: 'inpatient', on: on - 2, days: 5 });
      visit.add('引流管冲洗', { on, hour: 9 });
      visit.add('引流管冲洗', { on, hour: 15 });
    },
    // Bone density once, and once taken back.
    (kit) => {
      const person = kit.person({ minAge: 50 });
      const on = kit.day({ after: 40, sameYear: true });
      kit.visit(person, { scene: 'outpatient', on, diagnosis: 'M81.900' }).add('骨密度检测');
      const visit = kit.visit(person, { scene: 'outpatient', on: on + 35, diagnosis: 'M81.900' });
      const line = visit.add('骨密度检测');
      visit.resettle({ drop: [line] });
    },
  ],
};
export default plant;
