import type { Plant } from '../../plant.ts';
import { aged, right, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目限年龄. */
const at = { kind: 'rehabilitation' } as const;

const plant: Plant = {
  code: 'NC-医疗服务项目限年龄',
  grain: 'line',
  violations: [
    wrong('职业功能训练', aged(60, 0, { at, diagnosis: 'I69.300' })),
    wrong('职业功能训练', aged(16, 1, { at, diagnosis: 'T14.900' })),
    wrong('体外受精取卵术', aged(46, 0, { who: { sex: 2 }, at: { level: 3 }, diagnosis: 'R53.x00' })),
    wrong('儿童言语训练', aged(15, 0, { at, diagnosis: 'F80.900' })),
    wrong('婴儿神经发育训练', aged(3, 0, { at, diagnosis: 'F88.x00' })),
    wrong('儿童智力发育测评', { who: { minAge: 30 }, diagnosis: 'F88.x00' }),
  ],
  nearMisses: [
    right('职业功能训练', aged(60, 1, { at, diagnosis: 'I69.300' })),
    right('职业功能训练', aged(16, 0, { at, diagnosis: 'T14.900' })),
    right('体外受精取卵术', aged(20, 0, { who: { sex: 2 }, at: { level: 3 }, diagnosis: 'R53.x00' })),
    right('婴儿神经发育训练', aged(3, 1, { at, diagnosis: 'F88.x00' })),
    takenBack('职业功能训练', { who: { minAge: 65 }, at, diagnosis: 'I69.300' }),
  ],
};
export default plant;
