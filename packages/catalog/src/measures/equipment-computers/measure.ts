import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'equipment-computers',
  title: { zh: '移动电脑台数', en: 'Portable computers' },
  about: '本年验收的移动电脑台数，按装备购置台账计',
  unit: '台',

  shape: amount(entries('equipment', '移动电脑', '台', sumOf('quantityCount'), { where: eq(field('kind'), 'computer') })),
  answers: { names: ['移动笔记本电脑', '*笔记本电脑', '移动电脑*'] },
});
