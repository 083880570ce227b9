import type { Plant } from '../../plant.ts';
import { type Billing, dropped, right, settledAnew, wrong } from '../../planting.ts';

/** 超说明书用量开药: a single dose, or what is taken in a day, above the label's largest. */
const dosed = (dose: string, frequency: string, more: Billing = {}): Billing => ({
  diagnosis: 'R05.x00',
  ...more,
  line: { ...more.line, dose, frequency, supplyDays: 5 },
});
const child = { who: { minAge: 7, maxAge: 10 }, diagnosis: 'R05.x00' } as const;

const plant: Plant = {
  code: 'GZ10000301005000',
  grain: 'line',
  violations: [
    // Single dose of at most 30 mg.
    wrong('右美沙芬片', dosed('45mg', 'qd')),
    // At most 120 mg a day.
    wrong('右美沙芬片', dosed('30mg', 'q4h')),
    // A child takes half of it.
    wrong('右美沙芬片', dosed('20mg', 'qd', child)),
    wrong('右美沙芬片', dosed('15mg', 'q4h', child)),
    // Other units, national codes of frequency, words.
    wrong('螺内酯片', dosed('0.2g', '13', { diagnosis: 'I50.900' })),
    wrong('地高辛片', dosed('0.25毫克', '每日3次', { diagnosis: 'I50.900' })),
    // The single dose alone tells, the frequency does not.
    wrong('右美沙芬片', dosed('60mg', '必要时')),
    settledAnew('地高辛片', dosed('500μg', 'bid', { diagnosis: 'I50.900' })),
  ],
  nearMisses: [
    right('右美沙芬片', dosed('30mg', 'qid')),
    right('右美沙芬片', dosed('15mg', 'qid', child)),
    right('地高辛片', dosed('250ug', 'BID', { diagnosis: 'I50.900' })),
    right('螺内酯片', dosed('100mg', '14', { diagnosis: 'I50.900' })),
    // Nobody knows how much a tablet holds, how often is as needed, or what stands there.
    right('右美沙芬片', dosed('6片', 'qid')),
    right('右美沙芬片', dosed('30mg', 'prn')),
    right('右美沙芬片', dosed('1-2片(15mg)', '睡前')),
    dropped('右美沙芬片', dosed('45mg', 'qd')),
  ],
};
export default plant;
