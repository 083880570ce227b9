import { field, inList } from '@hengjian/language';
import { amount, entries, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'basic-expenditure',
  title: { zh: '基本支出', en: 'Basic expenditure' },
  about: '本年人员和公用经费的支付金额，按资金支出台账计',
  unit: '万元',
  shape: amount(
    entries('budget-payments', '基本支出', '万元', sumOf('amountFen'), { divide: WAN, where: inList(field('kind'), 'staff', 'office') }),
  ),
  answers: { names: ['基本支出', '基本支出金额'] },
});
