import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'evoucher-users',
  title: { zh: '医保电子凭证使用人数', en: 'E-voucher users' },
  about: '最近一个统计日的当年医保电子凭证使用人数，按医保电子凭证台账计',
  unit: '人',

  shape: amount(entries('evoucher-counts', '医保电子凭证使用人数', '人', sumOf('userCount'), { latest: true })),
  answers: { names: ['*电子凭证就医购药', '*电子凭证使用人数', '*选择医保电子凭证*'], not: ['率', '培训', '宣传'], unitRequired: true },
});
