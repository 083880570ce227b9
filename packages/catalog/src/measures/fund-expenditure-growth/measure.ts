import { amount, measure, settlements, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'fund-expenditure-growth',
  title: { zh: '医保基金支出增长率', en: 'Growth of fund expenditure' },
  about: '本年基金支付合计比上年同期增长的百分比',
  unit: '%',
  direction: 'less',
  growth: 'rise',
  shape: amount(settlements('基金支付', '万元', sumOf('fundFen'), { divide: WAN })),
  answers: { names: ['*基金*支出*增长率', '*基金支出增长*', '*基金支出增幅'], not: ['门诊', '住院'] },
});
