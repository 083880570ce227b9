import { field, inList } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'recovered-with-liquidated',
  title: { zh: '追回违规违约费用', en: 'Recovered with liquidated damages' },
  about: '本年追回到账的医保基金与违约金合计，按追回与处理台账和疑点资金台账计',
  unit: '万元',

  shape: amount(
    entries('recoveries', '追回违规违约费用', '万元', sumOf('amountFen'), {
      divide: WAN,
      where: inList(field('kind'), 'recovery', 'liquidated'),
    }),
  ),
  answers: { names: ['追回*违规违约*', '追回*违约*'], not: ['拒付', '罚'] },
});
