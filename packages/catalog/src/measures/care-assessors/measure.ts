import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'care-assessors',
  title: { zh: '失能评估人员培养人数', en: 'Care assessors trained' },
  about: '本年聘任或结业的失能评估专家和评估员人数，按评估评审人员台账计',
  unit: '人',
  shape: amount(entries('assessors', '失能评估人员', '人', sumOf('personCount'), { where: eq(field('kind'), 'care') })),
  answers: { names: ['*培养*评估员', '*失能*评估员*', '*长护险评估*人员*'], unitRequired: true },
});
