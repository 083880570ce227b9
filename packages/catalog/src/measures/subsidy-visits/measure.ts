import { amount, entries, measure, ofProject, sumOf } from '../fragments.ts';

export default measure({
  id: 'subsidy-visits',
  title: { zh: '补助支付人次', en: 'Subsidy payments' },
  about: '本年本项目支付的补助人次合计，按补助待遇支付台账计',
  unit: '人次',

  shape: amount(entries('subsidy-payments', '支付人次', '人次', sumOf('visitCount'), { within: ofProject })),
  answers: { names: ['支付人次', '补助支付人次', '补助人次'] },
});
