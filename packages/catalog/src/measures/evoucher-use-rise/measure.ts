import { eq, field } from '@hengjian/language';
import { entries, measure, percent, sumOf } from '../fragments.ts';

export default measure({
  id: 'evoucher-use-rise',
  title: { zh: '医保电子凭证使用率提高', en: 'Rise of the e-voucher use rate' },
  about: '本年医保电子凭证使用率比上年同期提高的百分比：（本年 − 上年）÷ 上年',
  unit: '%',
  growth: 'rise',
  shape: percent(
    entries('evoucher-counts', '使用人数', '人', sumOf('userCount'), { latest: true }),
    entries('enrolment-counts', '参保人数', '人', sumOf('enrolledCount'), { latest: true, where: eq(field('group'), 'all') }),
  ),
  answers: { names: ['*电子凭证使用率提高', '*电子凭证使用率提升'], wordings: ['*电子凭证*；*电子凭证使用率提高*'], unitRequired: true },
});
