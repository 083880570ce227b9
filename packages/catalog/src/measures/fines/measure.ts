import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'fines',
  title: { zh: '行政罚款', en: 'Fines' },
  about: '本年收到的行政罚款合计，按追回与处理台账计',
  unit: '万元',

  shape: amount(entries('recoveries', '行政罚款', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'fine') })),
  answers: { names: ['行政罚款*', '罚没款', '罚没金额', '罚款金额'], not: ['追回'] },
});
