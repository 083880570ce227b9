import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'training-sessions-information',
  title: { zh: '信息化培训场次', en: 'Information system trainings' },
  about: '本年举办的信息化培训的场次，按培训台账计',
  unit: '次',

  shape: amount(entries('training', '信息化培训场次', '次', count, { where: eq(field('kind'), 'information') })),
  answers: { names: ['*信息化*培训*'], not: ['人次', '人数'] },
});
