import type { Plant } from '../../plant.ts';
import { dropped, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限就医方式: billed where the point does not allow it. */
const inStay = ['床旁康复训练', '病房持续血糖监测', '亚低温治疗'];
const urgent = ['急诊床旁超声检查', '床旁心肺功能支持'];
const dialysis = { diagnosis: 'N18.500' } as const;

const plant: Plant = {
  code: 'GZ10000102009000',
  grain: 'line',
  violations: [
    wrong(inStay),
    wrong(inStay, { scene: 'emergency' }),
    wrong(inStay, { scene: 'chronic', diagnosis: 'I10.x00' }),
    wrong(urgent),
    wrong(urgent, { scene: 'chronic', diagnosis: 'I10.x00' }),
    // For long-term patients only: neither the ordinary clinic nor a stay.
    wrong('腹膜透析居家随访', dialysis),
    wrong('腹膜透析居家随访', { ...dialysis, scene: 'inpatient' }),
    settledAnew('亚低温治疗'),
  ],
  nearMisses: [
    right(inStay, { scene: 'inpatient' }),
    right(urgent, { scene: 'emergency' }),
    right(urgent, { scene: 'inpatient' }),
    right('腹膜透析居家随访', { ...dialysis, scene: 'chronic' }),
    right(inStay, { scene: 'maternity-inpatient', who: { sex: 2, minAge: 24, maxAge: 38 }, diagnosis: 'O80.900', pregnant: true }),
    takenBack('腹膜透析居家随访', dialysis),
    dropped('床旁康复训练'),
  ],
};
export default plant;
