import type { Plant, PlantKit } from '../../plant.ts';
import { type Billing, bill, right, settledAnew, wrong } from '../../planting.ts';

/** 药品超限定病种目录范围使用: a chronic-disease visit is settled under a disease whose list does not have the drug. */
const under = (disease: string, diagnosis: string, more: Billing = {}): Billing => ({ scene: 'chronic', disease, diagnosis, ...more });
const pressure = under('M03900', 'I10.x00');
const heart = under('M04600', 'I25.100');

const plant: Plant = {
  code: 'GZ10000101011000',
  grain: 'line',
  violations: [
    // On the list of another disease.
    wrong('盐酸二甲双胍片', pressure),
    wrong('苯磺酸氨氯地平片', under('M01600', 'E11.900')),
    // On no list at all.
    wrong(['蒙脱石散', '复方甘草片'], under('M02500', 'G40.900')),
    // One of three lines.
    (kit: PlantKit) => {
      const { visit, line } = bill(kit, '胃苏颗粒', heart);
      visit.add('阿司匹林肠溶片');
      visit.add('阿托伐他汀钙片');
      kit.violation({ lines: [line] });
    },
    // Taken off the list from 1 July 2025.
    wrong('稳心颗粒', (kit) => ({ ...heart, on: kit.date('2025-07-01') })),
    settledAnew('非布司他片', under('M06900', 'M06.900')),
  ],
  nearMisses: [
    right(['苯磺酸氨氯地平片', '缬沙坦胶囊'], pressure),
    right('盐酸二甲双胍片', under('M01600', 'E11.900')),
    // On the second of two lists of one disease.
    right('盐酸普拉克索片', under('M02300', 'G20.x00')),
    right('稳心颗粒', (kit) => ({ ...heart, on: kit.date('2025-06-30') })),
    // An ordinary visit, and a disease that nobody has listed.
    right('盐酸二甲双胍片', { scene: 'outpatient', diagnosis: 'I10.x00' }),
    right('蒙脱石散', under('M07200', 'M45.x00')),
    // Dropped when settling again.
    (kit) => {
      const { visit, line } = bill(kit, '盐酸二甲双胍片', pressure);
      visit.add('缬沙坦胶囊');
      visit.resettle({ drop: [line] });
    },
  ],
};
export default plant;
