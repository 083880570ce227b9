import type { Plant, PlantKit, PlantVisit } from '../../plant.ts';

/** 重复结算: one encounter settled more than once with the same total; all but the earliest are in question. */
const goods = ['布洛芬缓释胶囊', '活血止痛膏', '盐酸乙哌立松片', '甲钴胺片'];
const visitWith = (kit: PlantKit, scene: 'outpatient' | 'pharmacy' | 'emergency', count: number): PlantVisit => {
  const visit = kit.visit(kit.person({ minAge: 25 }), {
    scene,
    on: kit.day({ after: 3 }),
    bare: true,
    ...(scene === 'pharmacy' ? {} : { diagnosis: 'M54.500' }),
  });
  for (const name of goods.slice(0, count)) visit.add(name, { quantity: 1, ...(scene === 'emergency' ? { supplyDays: 3 } : {}) });
  return visit;
};

const plant: Plant = {
  code: 'DF-33',
  grain: 'encounter',
  violations: [
    (kit) => kit.violation({ settlements: [visitWith(kit, 'outpatient', 2).settleAgain()] }),
    (kit) => kit.violation({ settlements: [visitWith(kit, 'pharmacy', 3).settleAgain()] }),
    // Two days later.
    (kit) => {
      const visit = visitWith(kit, 'outpatient', 4);
      kit.violation({ settlements: [visit.settleAgain(visit.first + 2)] });
    },
    // Three times: the second and the third.
    (kit) => {
      const visit = visitWith(kit, 'outpatient', 3);
      kit.violation({ settlements: [visit.settleAgain(), visit.settleAgain(visit.first + 1)] });
    },
    (kit) => kit.violation({ settlements: [visitWith(kit, 'emergency', 2).settleAgain()] }),
  ],
  nearMisses: [
    // Reversed and settled again: only one is in force.
    (kit) => void visitWith(kit, 'outpatient', 2).resettle(),
    // Settled in two parts of different amounts.
    (kit) => {
      const visit = kit.visit(kit.person({ minAge: 40 }), {
        scene: 'inpatient',
        on: kit.day({ after: 12 }),
        days: 9,
        bare: true,
        diagnosis: 'I63.900',
      });
      for (let n = 0; n < 4; n += 1) visit.add('胞磷胆碱钠注射液', { on: visit.first + n });
      visit.settle(visit.first + 4);
      for (let n = 4; n < 9; n += 1) visit.add('胞磷胆碱钠注射液', { on: visit.first + n });
    },
    // Two encounters of one day with the same total.
    (kit) => {
      const person = kit.person({ minAge: 25 });
      const on = kit.day({ after: 2 });
      for (const hour of [9, 15]) kit.visit(person, { scene: 'pharmacy', on, hour }).add('活血止痛膏', { quantity: 1 });
    },
    // The second settling has one thing less.
    (kit) => {
      const visit = visitWith(kit, 'outpatient', 3);
      visit.settle(visit.first);
      visit.add('硫酸氨基葡萄糖胶囊', { quantity: 1 });
    },
    (kit) => void visitWith(kit, 'pharmacy', 4).resettle(),
  ],
};
export default plant;
