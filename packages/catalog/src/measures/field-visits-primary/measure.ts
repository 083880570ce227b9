import { eq, field } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'field-visits-primary',
  title: { zh: '调研基层医疗机构家数', en: 'Primary institutions visited' },
  about: '本年调研走访的基层医疗机构家数，同一家只计一次，按调研走访台账计',
  unit: '家',

  shape: amount(entries('field-visits', '基层医疗机构', '家', distinct('name'), { where: eq(field('kind'), 'primary') })),
  answers: { names: ['*基层*医疗机构*调研', '前往基层*调研', '*基层*机构*集采情况调研'] },
});
