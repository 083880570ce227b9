import { and, eq, field, gt, isNull, not } from '@hengjian/language';
import { amount, distinct, measure, settlements } from '../fragments.ts';

export default measure({
  id: 'reviewed-providers',
  title: { zh: '智能审核覆盖的医疗机构', en: 'Institutions reviewed' },
  about: '本年发生统筹基金支出并经过智能审核的定点医疗机构家数',
  unit: '家',

  shape: amount(
    settlements('审核覆盖的医疗机构', '家', distinct('provider'), {
      where: and(eq(field('providerKind'), 'medical'), gt(field('poolFen'), 0), not(isNull(field('reviewedDay')))),
    }),
  ),
  answers: { names: ['*网络监控审核', '*医疗机构网络监控*', '智能审核*医疗机构*'], not: ['率'], unitRequired: true },
});
