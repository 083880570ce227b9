import type { Plant } from '../../plant.ts';
import { aged, daysOld, dropped, partlyTakenBack, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医用耗材限新生儿使用: older in days, on the day of the fee, than the point allows. */
const until28 = ['新生儿呼吸机管路', '新生儿光疗眼罩', '新生儿足跟采血器', '新生儿专用留置针'];

const plant: Plant = {
  code: 'GZ10000103001000',
  grain: 'line',
  violations: [
    wrong(until28, daysOld(29)),
    wrong(until28, daysOld(29, {}, 4)),
    wrong('新生儿脐静脉导管', daysOld(15)),
    wrong(until28, aged(1, 0)),
    wrong('新生儿专用留置针', { who: { minAge: 70 } }),
    partlyTakenBack('新生儿光疗眼罩', { who: { minAge: 25, maxAge: 40 } }),
    settledAnew('新生儿足跟采血器', daysOld(35)),
  ],
  nearMisses: [
    right(until28, daysOld(28)),
    right(until28, daysOld(28, {}, 4)),
    right('新生儿脐静脉导管', daysOld(14)),
    right(until28, daysOld(0)),
    takenBack('新生儿呼吸机管路', { who: { minAge: 40 } }),
    dropped('新生儿专用留置针', daysOld(50)),
  ],
};
export default plant;
