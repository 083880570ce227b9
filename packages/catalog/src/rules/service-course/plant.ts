import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 医疗服务项目限支付疗程: more days than the point pays for. */
const stay = (kit: PlantKit, days: number, after = 2): PlantVisit =>
  kit.visit(kit.person({ minAge: 40 }), {
    scene: 'inpatient',
    on: kit.day({ after: days + after }),
    days,
    diagnosis: 'I69.300',
    at: { kind: 'rehabilitation' },
  });
const daily = (visit: PlantVisit, name: string, days: number): PlantLine[] =>
  Array.from({ length: days }, (_, n) => visit.add(name, { on: visit.first + n, hour: 14 }));
const outpatient = (kit: PlantKit, name: string, times: number, everyDays: number): PlantLine[] => {
  const person = kit.person({ minAge: 40 });
  const on = kit.day({ after: times * everyDays, sameYear: true });
  return Array.from({ length: times }, (_, n) =>
    kit.visit(person, { scene: 'outpatient', on: on + n * everyDays, diagnosis: 'Z50.100', at: { kind: 'tcm' } }).add(name),
  );
};

const plant: Plant = {
  code: 'GZ10000102010000',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ lines: daily(stay(kit, 33), '减重支持系统训练', 31) }),
    (kit) => kit.violation({ lines: daily(stay(kit, 34), '起立床训练', 32) }),
    (kit) => kit.violation({ lines: daily(stay(kit, 23), '蜡疗', 21) }),
    // One course over a stay and the clinic after it.
    (kit) => {
      const visit = stay(kit, 26, 14);
      const lines = daily(visit, '轮椅功能训练', 25);
      for (let n = 1; n <= 6; n += 1)
        lines.push(
          kit
            .visit(visit.person, { scene: 'outpatient', on: visit.last + n * 2, diagnosis: 'I69.300', at: { kind: 'rehabilitation' } })
            .add('轮椅功能训练'),
        );
      kit.violation({ lines });
    },
    (kit) => kit.violation({ lines: outpatient(kit, '电针治疗', 41, 2) }),
  ],
  nearMisses: [
    (kit) => void daily(stay(kit, 33), '减重支持系统训练', 30),
    // Thirty-one lines on thirty days.
    (kit) => {
      const visit = stay(kit, 33);
      daily(visit, '起立床训练', 30);
      visit.add('起立床训练', { on: visit.first + 2, hour: 18 });
    },
    (kit) => void daily(stay(kit, 23), '蜡疗', 20),
    // The thirty-first day taken back.
    (kit) => {
      const visit = stay(kit, 33);
      visit.refund(daily(visit, '轮椅功能训练', 31)[30] as PlantLine);
    },
    (kit) => void outpatient(kit, '电针治疗', 40, 2),
  ],
};
export default plant;
