import { field, isNull, not } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'complaints-satisfied-rate',
  title: { zh: '举报投诉满意率', en: 'Complainants satisfied' },
  about: '本年举报投诉中来访人表示满意的件数 ÷ 已回访的件数',
  unit: '%',

  shape: percent(
    entries('complaints', '满意件数', '件', count, { where: field('satisfied') }),
    entries('complaints', '回访件数', '件', count, { where: not(isNull(field('satisfied'))) }),
  ),
  answers: { names: ['*举报投诉*满意率', '*信访*满意率'], wordings: ['*举报投诉*；*满意率*'] },
});
