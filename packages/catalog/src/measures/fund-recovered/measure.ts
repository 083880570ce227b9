import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'fund-recovered',
  title: { zh: '追回医保基金', en: 'Fund money recovered' },
  about: '本年追回到账的医保基金金额合计，按追回与处理台账和疑点资金台账计',
  unit: '万元',

  shape: amount(entries('recoveries', '追回医保基金', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'recovery') })),
  answers: { names: ['追回医保基金', '追回医保基金金额', '追回*基金', '追回*基金金额', '追回*资金'], not: ['拒付', '罚', '违约'] },
});
