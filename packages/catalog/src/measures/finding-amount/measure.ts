import { amount, inQuestion, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'finding-amount',
  title: { zh: '疑点涉及金额', en: 'Amount in question' },
  about: '本年疑点涉及的医疗费用金额，同一明细无论几个疑点只计一次',
  unit: '万元',
  direction: 'less',
  shape: amount(inQuestion('疑点涉及金额', '万元', sumOf('amountFen'), { divide: WAN })),
  answers: { names: ['疑点金额', '疑点涉及金额', '违规金额', '查出违规金额', '发现违规金额'], not: ['追回', '拒付', '下降'] },
});
