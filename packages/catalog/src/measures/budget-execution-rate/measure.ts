import { entries, measure, ofProject, percent, projectBudget, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'budget-execution-rate',
  title: { zh: '预算执行率', en: 'Budget execution' },
  about: '本年支出 ÷ 调整后的项目预算，按资金支出台账和预算调整台账计',
  unit: '%',

  shape: percent(
    entries('budget-payments', '支出金额', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject }),
    projectBudget('调整后预算', 'adjustedFen'),
  ),
  answers: { names: ['预算执行率', '*资金支出进度', '*预算执行率', '实际支出金额与预算金额比例', '*支出进度'], not: ['满意'] },
});
