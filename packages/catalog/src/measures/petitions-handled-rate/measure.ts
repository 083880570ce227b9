import { and, field, inList, isNull, le, not, param } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'petitions-handled-rate',
  title: { zh: '信访办结率', en: 'Petitions settled' },
  about: '本年收到的信访和热线中截止日前已办结的件数 ÷ 收到件数，按举报投诉信访台账计',
  unit: '%',
  shape: percent(
    entries('complaints', '已办结件数', '件', count, {
      where: and(inList(field('kind'), 'petition', 'hotline'), not(isNull(field('closedOn'))), le(field('closedOn'), param('asOf'))),
    }),
    entries('complaints', '收到件数', '件', count, { where: inList(field('kind'), 'petition', 'hotline') }),
  ),
  answers: { names: ['*信访*办结率', '*来信来访办结率', '*信访*及时办结*', '*热线*办结率'], not: ['满意'], unitRequired: true },
});
