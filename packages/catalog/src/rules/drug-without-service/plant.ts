import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 药品与医疗服务项目不符: the drug without any service it belongs to, in the day or the whole encounter. */
const at = { kind: 'hospital', level: 3 } as const;
const stay = (kit: PlantKit): PlantVisit =>
  kit.visit(kit.person({ minAge: 40 }), { scene: 'inpatient', on: kit.day({ after: 7 }), at, diagnosis: 'R07.400' });
const clinic = (kit: PlantKit, diagnosis = 'R07.400'): PlantVisit =>
  kit.visit(kit.person({ minAge: 40 }), { scene: 'outpatient', on: kit.day(), at, diagnosis });

const plant: Plant = {
  code: 'GZ10000301001000',
  grain: 'line',
  violations: [
    (kit) => kit.violation({ lines: [stay(kit).add('碘海醇注射液', { quantity: 2 })] }),
    // The plain scan is not the enhanced one.
    (kit) => {
      const visit = clinic(kit);
      visit.add('胸部CT平扫');
      kit.violation({ lines: [visit.add('碘海醇注射液')] });
    },
    (kit) => {
      const visit = clinic(kit, 'R51.x00');
      visit.add('头颅磁共振平扫');
      kit.violation({ lines: [visit.add('钆喷酸葡胺注射液')] });
    },
    // Window of a day: the service stands on another.
    (kit) => {
      const visit = stay(kit);
      visit.add('超声造影', { on: visit.first + 1 });
      kit.violation({ lines: [visit.add('注射用六氟化硫微泡', { on: visit.first + 2 })] });
    },
    // The service was taken back.
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('眼底血管造影', { on: visit.first + 1 }));
      kit.violation({ lines: [visit.add('吲哚菁绿注射液', { on: visit.first + 1 })] });
    },
    // Two lines: two findings.
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('盐酸利多卡因胶浆', { on: visit.first + 1 })] });
      kit.violation({ lines: [visit.add('盐酸利多卡因胶浆', { on: visit.first + 2 })] });
    },
    // No window told: the encounter. The service stands in another one of the same day.
    (kit) => {
      const person = kit.person({ minAge: 40 });
      const on = kit.day();
      kit.visit(person, { scene: 'outpatient', on, hour: 9, at, diagnosis: 'R10.100' }).add('消化道造影', { hour: 10 });
      const visit = kit.visit(person, { scene: 'outpatient', on, hour: 14, at, diagnosis: 'R10.100' });
      kit.violation({ lines: [visit.add('硫酸钡混悬液', { hour: 15 })] });
    },
  ],
  nearMisses: [
    // Anywhere in the stay.
    (kit) => {
      const visit = stay(kit);
      visit.add('碘海醇注射液', { on: visit.first + 1, maker: 1 });
      visit.add('腹部CT增强扫描', { on: visit.first + 3 });
    },
    (kit) => {
      const visit = clinic(kit, 'R51.x00');
      visit.add('头颅磁共振增强扫描');
      visit.add('钆喷酸葡胺注射液');
    },
    // Window of a day: in another encounter of that day.
    (kit) => {
      const person = kit.person({ minAge: 40 });
      const on = kit.day();
      kit.visit(person, { scene: 'outpatient', on, hour: 9, at, diagnosis: 'K30.x00' }).add('电子胃镜检查', { hour: 10 });
      kit.visit(person, { scene: 'outpatient', on, hour: 14, at, diagnosis: 'K30.x00' }).add('盐酸利多卡因胶浆', { hour: 15 });
    },
    // One of several services.
    (kit) => {
      const visit = clinic(kit, 'J38.300');
      visit.add('电子喉镜检查');
      visit.add('盐酸利多卡因胶浆');
    },
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('注射用六氟化硫微泡', { on: visit.first + 1 }));
    },
    (kit) => {
      const visit = clinic(kit, 'H35.300');
      visit.resettle({ drop: [visit.add('吲哚菁绿注射液')] });
    },
  ],
};
export default plant;
