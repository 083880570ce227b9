import { field, gt } from '@hengjian/language';
import { amount, distinct, measure, settlements } from '../fragments.ts';

export default measure({
  id: 'benefit-persons',
  title: { zh: '医保待遇享受人数', en: 'Persons paid for' },
  about: '本年有基金支付的参保人数，同一人只计一次',
  unit: '人',

  shape: amount(settlements('享受待遇人数', '人', distinct('person'), { where: gt(field('fundFen'), 0) })),
  answers: { names: ['医保待遇享受人数', '待遇享受人数', '基金支付人数'] },
});
