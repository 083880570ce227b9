import { entries, measure, ofProject, percent, projectBudget, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'budget-adjustment-rate',
  title: { zh: '预算调整率', en: 'Budget adjusted' },
  about: '本年预算追加和调减的净额 ÷ 年初预算，按预算调整台账计（财预〔2013〕53号）',
  unit: '%',
  direction: 'less',
  shape: percent(
    entries('budget-adjustments', '调整净额', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject }),
    projectBudget('年初预算', 'budgetFen'),
  ),
  answers: { names: ['预算调整率', '预算控制率'] },
});
