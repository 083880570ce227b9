import { and, field, isNull, le, not, param } from '@hengjian/language';
import { count, entries, measure, percent } from '../fragments.ts';

export default measure({
  id: 'key-task-progress',
  title: { zh: '重点工作完成率', en: 'Key task progress' },
  about: '本项工作本年应完成的步骤中截止日前已完成的步骤数 ÷ 应完成的步骤数，按重点工作台账中同名工作计',
  unit: '%',

  shape: percent(
    entries('key-tasks', '已完成步骤', '步', count, {
      where: and(not(isNull(field('doneOn'))), le(field('doneOn'), param('asOf'))),
      within: { column: 'task', of: 'indicator' },
    }),
    entries('key-tasks', '应完成步骤', '步', count, { within: { column: 'task', of: 'indicator' } }),
  ),
  answers: {
    names: [
      '*建设',
      '*落实情况',
      '*试点',
      '*标准化建设',
      '*服务能力',
      '*宣传能力',
      '*监管能力',
      '*建设能力',
      '*动态调整*',
      '*信用评价*',
      '开展*治理',
      '做好*',
      '*对接工作',
    ],
    wordings: ['*；完成率*'],
    not: ['满意', '知晓', '投入', '成本', '率'],
    unitRequired: true,
    target: 100,
  },
});
