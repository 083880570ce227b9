import { amount, entries, measure, ofProject, sumOf } from '../fragments.ts';

export default measure({
  id: 'subsidy-persons',
  title: { zh: '享受补助人数', en: 'Persons subsidised' },
  about: '本年本项目新增享受补助的人数合计，按补助待遇支付台账计',
  unit: '人',

  shape: amount(entries('subsidy-payments', '享受人数', '人', sumOf('personCount'), { within: ofProject })),
  answers: { names: ['享受人数', '补助人数', '享受补助人数', '享受待遇人数'], not: ['参保'] },
});
