import { and, field, gt, isNull, not } from '@hengjian/language';
import { amount, distinct, measure, settlements } from '../fragments.ts';

export default measure({
  id: 'reviewed-agreement-providers',
  title: { zh: '智能审核覆盖的定点医药机构', en: 'Institutions and pharmacies reviewed' },
  about: '本年发生统筹基金支出并经过智能审核的定点医药机构家数',
  unit: '家',
  shape: amount(
    settlements('审核覆盖的医药机构', '家', distinct('provider'), {
      where: and(gt(field('poolFen'), 0), not(isNull(field('reviewedDay')))),
    }),
  ),
  answers: { names: ['*智能监控*医药机构*', '*智能审核*医药机构家数', '智能监控定点*覆盖面'], not: ['率', '次数'], unitRequired: true },
});
