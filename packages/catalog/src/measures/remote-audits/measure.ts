import { eq, field } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'remote-audits',
  title: { zh: '异地费用稽核次数', en: 'Audits of costs elsewhere' },
  about: '本年对异地发生的医疗费的现场稽核次数，按检查台账的异地稽核计',
  unit: '次',
  shape: amount(entries('provider-inspections', '异地稽核次数', '次', count, { where: eq(field('kind'), 'remote') })),
  answers: { names: ['*异地*稽核', '*异地*核查次数', '异地稽核次数'], unitRequired: true },
});
