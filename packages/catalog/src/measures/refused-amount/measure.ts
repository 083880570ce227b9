import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'refused-amount',
  title: { zh: '拒付金额', en: 'Refused' },
  about: '本年拒付的医保基金金额合计，按追回与处理台账和疑点资金台账计',
  unit: '万元',

  shape: amount(entries('recoveries', '拒付金额', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'refusal') })),
  answers: { names: ['拒付*金额', '拒付医保基金', '拒付违规*'], not: ['追回'] },
});
