import type { Plant } from '../../plant.ts';
import { aged, dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医用耗材限儿童使用: outside the ages of the point in completed years; 儿童 alone means 14 at most, 婴幼儿 3. */
const stay = { scene: 'inpatient', at: { level: 3 } } as const;

const plant: Plant = {
  code: 'GZ10000103002000',
  grain: 'line',
  violations: [
    // The thirteenth birthday: 12 at most; either manufacturer's.
    wrong('小儿气管插管导管', aged(13, 0, { ...stay, line: { maker: 1 } })),
    wrong('小儿导尿管', aged(15, 0)),
    // One day before the third birthday: 3 at least.
    wrong('儿童脊柱侧弯矫形支具', aged(3, 1, { diagnosis: 'M41.900' })),
    wrong('婴幼儿雾化储雾罐', aged(4, 0)),
    wrong('儿童人工耳蜗植入体', aged(7, 0, { ...stay, diagnosis: 'H90.300' })),
    partlyTakenBack('儿童骨科弹性髓内钉', { who: { minAge: 20, maxAge: 50 }, diagnosis: 'S72.300' }),
    settledAnew('小儿导尿管', { who: { minAge: 60 } }),
  ],
  nearMisses: [
    right('小儿气管插管导管', aged(13, 1, stay)),
    right('小儿导尿管', aged(15, 1)),
    right('儿童脊柱侧弯矫形支具', aged(3, 0, { diagnosis: 'M41.900' })),
    right('婴幼儿雾化储雾罐', aged(4, 1)),
    right('儿童人工耳蜗植入体', aged(1, 0, { ...stay, diagnosis: 'H90.300' })),
    takenBack('儿童骨科弹性髓内钉', { who: { minAge: 20, maxAge: 50 } }),
    dropped('小儿气管插管导管', { who: { minAge: 30 } }),
  ],
};
export default plant;
