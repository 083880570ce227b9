import type { FormLayout } from '../layout.ts';

export default {
  source: '项目绩效目标表 with four grades of every target (优, 良, 中, 差): 河北',
  kind: 'project',
  titles: ['项目.*绩效目标(?:申报|批复|审核|公开)?表', '(?:政策|专项资金|专项).*绩效目标(?:申报|批复|审核|公开)?表'],
  marks: ['项目名称', '绩效标准', '绩效指标描述', '预算规模及资金用途', '指标值确定依据'],
  needs: ['绩效指标描述', '预算规模及资金用途'],
  required: ['name', 'value'],
  nameLabels: ['项目名称', '政策名称', '专项名称'],
  orgLabels: ['主管部门', '实施单位', '预算单位', '部门名称'],
  budgetLabels: ['年度资金总额', '预算数', '资金总额', '项目资金'],
  goalLabels: ['绩效目标', '年度绩效目标', '年度目标', '总体目标'],
} as const satisfies FormLayout;
