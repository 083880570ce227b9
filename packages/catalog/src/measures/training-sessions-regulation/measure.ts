import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'training-sessions-regulation',
  title: { zh: '条例培训场次', en: 'Regulation trainings' },
  about: '本年举办的条例培训的场次，按培训台账计',
  unit: '次',

  shape: amount(entries('training', '条例培训场次', '次', count, { where: eq(field('kind'), 'regulation') })),
  answers: { names: ['*条例*培训*'], not: ['人次', '人数', '覆盖'] },
});
