import type { Plant } from '../../plant.ts';
import { dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 药品区分性别使用: a drug for the other sex. Diagnoses stay neutral, so that only the drug is wrong. */
const forMen = ['非那雄胺片', '盐酸坦索罗辛缓释胶囊', '前列舒通胶囊', '癃闭舒胶囊'];
const forWomen = ['黄体酮胶囊', '妇科千金片', '桂枝茯苓胶囊', '益母草颗粒', '枸橼酸他莫昔芬片'];
const man = { who: { sex: 1, minAge: 25 }, diagnosis: 'R53.x00' } as const;
const woman = { who: { sex: 2, minAge: 25 }, diagnosis: 'R53.x00' } as const;

const plant: Plant = {
  code: 'GZ10000301004000',
  grain: 'line',
  violations: [
    wrong(forMen, woman),
    wrong(forWomen, man),
    wrong(forMen, { ...woman, scene: 'pharmacy' }),
    wrong(forWomen, { ...man, scene: 'inpatient' }),
    // Another manufacturer's product of the same point.
    wrong('非那雄胺片', { ...woman, line: { maker: 1 } }),
    // Newly in force on 1 April 2025.
    wrong('暖宫孕子丸', (kit) => ({ ...man, on: kit.date('2025-04-01') })),
    settledAnew('非那雄胺片', woman),
    partlyTakenBack('黄体酮胶囊', man),
  ],
  nearMisses: [
    right(forMen, man),
    right(forWomen, woman),
    // The day before it came into force.
    right('暖宫孕子丸', (kit) => ({ ...man, on: kit.date('2025-03-31') })),
    takenBack('黄体酮胶囊', man),
    takenBack('妇科千金片', man, true),
    dropped('盐酸坦索罗辛缓释胶囊', woman),
  ],
};
export default plant;
