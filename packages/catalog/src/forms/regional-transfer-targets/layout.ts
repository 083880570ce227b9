import type { FormLayout } from '../layout.ts';

export default {
  source: '转移支付区域绩效目标表: 财预〔2015〕163号; handed down with the money',
  kind: 'regional-transfer',
  titles: ['区域绩效目标表', '转移支付.*绩效目标(?:申报)?表', '本级绩效目标表'],
  marks: [
    '转移支付名称',
    '市财政部门',
    '财政部门',
    '主管部门',
    '中央补助',
    '中央资金',
    '省级资金',
    '地方资金',
    '省份',
    '地区',
    '省市',
    '县级财政部门',
    '县级主管部门',
  ],
  required: ['name', 'value'],
  nameLabels: ['转移支付名称', '项目名称', '专项名称', '转移支付(项目)名称', '专项转移支付名称'],
  orgLabels: ['设区市主管部门', '市级主管部门', '县级主管部门', '县(市、区)主管部门', '省级主管部门', '地方主管部门', '主管部门'],
  budgetLabels: ['年度金额', '年度资金总额', '全年预算数', '资金总额', '年度资金', '项目资金'],
  goalLabels: ['年度总体目标', '年度目标', '总体目标', '年度绩效目标', '区域绩效目标'],
} as const satisfies FormLayout;
