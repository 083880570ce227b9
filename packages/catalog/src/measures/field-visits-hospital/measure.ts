import { eq, field } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'field-visits-hospital',
  title: { zh: '调研二级以上医疗机构家数', en: 'Hospitals visited' },
  about: '本年调研走访的二级以上医疗机构家数，同一家只计一次，按调研走访台账计',
  unit: '家',
  shape: amount(entries('field-visits', '二级以上医疗机构', '家', distinct('name'), { where: eq(field('kind'), 'hospital') })),
  answers: { names: ['*二级以上医疗机构*调研'], unitRequired: true },
});
