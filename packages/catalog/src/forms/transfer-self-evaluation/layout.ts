import type { FormLayout } from '../layout.ts';

export default {
  source: '转移支付区域(项目)绩效自评表: 财预〔2015〕163号, money by who pays (A, B, B/A), no points; 资金管理情况 in the forms since 2022',
  kind: 'self-evaluation',
  titles: ['转移支付.*自评(?:价)?表', '区域绩效(?:目标)?自评(?:价)?表'],
  marks: [
    '转移支付(项目)名称',
    '转移支付名称',
    '中央主管部门',
    '地方主管部门',
    '资金使用单位',
    '资金管理情况',
    '分配科学性',
    '预算执行率',
    '未完成原因和改进措施',
    '全年实际完成值',
    '中央财政资金',
  ],
  needs: ['转移支付'],
  required: ['name', 'value', 'actual'],
  nameLabels: ['转移支付(项目)名称', '转移支付名称', '项目名称', '专项名称'],
  orgLabels: ['地方主管部门', '资金使用单位', '实施单位', '主管部门'],
  budgetLabels: ['年度资金总额', '资金总额', '全年预算数', '年度金额'],
  goalLabels: ['总体目标', '年度总体目标', '年初设定目标', '年度目标'],
} as const satisfies FormLayout;
