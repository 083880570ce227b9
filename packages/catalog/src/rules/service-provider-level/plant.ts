import type { Plant } from '../../plant.ts';
import { right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限医疗机构级别. */
const three = [
  '术中三维导航',
  '心脏起搏器置入术',
  '脑血管支架置入术',
  '肝动脉栓塞术',
  '经皮冠状动脉支架置入术',
  '冠状动脉造影术',
  '达芬奇机器人辅助操作',
];
const two = ['头颅磁共振平扫', '腰椎磁共振平扫', '连续性肾脏替代治疗'];

const plant: Plant = {
  code: 'GZ10000102011000',
  grain: 'line',
  violations: [
    wrong(three, { at: { kind: 'hospital', level: 2 }, scene: 'inpatient' }),
    wrong(two, { at: { kind: 'community' } }),
    wrong('全髋关节置换术', { at: { kind: 'community' }, scene: 'inpatient' }),
    wrong('玻璃体切除术', { at: { kind: 'hospital', level: 2 }, scene: 'inpatient' }),
    settledAnew('腰椎磁共振平扫', { at: { kind: 'community' } }),
  ],
  nearMisses: [
    right(three, { at: { kind: 'hospital', level: 3 }, scene: 'inpatient' }),
    right(two, { at: { kind: 'hospital', level: 2 } }),
    right('全膝关节置换术', { at: { kind: 'hospital', level: 2 }, scene: 'inpatient' }),
    right(two, { at: { kind: 'tcm' } }),
    takenBack('术中三维导航', { at: { kind: 'hospital', level: 2 } }),
  ],
};
export default plant;
