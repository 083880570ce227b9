import { and, field, isNull, le, not, param } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'work-done-rate',
  title: { zh: '工作实际完成率', en: 'Planned work done' },
  about: '本年应完成的工作步骤中截止日前已完成的 ÷ 应完成的步骤，全部门合计，按重点工作台账计（财预〔2013〕53号）',
  unit: '%',
  shape: percent(
    entries('key-tasks', '已完成步骤', '步', count, {
      where: and(not(isNull(field('doneOn'))), le(field('doneOn'), param('asOf'))),
    }),
    entries('key-tasks', '计划完成步骤', '步', count),
  ),
  answers: { names: ['工作实际完成率'] },
});
