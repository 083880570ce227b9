import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'evoucher-use-rate',
  title: { zh: '医保电子凭证使用率', en: 'E-voucher use rate' },
  about: '最近一个统计日的当年医保电子凭证使用人数 ÷ 参保人数，按医保电子凭证台账和参保人数台账计',
  unit: '%',
  shape: percent(
    entries('evoucher-counts', '使用人数', '人', sumOf('userCount'), { latest: true }),
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), { latest: true, where: eq(field('group'), 'all') }),
  ),
  answers: { names: ['*电子凭证使用率'], not: ['提高', '提升', '增长'], unitRequired: true },
});
