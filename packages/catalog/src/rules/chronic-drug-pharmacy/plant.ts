import type { Plant, PlantKit } from '../../plant.ts';
import { type Billing, bill, right, settledAnew, takenBack, wrong } from '../../planting.ts';

/** 门慢特超病种用药(药店): bought at a pharmacy under an approved disease whose list does not have the drug. */
const [sugar, pressure] = ['吡格列酮二甲双胍片', '马来酸依那普利叶酸片'] as const;
const under = (disease: string, more: Billing = {}): Billing => ({ scene: 'pharmacy', disease, line: { supplyDays: 14 }, ...more });

const plant: Plant = {
  code: 'DF-17',
  grain: 'line',
  violations: [
    wrong(sugar, under('M03900')),
    wrong(pressure, under('M01600')),
    // On no list at all.
    wrong(['复方甘草片', '急支糖浆'], under('M03900', { line: { supplyDays: 3 } })),
    // One of two lines.
    (kit: PlantKit) => {
      const { visit, line } = bill(kit, pressure, under('M01600'));
      visit.add(sugar, { supplyDays: 14 });
      kit.violation({ lines: [line] });
    },
    settledAnew(sugar, under('M03900')),
  ],
  nearMisses: [
    right(sugar, under('M01600')),
    right(pressure, under('M03900')),
    // Without a disease, and under one that nobody has listed.
    right(sugar, { scene: 'pharmacy', line: { supplyDays: 14 } }),
    right(sugar, under('M07200')),
    takenBack(pressure, under('M01600')),
  ],
};
export default plant;
