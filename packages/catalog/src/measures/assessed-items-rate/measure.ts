import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'assessed-items-rate',
  title: { zh: '专项评定符合率', en: 'Items found in order' },
  about: '本年对本指标的专项评定中符合项数 ÷ 评定项数，按专项评定台账中同名事项计',
  unit: '%',
  shape: percent(
    entries('assessed-items', '符合项数', '项', sumOf('metCount'), { within: { column: 'subject', of: 'indicator' } }),
    entries('assessed-items', '评定项数', '项', sumOf('dueCount'), { within: { column: 'subject', of: 'indicator' } }),
  ),
  answers: { names: ['对生态无影响', '对*环境*无影响', '生态*无影响'], unitRequired: true },
});
