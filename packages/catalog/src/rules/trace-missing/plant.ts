import type { Plant, PlantCase } from '../../plant.ts';
import { bill, right, settledAnew, wrong } from '../../planting.ts';

/** 追溯码缺失: a drug that must carry its trace code is settled outside a stay without one. */
const [always, fromJuly] = ['卡格列净片', '盐酸普拉格雷片'];
const none = { line: { traces: [], supplyDays: 14 } } as const;
const diagnosis = 'E11.900';
const on =
  (date: string, traces: readonly string[] | undefined, told: boolean): PlantCase =>
  (kit) => {
    const day = kit.date(date);
    const { line } = bill(kit, fromJuly as string, {
      scene: 'pharmacy',
      on: day,
      line: { supplyDays: 14, ...(traces && { traces }) },
    });
    if (told) kit.violation({ lines: [line] });
  };

const plant: Plant = {
  code: 'DF-18',
  grain: 'line',
  violations: [
    wrong(always as string, { scene: 'pharmacy', ...none }),
    wrong(always as string, { scene: 'outpatient', diagnosis, ...none }),
    wrong(always as string, { scene: 'chronic', diagnosis, ...none }),
    // The first day on which it must.
    on('2025-07-01', [], true),
    settledAnew(always as string, { scene: 'pharmacy', ...none }),
  ],
  nearMisses: [
    right(always as string, { scene: 'pharmacy', line: { supplyDays: 14 } }),
    right(always as string, { scene: 'outpatient', diagnosis, line: { supplyDays: 14, quantity: 2 } }),
    // In a stay.
    right(always as string, { scene: 'inpatient', diagnosis, line: { traces: [] } }),
    // The day before it must.
    on('2025-06-30', [], false),
    // One code for two packs is a code.
    // a code of its own each time: the case is lived through more than once in a large city
    right(always as string, (kit) => ({
      scene: 'pharmacy',
      line: { supplyDays: 14, quantity: 2, traces: [`8399${String(kit.random.int(0, 999_999_999)).padStart(16, '0')}`] },
    })),
  ],
};
export default plant;
