import { and, field, isNull, le, not, param } from '@hengjian/language';
import { amount, count, entries, measure } from '../fragments.ts';

export default measure({
  id: 'complaints-handled',
  title: { zh: '举报投诉办结件数', en: 'Complaints handled, number' },
  about: '本年收到的举报、投诉、信访中截止日前已办结的件数，按举报投诉信访台账计',
  unit: '件',

  shape: amount(
    entries('complaints', '已办结件数', '件', count, { where: and(not(isNull(field('closedOn'))), le(field('closedOn'), param('asOf'))) }),
  ),
  answers: { names: ['处理举报投诉*', '*举报投诉*办结*', '*举报投诉*件数'], not: ['满意', '率'], unitRequired: true },
});
