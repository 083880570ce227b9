import { field, inList } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'recovered-and-fined',
  title: { zh: '追回医保基金及罚没款', en: 'Recovered and fined' },
  about: '本年追回到账的医保基金与行政罚款合计，按追回与处理台账和疑点资金台账计',
  unit: '万元',

  shape: amount(
    entries('recoveries', '追回医保基金及罚没款', '万元', sumOf('amountFen'), {
      divide: WAN,
      where: inList(field('kind'), 'recovery', 'fine'),
    }),
  ),
  answers: { names: ['追回*罚没款', '追回*罚款*', '追回*罚没*'], not: ['拒付'] },
});
