import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'inspected-providers',
  title: { zh: '检查机构家数', en: 'Institutions inspected' },
  about: '本年检查过的定点医药机构家数，同一家只计一次，按检查台账计',
  unit: '家',

  shape: amount(entries('provider-inspections', '检查机构数', '家', distinct('providerNo'))),
  answers: { names: ['检查*机构*数量', '检查*药店数量', '*医药机构检查数', '*检查机构*家数', '检查定点*'], not: ['覆盖', '次数', '率'] },
});
