import { field, isNull, not } from '@hengjian/language';
import { count, measure, percent, settlements } from '../fragments.ts';

export default measure({
  id: 'review-completion-rate',
  title: { zh: '结算数据审核完成率', en: 'Review completion' },
  about: '本年结算中已经智能审核的结算笔数 ÷ 结算笔数（冲销后的净结算）',
  unit: '%',

  shape: percent(settlements('已审核结算', '笔', count, { where: not(isNull(field('reviewedDay'))) }), settlements('结算', '笔', count)),
  answers: { names: ['*智能审核完成率', '*结算数据*审核完成率', '审核完成率', '*审核完成率'], not: ['单据'] },
});
