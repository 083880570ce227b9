import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'project-expenditure',
  title: { zh: '项目支出', en: 'Project expenditure' },
  about: '本年项目支出的支付金额，按资金支出台账计',
  unit: '万元',
  shape: amount(entries('budget-payments', '项目支出', '万元', sumOf('amountFen'), { divide: WAN, where: eq(field('kind'), 'project') })),
  answers: { names: ['项目支出', '项目支出金额'] },
});
