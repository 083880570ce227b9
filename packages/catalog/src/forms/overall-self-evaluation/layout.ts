import type { FormLayout } from '../layout.ts';

export default {
  source: '部门整体支出绩效自评表: 财预〔2020〕10号 columns for a whole department',
  kind: 'self-evaluation',
  titles: ['整体.*绩效自评(?:价)?(?:情况)?表', '部门.*自评(?:价)?表'],
  marks: [
    '部门资金',
    '部门名称',
    '全年预算数',
    '执行率',
    '偏差原因分析及改进措施',
    '预期目标',
    '实际完成情况',
    '部门整体',
    '预算执行率',
    '全年执行数',
    '实际完成值',
    '得分',
    '整体支出',
  ],
  required: ['name', 'value', 'actual'],
  orgLabels: ['部门(单位)名称', '部门名称', '预算单位名称', '单位名称', '填报单位', '预算部门'],
  budgetLabels: ['年度资金总额', '资金总额', '全年预算数', '调整后预算数', '年初预算数'],
  goalLabels: ['年度总体目标', '预期目标', '年度目标', '总体目标', '年度绩效目标'],
  parts: { basic: ['基本支出'], project: ['项目支出'], total: ['合计', '年度资金总额'] },
} as const satisfies FormLayout;
