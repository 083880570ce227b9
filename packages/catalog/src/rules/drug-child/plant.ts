import type { Plant } from '../../plant.ts';
import { aged, daysOld, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 药品限儿童使用: outside the ages of the point, in completed years or days on the day of the fee. */
const plant: Plant = {
  code: 'GZ10000101007000',
  grain: 'line',
  violations: [
    // The fifteenth birthday: 14 at most.
    wrong('孟鲁司特钠咀嚼片', aged(15, 0, { diagnosis: 'J45.900' })),
    wrong('咪达唑仑口服溶液', aged(15, 0)),
    // One day before the second birthday: 2 at least.
    wrong('孟鲁司特钠咀嚼片', aged(2, 1, { diagnosis: 'J45.900' })),
    wrong('重组人生长激素注射液', aged(3, 1, { diagnosis: 'E23.000' })),
    wrong('丙酸氟替卡松吸入气雾剂(儿童装)', { who: { minAge: 30, maxAge: 60 }, diagnosis: 'J45.900' }),
    // Twenty-nine days old.
    wrong('枸橼酸咖啡因注射液', daysOld(29)),
    settledAnew('水合氯醛灌肠剂', aged(13, 0)),
  ],
  nearMisses: [
    // The day before the fifteenth birthday.
    right('孟鲁司特钠咀嚼片', aged(15, 1, { diagnosis: 'J45.900' })),
    // The second birthday.
    right('孟鲁司特钠咀嚼片', aged(2, 0, { diagnosis: 'J45.900' })),
    right('水合氯醛灌肠剂', aged(13, 1)),
    right('枸橼酸咖啡因注射液', daysOld(28)),
    right('注射用牛肺表面活性剂', daysOld(1)),
    takenBack('咪达唑仑口服溶液', { who: { minAge: 20, maxAge: 40 } }),
  ],
};
export default plant;
