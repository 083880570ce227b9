import type { FormLayout } from '../layout.ts';

export default {
  source: '部门整体支出绩效评价自评报告: 岳阳 family (income, expenditure, 三公, assets by organ; points in the column 完成情况)',
  kind: 'self-evaluation',
  titles: ['整体支出.*自评(?:报告|表)', '绩效评价自评报告', '整体支出绩效自评'],
  marks: [
    '评价内容',
    '绩效自评综合得分',
    '评价等次',
    '评价人员',
    '三公经费',
    '固定资产',
    '人员编制',
    '年度收入情况',
    '年度部门(单位)总体运行情况及取得的成绩',
  ],
  columns: { name: ['绩效目标'], actual: ['完成情况'] },
  spanning: { 评价内容: ['level1', 'level2'] },
  required: ['level1', 'name', 'actual'],
  orgLabels: ['部门(单位)名称', '部门名称', '单位名称'],
  budgetLabels: [],
  goalLabels: ['本部门(单位)年度主要工作任务实现的目标', '年度主要工作任务', '预期目标'],
  parts: { basic: ['基本支出'], project: ['项目支出'], total: ['支出合计'] },
  pointsInActual: true,
} as const satisfies FormLayout;
