import { and, field, isNull, le, not, param } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'complaints-handled-rate',
  title: { zh: '举报投诉办结率', en: 'Complaints handled' },
  about: '本年收到的举报、投诉、信访中截止日前已办结的件数 ÷ 收到的件数，按举报投诉信访台账计',
  unit: '%',

  shape: percent(
    entries('complaints', '已办结件数', '件', count, { where: and(not(isNull(field('closedOn'))), le(field('closedOn'), param('asOf'))) }),
    entries('complaints', '收到件数', '件', count),
  ),
  answers: {
    names: ['处理举报投诉案件', '*举报投诉*办结率', '*举报投诉*处理率', '举报投诉处理*'],
    not: ['满意'],
    unitRequired: true,
  },
});
