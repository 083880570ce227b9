import { and, field, gt, isNull, not } from '@hengjian/language';
import { distinct, measure, percent, settlements } from '../fragments.ts';

export default measure({
  id: 'review-coverage-rate',
  title: { zh: '智能监控覆盖率', en: 'Review coverage' },
  about: '本年发生统筹基金支出的定点医药机构中经过智能审核的家数 ÷ 全部家数',
  unit: '%',
  shape: percent(
    settlements('经过智能审核的机构', '家', distinct('provider'), {
      where: and(gt(field('poolFen'), 0), not(isNull(field('reviewedDay')))),
    }),
    settlements('发生统筹基金支出的机构', '家', distinct('provider'), { where: gt(field('poolFen'), 0) }),
  ),
  answers: { names: ['*智能监控覆盖率', '*智能审核覆盖率'], wordings: ['*；*智能监控覆盖率*'], unitRequired: true },
});
