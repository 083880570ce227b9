import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'liquidated-damages',
  title: { zh: '违约金', en: 'Liquidated damages' },
  about: '本年收到的违约金合计，按追回与处理台账计',
  unit: '万元',

  shape: amount(entries('recoveries', '违约金', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'liquidated') })),
  answers: { names: ['查处违约金', '违约金', '违约金金额', '收取违约金'], not: ['追回'] },
});
