import { field, inList } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'recovered-and-refused',
  title: { zh: '追回、拒付医保基金金额', en: 'Recovered and refused' },
  about: '本年追回到账与拒付的医保基金金额合计，按追回与处理台账和疑点资金台账计',
  unit: '万元',

  shape: amount(
    entries('recoveries', '追回、拒付医保基金金额', '万元', sumOf('amountFen'), {
      divide: WAN,
      where: inList(field('kind'), 'recovery', 'refusal'),
    }),
  ),
  answers: { names: ['追回*拒付*', '拒付*追回*'] },
});
