import { field, gt, isNull, or, param } from '@hengjian/language';
import { distinct, entries, measure, restPercent } from '../fragments.ts';

export default measure({
  id: 'key-work-done-rate',
  title: { zh: '重点工作办结率', en: 'Key tasks finished' },
  about: '本年各步骤都已完成的重点工作项数 ÷ 交办或下达的重点工作项数，按重点工作台账计（财预〔2013〕53号）',
  unit: '%',
  shape: restPercent(
    entries('key-tasks', '尚未办结的重点工作', '项', distinct('task'), {
      where: or(isNull(field('doneOn')), gt(field('doneOn'), param('asOf'))),
    }),
    entries('key-tasks', '交办的重点工作', '项', distinct('task')),
  ),
  answers: { names: ['重点工作办结率'] },
});
