import { dayOfDate } from '@hengjian/domain';
import type { Plant } from '../../plant.ts';
import { aged, dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 药品儿童专用: a preparation for children, the person older than its limit. */
const plant: Plant = {
  code: 'GZ10000301002000',
  grain: 'line',
  violations: [
    wrong('小儿豉翘清热颗粒', aged(15, 0, { diagnosis: 'J06.900' })),
    wrong('小儿肺热咳喘颗粒', { who: { minAge: 25, maxAge: 70 }, diagnosis: 'J20.900' }),
    wrong('小儿消积止咳口服液', aged(13, 0, { diagnosis: 'J20.900' })),
    wrong('小儿柴桂退热颗粒', { who: { minAge: 30, maxAge: 60 }, scene: 'pharmacy' }),
    // From 1 July 2025 up to six years: a child of eight.
    wrong('醒脾养儿颗粒', (kit) => ({
      on: kit.date('2025-07-01'),
      who: { bornOn: kit.date('2025-07-01') - 8 * 366 },
      diagnosis: 'K30.x00',
    })),
    // Born on 29 February: thirteen from 1 March.
    wrong('小儿消积止咳口服液', (kit) => ({ on: kit.date('2025-03-01'), who: { bornOn: dayOfDate(2012, 2, 29) }, diagnosis: 'J20.900' })),
    settledAnew('小儿氨酚黄那敏颗粒', aged(16, 0, { diagnosis: 'J06.900' })),
  ],
  nearMisses: [
    right('小儿豉翘清热颗粒', aged(15, 1, { diagnosis: 'J06.900' })),
    right('小儿消积止咳口服液', aged(13, 1, { diagnosis: 'J20.900' })),
    // The last day of the wider limit.
    right('醒脾养儿颗粒', (kit) => ({
      on: kit.date('2025-06-30'),
      who: { bornOn: kit.date('2025-06-30') - 8 * 366 },
      diagnosis: 'K30.x00',
    })),
    right('小儿消积止咳口服液', (kit) => ({ on: kit.date('2025-02-28'), who: { bornOn: dayOfDate(2012, 2, 29) }, diagnosis: 'J20.900' })),
    dropped('小儿化痰止咳颗粒', { who: { minAge: 30 }, diagnosis: 'J20.900' }),
  ],
};
export default plant;
