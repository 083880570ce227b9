import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'training-sessions-aid',
  title: { zh: '救助帮扶培训场次', en: 'Medical aid trainings' },
  about: '本年举办的医疗救助与帮扶政策培训的场次，按培训台账计',
  unit: '次',
  shape: amount(entries('training', '救助帮扶培训场次', '次', count, { where: eq(field('kind'), 'aid') })),
  answers: { names: ['*扶贫*培训*', '*帮扶*培训*', '*救助*培训*'], not: ['人次', '人数'], unitRequired: true },
});
