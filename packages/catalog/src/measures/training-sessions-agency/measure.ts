import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'training-sessions-agency',
  title: { zh: '经办培训场次', en: 'Agency trainings' },
  about: '本年举办的经办培训的场次，按培训台账计',
  unit: '次',

  shape: amount(entries('training', '经办培训场次', '次', count, { where: eq(field('kind'), 'agency') })),
  answers: { names: ['*经办*培训*'], not: ['人次', '人数', '条例', '覆盖'] },
});
