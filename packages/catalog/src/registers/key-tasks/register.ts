import type { Register } from '@hengjian/domain';

export default {
  id: 'key-tasks',
  title: '重点工作台账',
  about: '重点工作的分步安排和完成凭据，一步一条',
  dateField: 'dueOn',
  projectField: 'project',
  fields: [
    { name: 'dueOn', title: '计划完成日期', type: 'day', required: true },
    { name: 'task', title: '工作名称', type: 'text', required: true, note: '与绩效目标表的三级指标名称一致' },
    { name: 'step', title: '步骤', type: 'text', required: true },
    { name: 'doneOn', title: '实际完成日期', type: 'day', note: '未完成的留空' },
    { name: 'qualified', title: '质量达标', type: 'flag', note: '完成后经验收合格的填是' },
    { name: 'evidence', title: '完成凭据', type: 'text' },
    { name: 'project', title: '所属项目', type: 'text', note: '与绩效目标表的项目名称一致；不分项目的留空' },
    { name: 'note', title: '备注', type: 'text' },
  ],
  english: {
    重点工作台账: 'Key tasks',
    '重点工作的分步安排和完成凭据，一步一条': 'Steps of key tasks and the evidence that they are done, one entry a step',
    计划完成日期: 'Planned for',
    工作名称: 'Task',
    与绩效目标表的三级指标名称一致: 'The name of the third-level indicator as in the form of targets',
    步骤: 'Step',
    实际完成日期: 'Done on',
    未完成的留空: 'Empty while it is not done',
    质量达标: 'Good quality',
    完成后经验收合格的填是: 'Yes where it was accepted once done',
    完成凭据: 'Evidence',
  },
} as const satisfies Register;
