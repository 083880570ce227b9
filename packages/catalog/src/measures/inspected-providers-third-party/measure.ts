import { field } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'inspected-providers-third-party',
  title: { zh: '第三方参与检查的机构家数', en: 'Institutions inspected with a third party' },
  about: '本年有第三方参与检查的定点医药机构家数，同一家只计一次，按检查台账计',
  unit: '家',
  shape: amount(entries('provider-inspections', '检查机构数', '家', distinct('providerNo'), { where: field('thirdParty') })),
  answers: { names: ['*第三方*参与*检查*', '*第三方*检查*家数'], not: ['次数', '率'], unitRequired: true },
});
