import { amount, count, measure, reviewRuns } from '../fragments.ts';

export default measure({
  id: 'review-rounds',
  title: { zh: '智能审核次数', en: 'Review rounds' },
  about: '审核所属期截止日在本年内的智能审核批次数',
  unit: '次',

  shape: amount(reviewRuns('审核批次', '次', count)),
  answers: { names: ['*智能审核次数', '*结算数据*审核次数', '智能审核次数'] },
});
