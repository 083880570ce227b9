import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 医用耗材与医疗服务项目不符: the consumable without any service it belongs to, in the day or the whole encounter. */
const stay = (kit: PlantKit): PlantVisit =>
  kit.visit(kit.person({ minAge: 40 }), {
    scene: 'inpatient',
    on: kit.day({ after: 7 }),
    at: { kind: 'hospital', level: 3 },
    diagnosis: 'R07.400',
  });

const plant: Plant = {
  code: 'GZ10000303001000',
  grain: 'line',
  violations: [
    (kit) => kit.violation({ lines: [stay(kit).add('冠状动脉药物支架', { quantity: 1 })] }),
    // The angiography alone is not the stent's service.
    (kit) => {
      const visit = stay(kit);
      visit.add('冠状动脉造影术', { on: visit.first + 1 });
      kit.violation({ lines: [visit.add('冠状动脉球囊导管', { on: visit.first + 1 })] });
    },
    // Window of a day: the service stands on another.
    (kit) => {
      const visit = stay(kit);
      visit.add('雾化吸入', { on: visit.first + 1 });
      kit.violation({ lines: [visit.add('雾化吸入面罩', { on: visit.first + 2 })] });
    },
    // The service was taken back.
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('心脏起搏器置入术', { on: visit.first + 1 }));
      kit.violation({ lines: [visit.add('心脏起搏器', { on: visit.first + 1 })] });
    },
    // Two manufacturers' plates: two findings.
    (kit) => {
      const visit = stay(kit);
      kit.violation({ lines: [visit.add('接骨板及螺钉', { on: visit.first + 1, maker: 0 })] });
      kit.violation({ lines: [visit.add('接骨板及螺钉', { on: visit.first + 1, maker: 1 })] });
    },
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), { scene: 'chronic', on: kit.day(), diagnosis: 'N18.500' });
      kit.violation({ lines: [visit.add('血液透析器')] });
    },
  ],
  nearMisses: [
    // Anywhere in the stay.
    (kit) => {
      const visit = stay(kit);
      visit.add('冠状动脉药物支架', { on: visit.first + 1 });
      visit.add('经皮冠状动脉支架置入术', { on: visit.first + 3 });
    },
    // The other of two services.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), { scene: 'chronic', on: kit.day(), at: { level: 3 }, diagnosis: 'N18.500' });
      visit.add('血液透析滤过');
      visit.add('血液透析器');
    },
    (kit) => {
      const visit = stay(kit);
      for (const day of [1, 2]) {
        visit.add('雾化吸入', { on: visit.first + day });
        visit.add('雾化吸入面罩', { on: visit.first + day });
      }
    },
    (kit) => {
      const visit = stay(kit);
      visit.refund(visit.add('脑血管支架', { on: visit.first + 1 }));
    },
    (kit) => {
      const visit = stay(kit);
      const pump = visit.add('镇痛泵', { on: visit.first + 1 });
      visit.resettle({ drop: [pump] });
    },
  ],
};
export default plant;
