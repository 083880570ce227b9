import type { FormLayout } from '../layout.ts';

export default {
  source: '项目支出绩效自评表 in five numbered sections: 河北; 折算得分 repeats the points times the weight and is no score',
  kind: 'self-evaluation',
  titles: ['项目.*绩效自评(?:价)?(?:情况)?表', '绩效自评(?:价)?(?:情况)?表'],
  marks: [
    '基本情况',
    '预算执行情况',
    '目标完成情况',
    '到位数',
    '预算执行进度',
    '单项得分',
    '折算得分',
    '总体完成率',
    '年度绩效指标完成情况',
  ],
  needs: ['折算得分', '单项得分', '预算执行进度'],
  required: ['name', 'value', 'actual', 'score'],
  nameLabels: ['项目名称', '政策名称', '专项名称'],
  orgLabels: ['实施(主管)单位', '实施单位', '主管部门', '预算单位'],
  budgetLabels: ['年度资金总额', '资金总额', '合计', '预算数'],
  goalLabels: ['年度预期目标', '预期目标', '年度目标'],
} as const satisfies FormLayout;
