import { eq, field } from '@hengjian/language';
import { amount, distinct, findings, measure } from '../fragments.ts';

export default measure({
  id: 'finding-clear-count',
  title: { zh: '明确违规疑点数', en: 'Clear findings' },
  about: '本年智能审核发现的明确违规疑点个数，同一疑点只计一次',
  unit: '个',
  direction: 'less',
  shape: amount(findings('明确违规疑点', '个', distinct('findingId'), { where: eq(field('certainty'), 'clear') })),
  answers: { names: ['明确违规*数', '违规疑点数', '*违规疑点*数'], not: ['率', '金额'] },
});
