import type { Plant } from '../../plant.ts';
import { bill, dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 超标准收费: an item priced by the time is billed with more than one unit (中药封包 two) in one line. */
const scene = { scene: 'outpatient', diagnosis: 'M17.900' } as const;

const plant: Plant = {
  code: 'DF-24',
  grain: 'line',
  violations: [
    wrong('关节腔灌洗治疗', { ...scene, line: { quantity: 2 } }),
    wrong('皮肤冷冻治疗', { ...scene, diagnosis: 'B07.x00', line: { quantity: 6 } }),
    wrong('中药封包治疗', { ...scene, line: { quantity: 3 } }),
    // Half a unit too much, in a stay.
    wrong('关节腔灌洗治疗', { scene: 'inpatient', diagnosis: 'M17.900', line: { quantity: 1.5 } }),
    settledAnew('皮肤冷冻治疗', { ...scene, diagnosis: 'B07.x00', line: { quantity: 4 } }),
    // Five, of which two are given back.
    (kit) => {
      const { visit, line } = bill(kit, '中药封包治疗', { scene: 'inpatient', diagnosis: 'M17.900', line: { quantity: 5 } });
      visit.refund(line, { quantity: 2 });
      kit.violation({ lines: [line] });
    },
  ],
  nearMisses: [
    right('关节腔灌洗治疗', scene),
    right('中药封包治疗', { ...scene, line: { quantity: 2 } }),
    // Two lines of one each.
    (kit) => void bill(kit, '皮肤冷冻治疗', { ...scene, diagnosis: 'B07.x00' }).visit.add('皮肤冷冻治疗'),
    // Two, of which one is given back.
    (kit) => {
      const { visit, line } = bill(kit, '关节腔灌洗治疗', { scene: 'inpatient', diagnosis: 'M17.900', line: { quantity: 2 } });
      visit.refund(line, { quantity: 1 });
    },
    dropped('皮肤冷冻治疗', { ...scene, diagnosis: 'B07.x00', line: { quantity: 3 } }),
  ],
};
export default plant;
