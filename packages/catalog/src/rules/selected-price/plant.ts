import type { Plant } from '../../plant.ts';
import { bill, dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 集采中选产品超价: the selected product (first maker) above 12.60 yuan; in force from 1 February 2025. */
const name = '富马酸喹硫平片';
const scene = { scene: 'outpatient', diagnosis: 'F20.900' } as const;
const supply = { supplyDays: 10 } as const;

const plant: Plant = {
  code: 'DF-46',
  grain: 'line',
  violations: [
    wrong(name, (kit) => ({ ...scene, on: kit.day({ after: 2, within: { from: '2025-02-01' } }), line: { ...supply, price: 12.61 } })),
    wrong(name, (kit) => ({
      ...scene,
      on: kit.day({ after: 2, within: { from: '2025-02-01' } }),
      line: { ...supply, price: 15, quantity: 2, supplyDays: 20 },
    })),
    wrong(name, (kit) => ({ ...scene, on: kit.date('2025-02-01'), line: { ...supply, price: 13 } })),
    wrong(name, (kit) => ({
      scene: 'pharmacy',
      on: kit.day({ after: 2, within: { from: '2025-02-01' } }),
      line: { ...supply, price: 18.9 },
    })),
    settledAnew(name, (kit) => ({
      ...scene,
      on: kit.day({ after: 2, within: { from: '2025-02-01' } }),
      line: { ...supply, price: 14 },
    })),
    (kit) => {
      const on = kit.day({ after: 8, within: { from: '2025-02-01' } });
      const { visit, line } = bill(kit, name, { scene: 'inpatient', on, diagnosis: 'F20.900', line: { price: 20, quantity: 2 } });
      visit.refund(line, { quantity: 1 });
      kit.violation({ lines: [line] });
    },
  ],
  nearMisses: [
    right(name, { ...scene, line: supply }),
    right(name, { ...scene, line: { ...supply, price: 12.6 } }),
    right(name, { ...scene, line: { ...supply, price: 9.8 } }),
    // Another maker's, not selected.
    right(name, { ...scene, line: { ...supply, price: 30, maker: 1 } }),
    // The day before the price was in force.
    right(name, (kit) => ({ ...scene, on: kit.date('2025-01-31'), line: { ...supply, price: 13 } })),
    dropped(name, { ...scene, line: { ...supply, price: 15 } }),
  ],
};
export default plant;
