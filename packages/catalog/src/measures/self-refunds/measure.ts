import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'self-refunds',
  title: { zh: '自查自纠退回金额', en: 'Self-corrected refunds' },
  about: '本年医药机构自查自纠退回的金额合计，按追回与处理台账和疑点资金台账计',
  unit: '万元',

  shape: amount(
    entries('recoveries', '自查自纠退回金额', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'selfRefund') }),
  ),
  answers: { names: ['*自查自纠退*'], not: ['追回'] },
});
