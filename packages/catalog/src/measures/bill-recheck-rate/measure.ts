import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'bill-recheck-rate',
  title: { zh: '单据审核月度复核率', en: 'Monthly recheck rate' },
  about: '各月复核单据 ÷ 审核单据的平均值，按单据审核台账计',
  unit: '%',
  over: 'average',
  shape: percent(
    entries('bill-reviews', '复核单据', '份', sumOf('recheckedCount')),
    entries('bill-reviews', '审核单据', '份', sumOf('reviewedCount')),
  ),
  answers: { names: ['*月度复核率', '单据审核*复核率'] },
});
