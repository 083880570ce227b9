import type { Plant } from '../../plant.ts';
import { aged, daysOld, dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限新生儿使用: the age in days on the day of the fee is above what the point allows (or below, where it says so). */
const plant: Plant = {
  code: 'GZ10000102005000',
  grain: 'line',
  violations: [
    wrong('新生儿暖箱治疗', daysOld(29)),
    wrong('新生儿换血术', daysOld(8)),
    wrong('新生儿复苏术', daysOld(2)),
    // Two days at least, twenty at most.
    wrong('新生儿遗传代谢病筛查', daysOld(1)),
    wrong('新生儿遗传代谢病筛查', daysOld(21)),
    // Admitted in time, done one day late.
    wrong('新生儿脐静脉置管术', daysOld(15, {}, 2)),
    wrong('新生儿暖箱治疗', aged(1, 0)),
    settledAnew('新生儿换血术', daysOld(30)),
  ],
  nearMisses: [
    right('新生儿暖箱治疗', daysOld(28)),
    right('新生儿换血术', daysOld(7, {}, 3)),
    right('新生儿复苏术', daysOld(1)),
    right('新生儿遗传代谢病筛查', daysOld(2)),
    right('新生儿遗传代谢病筛查', daysOld(20)),
    right('新生儿脐静脉置管术', daysOld(0)),
    takenBack('新生儿暖箱治疗', { who: { minAge: 25, maxAge: 40 } }),
    dropped('新生儿复苏术', daysOld(10)),
  ],
};
export default plant;
