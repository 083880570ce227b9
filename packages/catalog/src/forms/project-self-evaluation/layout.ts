import type { FormLayout } from '../layout.ts';

export default {
  source: '项目支出绩效自评表: 财预〔2020〕10号, with the variants of 云南, 四川, 北京, 安徽; 转移支付绩效自评表 without points',
  kind: 'self-evaluation',
  titles: [
    '项目.*绩效自评(?:价)?(?:情况)?表',
    '绩效自评(?:价)?(?:情况)?表',
    '转移支付.*自评(?:价)?表',
    '绩效目标自评(?:价)?表',
    '绩效目标完成情况(?:自评)?表',
  ],
  marks: ['项目名称', '全年预算数', '全年执行数', '执行率', '实际完成值', '得分', '偏差原因分析及改进措施', '预期目标', '实际完成情况'],
  required: ['name', 'value', 'actual'],
  nameLabels: ['项目名称', '转移支付(项目)名称', '转移支付名称', '专项名称', '政策名称'],
  orgLabels: ['主管部门', '主管部门及代码', '预算单位', '实施单位', '地方主管部门', '部门名称', '资金使用单位'],
  budgetLabels: ['年度资金总额', '资金总额', '项目资金', '全年预算数', '年度金额'],
  goalLabels: ['年度总体目标', '预期目标', '年初设定目标', '年度目标', '总体目标', '年度绩效目标'],
} as const satisfies FormLayout;
