import { and, field, isNull, le, not, param } from '@hengjian/language';
import { count, measure, percent, settlements } from '../fragments.ts';

export default measure({
  id: 'review-completion-rate',
  title: { zh: '结算数据审核完成率', en: 'Review completion' },
  about: '本年结算中截止日前已经智能审核的结算笔数 ÷ 结算笔数（冲销后的净结算）',
  unit: '%',

  shape: percent(
    settlements('已审核结算', '笔', count, { where: and(not(isNull(field('reviewedDay'))), le(field('reviewedDay'), param('asOf'))) }),
    settlements('结算', '笔', count),
  ),
  answers: { names: ['*智能审核完成率', '*结算数据*审核完成率', '审核完成率', '*审核完成率'], not: ['单据'] },
});
