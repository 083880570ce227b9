import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'training-sessions-care',
  title: { zh: '长期护理培训场次', en: 'Long-term care trainings' },
  about: '本年举办的长期护理培训的场次，按培训台账计',
  unit: '次',

  shape: amount(entries('training', '长期护理培训场次', '次', count, { where: eq(field('kind'), 'care') })),
  answers: { names: ['*长护*培训*', '*长期护理*培训*'], not: ['人次', '人数'] },
});
