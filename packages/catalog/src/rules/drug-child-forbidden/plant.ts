import type { Plant } from '../../plant.ts';
import { aged, daysOld, dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 药品儿童禁用: younger, on the day of the fee, than the least age at which the drug may be used. */
const plant: Plant = {
  code: 'GZ10000301003000',
  grain: 'line',
  violations: [
    // One day before the birthday.
    wrong('盐酸环丙沙星片', aged(18, 1)),
    wrong('盐酸多西环素片', aged(8, 1, { scene: 'inpatient' })),
    wrong('尼美舒利分散片', { who: { minAge: 4, maxAge: 10 } }),
    wrong('复方地芬诺酯片', aged(2, 1)),
    // Sixty days old, on the day of admission and on a later day.
    wrong('复方磺胺甲噁唑混悬液', daysOld(60)),
    wrong('复方磺胺甲噁唑混悬液', daysOld(60, {}, 3)),
    partlyTakenBack('盐酸环丙沙星片', { who: { minAge: 6, maxAge: 12 } }),
    settledAnew('尼美舒利分散片', aged(12, 1)),
  ],
  nearMisses: [
    right('盐酸环丙沙星片', aged(18, 0)),
    right('盐酸多西环素片', aged(8, 0)),
    right('复方地芬诺酯片', aged(2, 0)),
    right('复方磺胺甲噁唑混悬液', daysOld(61)),
    // Too young on admission, old enough on the day of the fee.
    right('复方磺胺甲噁唑混悬液', daysOld(61, {}, 3)),
    takenBack('尼美舒利分散片', { who: { minAge: 3, maxAge: 9 } }),
    dropped('盐酸环丙沙星片', { who: { minAge: 9, maxAge: 15 } }),
  ],
};
export default plant;
