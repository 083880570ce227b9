import type { FormLayout } from '../layout.ts';

export default {
  source: '项目支出绩效目标申报表 in two tables, over several years and of the year, below each other or side by side: 湖南, 陕西, 河北',
  kind: 'project',
  titles: ['项目.*绩效目标(?:申报|批复|审核|公开)?表', '(?:政策|专项资金|专项).*绩效目标(?:申报|批复|审核|公开)?表'],
  marks: ['项目名称', '实施单位', '长期绩效目标', '长期绩效指标', '长期目标', '中期目标', '中期绩效目标'],
  needs: ['长期绩效目标', '长期绩效指标', '长期目标', '长期指标', '中期目标', '中期绩效目标'],
  required: ['name', 'value'],
  nameLabels: ['项目名称', '专项资金名称', '专项名称', '政策名称', '项目支出名称'],
  orgLabels: ['主管部门', '主管部门及代码', '预算单位', '部门名称', '实施单位', '单位名称', '填报单位'],
  budgetLabels: [
    '年度资金总额',
    '本年度资金总额',
    '年度资金申请总额',
    '当年度金额',
    '年度金额',
    '年度预算',
    '资金总额',
    '项目资金总额',
    '项目资金',
    '资金情况',
  ],
  goalLabels: ['年度绩效目标', '年度目标', '年度总体目标', '当年度目标'],
} as const satisfies FormLayout;
