import type { FormLayout } from '../layout.ts';

export default {
  source: '项目支出绩效自评报告: 岳阳 family (计划安排, 实际到位, 实际支出, 结余 by who pays; 评价内容, 绩效目标, 完成情况)',
  kind: 'self-evaluation',
  titles: ['项目支出绩效.*自评报告', '项目.*自评报告', '专项资金.*自评报告'],
  marks: [
    '项目名称',
    '项目单位',
    '评价内容',
    '计划安排',
    '实际到位',
    '实际支出',
    '结余',
    '支出明细',
    '绩效自评综合得分',
    '评价等次',
    '定性目标',
  ],
  columns: { name: ['绩效目标'], actual: ['完成情况'] },
  spanning: { 评价内容: ['level1', 'level2'] },
  needs: ['计划安排', '实际到位', '支出明细'],
  required: ['level1', 'name', 'actual'],
  nameLabels: ['项目名称', '专项资金名称', '项目支出名称'],
  orgLabels: ['项目单位', '主管部门', '实施单位', '单位名称'],
  budgetLabels: ['合计', '资金合计', '项目资金总额'],
  goalLabels: ['定性目标', '预期目标', '年度目标'],
  pointsInActual: true,
} as const satisfies FormLayout;
