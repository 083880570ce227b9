import { amount, distinct, findings, measure } from '../fragments.ts';

export default measure({
  id: 'finding-count',
  title: { zh: '疑点数', en: 'Findings' },
  about: '本年智能审核发现的疑点个数，同一疑点只计一次',
  unit: '个',
  direction: 'less',
  shape: amount(findings('疑点', '个', distinct('findingId'))),
  answers: { names: ['疑点数量', '疑点数', '智能审核疑点数', '审核发现疑点*'], not: ['金额', '率'] },
});
