import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'bills-reviewed',
  title: { zh: '单据审核量', en: 'Bills reviewed' },
  about: '本年审核的医疗保险单据份数，按单据审核台账计',
  unit: '份',
  shape: amount(entries('bill-reviews', '审核单据', '份', sumOf('reviewedCount'))),
  answers: { names: ['*单据审核量', '*单据审核数量'], unitRequired: true },
});
