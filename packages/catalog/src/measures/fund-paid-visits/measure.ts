import { field, gt } from '@hengjian/language';
import { amount, count, measure, settlements } from '../fragments.ts';

export default measure({
  id: 'fund-paid-visits',
  title: { zh: '基金支付人次', en: 'Visits paid by the fund' },
  about: '本年有基金支付的结算笔数',
  unit: '人次',

  shape: amount(settlements('基金支付人次', '人次', count, { where: gt(field('fundFen'), 0) })),
  answers: { names: ['基金支付人次', '*基金支付人次', '医保待遇享受人次', '*待遇享受人次'] },
});
