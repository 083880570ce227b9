import { amount, inQuestion, measure, sumOf, WAN } from '../fragments.ts';

export default measure({
  id: 'finding-fund',
  title: { zh: '疑点涉及基金', en: 'Fund money in question' },
  about: '本年疑点涉及的基金支付金额，同一明细无论几个疑点只计一次',
  unit: '万元',
  direction: 'less',
  shape: amount(inQuestion('疑点涉及基金', '万元', sumOf('fundFen'), { divide: WAN })),
  answers: { names: ['疑点涉及基金*', '疑点涉及医保基金*', '违规基金金额'], not: ['追回', '拒付', '下降'] },
});
