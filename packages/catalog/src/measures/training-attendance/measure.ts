import { amount, entries, measure, sumOf } from '../fragments.ts';

export default measure({
  id: 'training-attendance',
  title: { zh: '培训人次', en: 'Training attendance' },
  about: '本年各场培训的参训人次合计，按培训台账计',
  unit: '人次',

  shape: amount(entries('training', '参训人次', '人次', sumOf('attendeeCount'))),
  answers: { names: ['培训人次', '参训人次', '*培训人次', '*培训人数', '参加培训人数', '*参训人数'] },
});
