import { and, field, isNull, le, not } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'work-on-time-rate',
  title: { zh: '工作完成及时率', en: 'Planned work on time' },
  about: '本年应完成的工作步骤中在计划日期前完成的 ÷ 应完成的步骤，全部门合计，按重点工作台账计（财预〔2013〕53号）',
  unit: '%',
  shape: percent(
    entries('key-tasks', '按时完成步骤', '步', count, {
      where: and(not(isNull(field('doneOn'))), le(field('doneOn'), field('dueOn'))),
    }),
    entries('key-tasks', '计划完成步骤', '步', count),
  ),
  answers: { names: ['工作完成及时率'] },
});
