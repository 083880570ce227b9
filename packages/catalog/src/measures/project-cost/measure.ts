import { amount, entries, measure, ofProject, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'project-cost',
  title: { zh: '项目投入成本', en: 'Cost of a project' },
  about: '本年本项目支付的金额，按资金支出台账计',
  unit: '万元',
  direction: 'less',
  shape: amount(entries('budget-payments', '项目支出', '万元', sumOf('amountFen'), { divide: WAN, within: ofProject })),
  answers: { names: ['项目投入成本', '项目总成本', '项目成本', '*项目投入成本'], ownProject: true, unitRequired: true },
});
