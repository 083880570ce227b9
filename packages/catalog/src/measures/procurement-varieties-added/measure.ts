import { eq, field } from '@hengjian/language';
import { amount, distinct, entries, measure } from '../fragments.ts';

export default measure({
  id: 'procurement-varieties-added',
  title: { zh: '新增集采品种数', en: 'Procured products added' },
  about: '本年有采购量的集采药品品种数比上年同期增加的数量，按带量采购台账计',
  unit: '种',
  growth: 'difference',
  shape: amount(entries('procurement-volumes', '集采药品品种', '种', distinct('product'), { where: eq(field('kind'), 'drug') })),
  answers: { names: ['*增加*集采*品种*', '*新增*带量采购*品种*'], wordings: ['*带量采购*；增加*带量采购*'], unitRequired: true },
});
