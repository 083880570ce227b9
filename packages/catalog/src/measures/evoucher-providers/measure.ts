import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'evoucher-providers',
  title: { zh: '医保电子凭证开通机构', en: 'Institutions with e-voucher' },
  about: '最近一个统计日的医保电子凭证开通机构数，按医保电子凭证台账计',
  unit: '家',

  shape: amount(entries('evoucher-counts', '医保电子凭证开通机构', '家', sumOf('providerCount'), { latest: true })),
  answers: { names: ['*电子凭证医药机构覆盖面', '*电子凭证*机构*'], not: ['率', '培训', '宣传'], unitRequired: true },
});
