import { entries, measure, ofProject, projectBudget, restPercent, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'carry-over-rate',
  title: { zh: '结转结余率', en: 'Carried over' },
  about: '（调整后预算 − 本年支付金额）÷ 调整后预算，按资金支出台账计（财预〔2013〕53号）',
  unit: '%',
  direction: 'less',
  shape: restPercent(
    entries('budget-payments', '支付金额', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject }),
    projectBudget('调整后预算', 'adjustedFen'),
  ),
  answers: { names: ['结转结余率', '资金结余率', '资金结余'] },
});
