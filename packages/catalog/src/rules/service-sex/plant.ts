import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目区分性别使用. */
const forMen = ['前列腺超声', '前列腺特异抗原测定', '阴囊彩色多普勒超声', '前列腺微波治疗', '精液常规分析'];
const forWomen = ['妇科超声', '阴道分泌物检查', '宫颈脱落细胞检查', '阴道镜检查', '宫颈微波治疗'];
const man = { who: { sex: 1, minAge: 25 }, diagnosis: 'R10.400' } as const;
const woman = { who: { sex: 2, minAge: 25 }, diagnosis: 'R10.400' } as const;

const plant: Plant = {
  code: 'GZ10000302004000',
  grain: 'line',
  violations: [
    wrong(forMen, woman),
    wrong(forWomen, man),
    wrong(forWomen, { ...man, scene: 'inpatient' }),
    wrong(forMen, { ...woman, scene: 'emergency' }),
    // The point ends on 31 August 2025: its last day.
    wrong('人乳头瘤病毒分型', (kit) => ({ ...man, on: kit.date('2025-08-31') })),
    settledAnew('妇科超声', man),
  ],
  nearMisses: [
    right(forMen, man),
    right(forWomen, woman),
    right('人乳头瘤病毒分型', (kit) => ({ ...man, on: kit.date('2025-09-01') })),
    takenBack('妇科超声', man),
    takenBack('前列腺超声', woman, true),
    dropped('前列腺特异抗原测定', woman),
  ],
};
export default plant;
