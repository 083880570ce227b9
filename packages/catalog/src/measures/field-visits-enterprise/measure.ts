import { eq, field } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'field-visits-enterprise',
  title: { zh: '走访企业家数', en: 'Enterprises visited' },
  about: '本年调研走访的企业家数，同一家只计一次，按调研走访台账计',
  unit: '家',
  shape: amount(entries('field-visits', '企业', '家', distinct('name'), { where: eq(field('kind'), 'enterprise') })),
  answers: { names: ['*走访企业*', '*企业*调研*'], wordings: ['*；*走访*企业*'], unitRequired: true },
});
