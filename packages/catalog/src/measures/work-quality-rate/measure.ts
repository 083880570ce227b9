import { and, field, isNull, le, not, param } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'work-quality-rate',
  title: { zh: '工作质量达标率', en: 'Planned work up to standard' },
  about: '本年应完成的工作步骤中完成且经验收达标的 ÷ 应完成的步骤，全部门合计，按重点工作台账计（财预〔2013〕53号）',
  unit: '%',
  shape: percent(
    entries('key-tasks', '达标步骤', '步', count, {
      where: and(not(isNull(field('doneOn'))), le(field('doneOn'), param('asOf')), field('qualified')),
    }),
    entries('key-tasks', '计划完成步骤', '步', count),
  ),
  answers: { names: ['工作质量达标率'] },
});
