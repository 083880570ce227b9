import type { Plant, PlantKit, PlantLine, PlantVisit, VisitWish } from '../../plant.ts';

/** 医疗服务项目重复收费: the first item contains the second, and both are billed in the window; the included one is in question. */
const visitFor = (kit: PlantKit, wish: Partial<VisitWish> = {}, minAge = 25): PlantVisit => {
  const days = wish.scene === 'inpatient' ? (wish.days ?? 5) : 0;
  return kit.visit(kit.person({ minAge }), {
    scene: 'outpatient',
    on: kit.day({ after: days + 2 }),
    at: { kind: 'hospital', minLevel: 2 },
    diagnosis: 'R10.400',
    ...wish,
  });
};
const both = (kit: PlantKit, container: string, included: string, wish: Partial<VisitWish> = {}): PlantLine => {
  const visit = visitFor(kit, wish);
  visit.add(container);
  return visit.add(included);
};
const inStay = { scene: 'inpatient' } as const;

const plant: Plant = {
  code: 'GZ10000102012000',
  grain: 'person',
  violations: [
    (kit) => kit.violation({ lines: [both(kit, '腹部CT增强扫描', '腹部CT平扫')] }),
    (kit) => kit.violation({ lines: [both(kit, '无痛胃镜检查', '电子胃镜检查')] }),
    (kit) => kit.violation({ lines: [both(kit, '生化全套检测', '肝功能十一项')] }),
    // One operation: same encounter, same day.
    (kit) => {
      const visit = visitFor(kit, inStay);
      visit.add('全身麻醉', { on: visit.first + 2, hour: 9 });
      kit.violation({ lines: [visit.add('气管插管术', { on: visit.first + 2, hour: 10 })] });
    },
    // Every line of the included item of that day.
    (kit) => {
      const visit = visitFor(kit, { ...inStay, without: ['nursing'] });
      visit.add('特级护理', { on: visit.first + 1, quantity: 20 });
      kit.violation({
        lines: [visit.add('口腔护理', { on: visit.first + 1, hour: 9 }), visit.add('口腔护理', { on: visit.first + 1, hour: 20 })],
      });
    },
    // At two houses on one day: the point does not ask for the same one.
    (kit) => {
      const person = kit.person({ minAge: 25 });
      const on = kit.day();
      const at = kit.provider({ level: 3 });
      kit.visit(person, { scene: 'outpatient', on, at, hour: 9, diagnosis: 'R05.x00' }).add('胸部CT增强扫描', { hour: 10 });
      const line = kit
        .visit(person, { scene: 'outpatient', on, at: { level: 2 }, hour: 14, diagnosis: 'R05.x00' })
        .add('胸部CT平扫', { hour: 15 });
      kit.violation({ lines: [line] });
    },
    (kit) => {
      const visit = visitFor(kit, { scene: 'emergency', bare: true });
      visit.add('急诊监护费');
      kit.violation({ lines: [visit.add('急诊诊查费')] });
    },
    // Window of the whole stay: on different days.
    (kit) => {
      const visit = kit.visit(kit.person({ sex: 2, minAge: 24, maxAge: 38 }), {
        scene: 'maternity-inpatient',
        on: kit.day({ after: 7 }),
        insurance: '510',
        pregnant: true,
        diagnosis: 'O82.900',
      });
      visit.add('剖宫产术', { on: visit.first + 1 });
      kit.violation({ lines: [visit.add('单胎顺产接生', { on: visit.first })] });
    },
    (kit) => {
      const visit = visitFor(kit);
      visit.add('洗胃');
      const line = visit.add('插胃管术');
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    // On different days.
    (kit) => {
      const visit = visitFor(kit, inStay);
      visit.add('腹部CT增强扫描', { on: visit.first + 2 });
      visit.add('腹部CT平扫', { on: visit.first + 1 });
    },
    (kit) => {
      const visit = visitFor(kit, inStay);
      visit.add('全身麻醉', { on: visit.first + 2 });
      visit.add('气管插管术', { on: visit.first + 3 });
    },
    // At two houses, where the point asks for the same one.
    (kit) => {
      const person = kit.person({ minAge: 25 });
      const on = kit.day();
      kit.visit(person, { scene: 'outpatient', on, at: { level: 3 }, hour: 9 }).add('生化全套检测', { hour: 10 });
      kit.visit(person, { scene: 'outpatient', on, at: { level: 2 }, hour: 14 }).add('肝功能十一项', { hour: 15 });
    },
    // The containing one taken back.
    (kit) => {
      const visit = visitFor(kit, inStay);
      visit.refund(visit.add('血液透析滤过'));
      visit.add('血液透析');
    },
    // The included one dropped when settling again.
    (kit) => {
      const visit = visitFor(kit);
      visit.add('无痛胃镜检查');
      visit.resettle({ drop: [visit.add('电子胃镜检查')] });
    },
    // Two people.
    (kit) => {
      const on = kit.day();
      kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on }).add('胸部CT增强扫描');
      kit.visit(kit.person({ minAge: 30 }), { scene: 'outpatient', on }).add('胸部CT平扫');
    },
  ],
};
export default plant;
