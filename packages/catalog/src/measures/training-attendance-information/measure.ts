import { eq, field } from '@hengjian/language';
import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'training-attendance-information',
  title: { zh: '信息化培训人次', en: 'Attendance of information trainings' },
  about: '本年信息化培训的参训人次合计，按培训台账计',
  unit: '人次',
  shape: amount(entries('training', '参训人次', '人次', sumOf('attendeeCount'), { where: eq(field('kind'), 'information') })),
  answers: { names: ['*信息化*培训人次', '*信息化*培训人数'], wordings: ['*信息化*；*参加培训人*'], unitRequired: true },
});
