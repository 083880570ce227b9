import { amount, measure, settlements, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'fund-expenditure',
  title: { zh: '医保基金支出', en: 'Fund expenditure' },
  about: '本年全部结算的基金支付合计',
  unit: '万元',

  shape: amount(settlements('基金支付', '万元', sumOf('fundFen'), { divide: WAN })),
  answers: { names: ['医保基金支出', '医保基金支出总额', '基金支出', '基金支付金额'], not: ['增长', '增幅', '率', '门诊'] },
});
