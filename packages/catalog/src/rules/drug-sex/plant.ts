import type { Plant, PlantKit } from '../../plant.ts';

/** 药品区分性别使用: a drug for the other sex. Diagnoses stay neutral, so that only the drug is wrong. */
const forMen = ['非那雄胺片', '盐酸坦索罗辛缓释胶囊', '前列舒通胶囊', '癃闭舒胶囊'];
const forWomen = ['黄体酮胶囊', '妇科千金片', '桂枝茯苓胶囊', '益母草颗粒', '枸橼酸他莫昔芬片'];

const wrong =
  (sex: 1 | 2, scene: 'outpatient' | 'pharmacy' | 'inpatient', makerChoice = 0) =>
  (kit: PlantKit) => {
    const person = kit.person({ sex, minAge: 25, maxAge: 80 });
    const visit = kit.visit(person, { scene, on: kit.day({ after: 8 }), diagnosis: 'R53.x00' });
    const line = visit.add(kit.random.pick(sex === 1 ? forWomen : forMen), { maker: makerChoice });
    kit.violation({ lines: [line] });
  };

const right = (sex: 1 | 2) => (kit: PlantKit) => {
  const person = kit.person({ sex, minAge: 25, maxAge: 80 });
  const visit = kit.visit(person, { scene: 'outpatient', on: kit.day(), diagnosis: 'R53.x00' });
  visit.add(kit.random.pick(sex === 1 ? forMen : forWomen), { maker: 1 });
};

const plant: Plant = {
  code: 'GZ10000301004000',
  grain: 'line',
  violations: [
    wrong(2, 'outpatient'),
    wrong(1, 'outpatient'),
    wrong(2, 'pharmacy'),
    wrong(1, 'inpatient'),
    wrong(2, 'outpatient', 1),
    // 暖宫孕子丸 came into the knowledge base on 1 April 2025.
    (kit) => {
      const visit = kit.visit(kit.person({ sex: 1, minAge: 25 }), { scene: 'outpatient', on: kit.date('2025-04-01') });
      kit.violation({ lines: [visit.add('暖宫孕子丸')] });
    },
    // Settled, reversed, settled again with the drug still in it: the line in force is the new one.
    (kit) => {
      const visit = kit.visit(kit.person({ sex: 2, minAge: 25 }), { scene: 'outpatient', on: kit.day() });
      const line = visit.add('非那雄胺片');
      kit.violation({ lines: [visit.resettle()(line)] });
    },
  ],
  nearMisses: [
    right(1),
    right(2),
    // The day before the point came into force.
    (kit) => {
      kit.visit(kit.person({ sex: 1, minAge: 25 }), { scene: 'outpatient', on: kit.date('2025-03-31') }).add('暖宫孕子丸');
    },
    // Taken back in full.
    (kit) => {
      const visit = kit.visit(kit.person({ sex: 1, minAge: 25 }), { scene: 'inpatient', on: kit.day({ after: 6 }) });
      visit.refund(visit.add('黄体酮胶囊'));
    },
    // Reversed, settled again without it.
    (kit) => {
      const visit = kit.visit(kit.person({ sex: 2, minAge: 25 }), { scene: 'outpatient', on: kit.day() });
      const line = visit.add('盐酸坦索罗辛缓释胶囊');
      visit.add('复方甘草片');
      visit.resettle({ drop: [line] });
    },
  ],
};
export default plant;
