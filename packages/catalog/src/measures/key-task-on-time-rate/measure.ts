import { and, field, isNull, le, not } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'key-task-on-time-rate',
  title: { zh: '重点工作按时完成率', en: 'Key task steps on time' },
  about: '本项工作应完成的步骤中在计划日期前完成的步骤数 ÷ 应完成的步骤数，按重点工作台账中同名工作计',
  unit: '%',
  shape: percent(
    entries('key-tasks', '按时完成步骤', '步', count, {
      where: and(not(isNull(field('doneOn'))), le(field('doneOn'), field('dueOn'))),
      within: { column: 'task', of: 'indicator' },
    }),
    entries('key-tasks', '应完成步骤', '步', count, { within: { column: 'task', of: 'indicator' } }),
  ),
  answers: { names: ['*及时对接率', '*按时完成率'], wordings: ['*；及时对接率*'], unitRequired: true },
});
