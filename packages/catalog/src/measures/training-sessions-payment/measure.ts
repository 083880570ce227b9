import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'training-sessions-payment',
  title: { zh: '支付方式改革培训场次', en: 'Payment reform trainings' },
  about: '本年举办的支付方式改革培训的场次，按培训台账计',
  unit: '次',

  shape: amount(entries('training', '支付方式改革培训场次', '次', count, { where: eq(field('kind'), 'payment') })),
  answers: { names: ['*DRG培训*', '*DIP培训*', '*支付方式*培训*'], not: ['人次', '人数'] },
});
