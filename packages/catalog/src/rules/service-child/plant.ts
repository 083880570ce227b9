import type { Plant } from '../../plant.ts';
import { aged, dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限儿童使用: outside the ages of the point in completed years; 儿童 alone means 14 at most, 婴幼儿 3. */
const plant: Plant = {
  code: 'GZ10000102006000',
  grain: 'line',
  violations: [
    // The seventh birthday: 6 at most.
    wrong('小儿头皮静脉穿刺', aged(7, 0)),
    wrong('小儿骨龄评定', aged(17, 0)),
    // One day before the third birthday: 3 at least.
    wrong('小儿骨龄评定', aged(3, 1)),
    wrong('儿童屈光筛查', aged(15, 0)),
    wrong('婴幼儿喂养功能训练', aged(4, 0)),
    wrong('小儿呼吸功能评定', { who: { minAge: 20, maxAge: 60 } }),
    settledAnew('儿童孤独症行为评定', aged(15, 0, { diagnosis: 'F84.000' })),
  ],
  nearMisses: [
    // The day before the seventh birthday.
    right('小儿头皮静脉穿刺', aged(7, 1)),
    right('小儿骨龄评定', aged(17, 1)),
    right('小儿骨龄评定', aged(3, 0)),
    right('儿童屈光筛查', aged(15, 1)),
    right('婴幼儿喂养功能训练', aged(4, 1)),
    takenBack('小儿呼吸功能评定', { who: { minAge: 20, maxAge: 40 } }),
    dropped('儿童孤独症行为评定', { who: { minAge: 20, maxAge: 40 } }),
  ],
};
export default plant;
