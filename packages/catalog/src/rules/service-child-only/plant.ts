import type { Plant } from '../../plant.ts';
import { aged, dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 医疗服务项目儿童专用. */
const plant: Plant = {
  code: 'GZ10000302003000',
  grain: 'line',
  violations: [
    wrong('儿童窝沟封闭', aged(13, 0, { diagnosis: 'K02.900' })),
    wrong('小儿推拿', { who: { minAge: 30 }, diagnosis: 'K30.x00', at: { kind: 'tcm' } }),
    wrong('乳牙拔除术', aged(15, 0, { diagnosis: 'K00.600' })),
    wrong('小儿捏脊治疗', { who: { minAge: 40 }, scene: 'inpatient', at: { kind: 'tcm' }, diagnosis: 'K30.x00' }),
    settledAnew('儿童前牙树脂冠修复', { who: { minAge: 18 }, diagnosis: 'K02.900' }),
  ],
  nearMisses: [
    right('儿童窝沟封闭', aged(13, 1, { diagnosis: 'K02.900' })),
    right('乳牙拔除术', aged(15, 1, { diagnosis: 'K00.600' })),
    right('小儿推拿', { who: { minAge: 1, maxAge: 6 }, diagnosis: 'K30.x00', at: { kind: 'tcm' } }),
    right('儿童视力筛查', aged(15, 1, { diagnosis: 'H52.100' })),
    dropped('小儿捏脊治疗', { who: { minAge: 20 }, diagnosis: 'K30.x00' }),
  ],
};
export default plant;
