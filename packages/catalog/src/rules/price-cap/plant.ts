import type { Plant } from '../../plant.ts';
import { right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 医疗服务项目超限定单价收费: above the cap of the house's class on the day of the fee. */
const third = { at: { kind: 'hospital', level: 3 } } as const;
const second = { at: { kind: 'hospital', level: 2 } } as const;
const first = { at: { kind: 'community' } } as const;

const plant: Plant = {
  code: 'GZ10000102001000',
  grain: 'line',
  violations: [
    wrong('胸部CT平扫', { ...third, line: { price: 240.01 } }),
    wrong('肝功能十一项', { ...second, line: { price: 92 } }),
    wrong('血细胞分析', { ...first, line: { price: 18 } }),
    wrong('常规心电图', { ...second, scene: 'inpatient', line: { price: 30 } }),
    wrong('血型鉴定', { ...third, line: { price: 24.5 } }),
    // Lowered on 1 July 2025.
    wrong('会诊费', (kit) => ({ ...third, on: kit.date('2025-07-01'), scene: 'inpatient', days: 3, line: { price: 60 } })),
    settledAnew('电子胃镜检查', { ...second, line: { price: 200 } }),
  ],
  nearMisses: [
    // Exactly the cap of each class.
    right('胸部CT平扫', { ...third, line: { price: 240 } }),
    right('肝功能十一项', { ...second, line: { price: 82 } }),
    right('血细胞分析', { ...first, line: { price: 15 } }),
    right('腹部彩色多普勒超声', { ...second, line: { price: 90 } }),
    right('会诊费', (kit) => ({ ...third, on: kit.date('2025-06-30'), scene: 'inpatient', days: 3, line: { price: 60 } })),
    takenBack('头颅磁共振平扫', { ...third, line: { price: 520 } }),
  ],
};
export default plant;
