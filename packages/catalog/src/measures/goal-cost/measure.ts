import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'goal-cost',
  title: { zh: '目标支出', en: 'Spent on a goal' },
  about: '本年为本目标支付的金额，按资金支出台账的所属目标计',
  unit: '万元',
  direction: 'less',
  shape: amount(
    entries('budget-payments', '本目标支出', '万元', sumOf('amountFen'), { divide: WAN, within: { column: 'goal', of: 'goal' } }),
  ),
  answers: { names: ['不超过全年预算指标', '*目标*支出', '不超过*预算'], unitRequired: true },
});
