import type { FormLayout } from '../layout.ts';

export default {
  source: '部门整体支出绩效评价指标评分表: 财预〔2013〕53号 framework, points at every level, no targets',
  kind: 'self-evaluation',
  titles: [
    '整体支出绩效(?:自评|评价)?(?:指标)?(?:评分|计分|打分|评价)(?:指标)?表',
    '绩效评价指标(?:体系|评分|计分).*表',
    '绩效自评(?:指标)?(?:评分|计分|打分)表',
  ],
  marks: ['评价标准', '指标说明', '评分标准', '计算公式', '扣分原因'],
  required: ['level1', 'name', 'weight', 'score'],
  orgLabels: ['部门(单位)名称', '部门名称', '预算单位名称', '单位名称', '填报单位', '预算部门'],
  budgetLabels: ['年度资金总额', '资金总额', '全年预算数'],
  goalLabels: ['年度总体目标', '总体目标', '年度目标'],
  parts: { basic: ['基本支出'], project: ['项目支出'], total: ['合计', '支出合计'] },
} as const satisfies FormLayout;
