import type { Plant, PlantKit, PlantLine, PlantVisit } from '../../plant.ts';

/** 医疗服务项目与医用耗材重复收费: the service contains the consumable, and both are billed in the window; the consumable is in question. */
const at = { kind: 'hospital', level: 3 } as const;
const stay = (kit: PlantKit): PlantVisit =>
  kit.visit(kit.person({ minAge: 30 }), { scene: 'inpatient', on: kit.day({ after: 7 }), at, diagnosis: 'J18.900' });
const clinic = (kit: PlantKit): PlantVisit =>
  kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on: kit.day(), at, diagnosis: 'R10.400' });
/** The service at one house in the morning, the consumable at another in the afternoon. */
const atTwoHouses = (kit: PlantKit, service: string, consumable: string): PlantLine => {
  const person = kit.person({ minAge: 30 });
  const on = kit.day();
  kit.visit(person, { scene: 'outpatient', on, hour: 9, at, diagnosis: 'R10.400' }).add(service, { hour: 10 });
  const other = kit.visit(person, { scene: 'outpatient', on, hour: 14, at: { kind: 'hospital', level: 2 }, diagnosis: 'R10.400' });
  return other.add(consumable, { hour: 15 });
};

const plant: Plant = {
  code: 'NC-医疗服务项目与医用耗材重复收费',
  grain: 'person',
  violations: [
    // One operation: same encounter, same day.
    (kit) => {
      const visit = stay(kit);
      visit.add('经皮穿刺活检术', { on: visit.first + 2, hour: 9 });
      kit.violation({ lines: [visit.add('一次性活检针', { on: visit.first + 2, hour: 10 })] });
    },
    // Every line of the consumable of that day.
    (kit) => {
      const visit = stay(kit);
      visit.add('经鼻高流量氧疗', { on: visit.first + 1, quantity: 20 });
      kit.violation({
        lines: [
          visit.add('高流量氧疗鼻塞', { on: visit.first + 1, hour: 9 }),
          visit.add('高流量氧疗鼻塞', { on: visit.first + 1, hour: 20 }),
        ],
      });
    },
    // At two houses on one day: the point does not ask for the same one.
    (kit) => kit.violation({ lines: [atTwoHouses(kit, '腹膜透析换液', '腹膜透析碘液保护帽')] }),
    // Window of the whole stay: on different days.
    (kit) => {
      const visit = stay(kit);
      visit.add('持续葡萄糖监测', { on: visit.first + 1 });
      kit.violation({ lines: [visit.add('葡萄糖监测传感器', { on: visit.first + 3 })] });
    },
    (kit) => {
      const visit = stay(kit);
      visit.add('负压封闭引流术', { on: visit.first + 1, hour: 14 });
      kit.violation({ lines: [visit.add('负压吸引敷料', { on: visit.first + 1, hour: 9, quantity: 2 })] });
    },
    // Two visits to one house on one day.
    (kit) => {
      const person = kit.person({ minAge: 30 });
      const on = kit.day();
      const house = kit.provider(at);
      kit.visit(person, { scene: 'outpatient', on, hour: 9, at: house, diagnosis: 'R10.400' }).add('胶囊内镜检查', { hour: 10 });
      const later = kit.visit(person, { scene: 'outpatient', on, hour: 14, at: house, diagnosis: 'R10.400' });
      kit.violation({ lines: [later.add('一次性胶囊内镜', { hour: 15 })] });
    },
    (kit) => {
      const visit = clinic(kit);
      visit.add('胶囊内镜检查');
      const line = visit.add('一次性胶囊内镜');
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    // On different days.
    (kit) => {
      const visit = stay(kit);
      visit.add('经皮穿刺活检术', { on: visit.first + 2 });
      visit.add('一次性活检针', { on: visit.first + 3 });
    },
    (kit) => {
      const visit = stay(kit);
      visit.add('经鼻高流量氧疗', { on: visit.first + 2 });
      visit.add('高流量氧疗鼻塞', { on: visit.first + 1 });
    },
    // At two houses, where the same one is meant (also where the point does not say).
    (kit) => void atTwoHouses(kit, '胶囊内镜检查', '一次性胶囊内镜'),
    // The containing service taken back.
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('持续葡萄糖监测'));
      visit.add('葡萄糖监测传感器');
    },
    // The consumable dropped when settling again.
    (kit) => {
      const visit = clinic(kit);
      visit.add('腹膜透析换液');
      visit.resettle({ drop: [visit.add('腹膜透析碘液保护帽')] });
    },
    // Another consumable of the same session; the service alone.
    (kit) => {
      const visit = stay(kit);
      visit.add('负压封闭引流术', { on: visit.first + 1 });
      visit.add('引流管', { on: visit.first + 1 });
    },
  ],
};
export default plant;
