import { entries, measure, ofProject, percent, projectBudget, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'funds-received-rate',
  title: { zh: '资金到位率', en: 'Funds received' },
  about: '本年到账的项目资金 ÷ 绩效目标表的项目预算，按资金到位台账计',
  unit: '%',

  shape: percent(
    entries('budget-receipts', '到位资金', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject }),
    projectBudget('项目预算', 'budgetFen'),
  ),
  answers: { names: ['资金到位率', '*资金到位率', '*资金到位率（%）'] },
});
