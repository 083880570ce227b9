import type { FormLayout } from '../layout.ts';

export default {
  source: '项目支出绩效目标执行监控表: 财预〔2019〕136号',
  kind: 'monitoring',
  titles: ['绩效(?:目标)?(?:执行|运行)?监控(?:情况)?表', '绩效(?:目标)?(?:执行|运行)监控'],
  marks: ['全年预计完成情况', '全年预计执行数', '1-7月执行数', '1-6月执行数', '偏差原因分析', '完成目标可能性', '执行率'],
  columns: { likelihood: ['完成目标可能性', '完成可能性'], certain: ['确定能'], possible: ['有可能'], impossible: ['完全不可能'] },
  required: ['name', 'value', 'actual', 'forecast'],
  nameLabels: ['项目名称', '转移支付名称', '专项名称'],
  orgLabels: ['主管部门', '主管部门及代码', '实施单位', '预算单位', '部门名称'],
  budgetLabels: ['年度资金总额', '资金总额', '年初预算数', '项目资金'],
  goalLabels: ['年度总体目标', '年度目标', '总体目标', '年度绩效目标'],
} as const satisfies FormLayout;
