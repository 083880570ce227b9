import type { Plant } from '../../plant.ts';
import { right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医用耗材与性别不符. */
const forMen = ['男用导尿套', '阴囊托带', '前列腺支架'];
const forWomen = ['一次性阴道扩张器', '子宫托', '宫颈扩张球囊', '一次性产包'];
const man = { who: { sex: 1, minAge: 25 }, diagnosis: 'R10.400', scene: 'inpatient' } as const;
const woman = { who: { sex: 2, minAge: 25 }, diagnosis: 'R10.400', scene: 'inpatient' } as const;

const plant: Plant = {
  code: 'NC-医用耗材与性别不符',
  grain: 'line',
  violations: [
    wrong(forMen, woman),
    wrong(forWomen, man),
    wrong('一次性阴道扩张器', { ...man, scene: 'outpatient' }),
    wrong('男用导尿套', { ...woman, scene: 'emergency' }),
    wrong('产后收腹带', (kit) => ({ ...man, on: kit.date('2025-05-01'), days: 3, line: { on: kit.date('2025-05-02') } })),
    settledAnew('子宫托', { ...man, scene: 'outpatient' }),
  ],
  nearMisses: [
    right(forMen, man),
    right(forWomen, woman),
    // Used on the last day before the point came into force, in a stay that goes on after it.
    right('产后收腹带', (kit) => ({ ...man, on: kit.date('2025-04-30'), days: 4 })),
    takenBack('一次性产包', man),
    takenBack('男用导尿套', woman, true),
  ],
};
export default plant;
