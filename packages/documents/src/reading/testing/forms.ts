// Forms made up for the tests: what they hold is known before they are rendered and read back.
import type { DocumentKind, IndicatorOperator, ReadProject } from '@hengjian/domain';

export interface FormRow {
  level1: string;
  level2: string;
  name: string;
  operator: IndicatorOperator;
  value: number | string | null;
  unit: string | null;
  weight: number | null;
  actual?: string | number | null;
  score?: number | null;
}

export interface FormModel {
  kind: DocumentKind;
  title: string;
  /** Label and value pairs above the table; `budget` is printed in `unit`. */
  nameLabel: string | null;
  name: string;
  orgLabel: string;
  org: string;
  budgetLabel: string;
  budget: number | null;
  unit: '元' | '万元';
  goalLabel: string;
  goals: string[];
  rows: FormRow[];
}

const row = (level1: string, level2: string, name: string, operator: IndicatorOperator, value: number | string | null, unit: string | null, weight: number | null): FormRow => ({
  level1, level2, name, operator, value, unit, weight,
}); // biome-ignore format: one line a row

const goalRows = [
  row('产出指标', '数量指标', '定点机构巡查家数', '≥', 320, '家', 10),
  row('产出指标', '数量指标', '参保扩面宣讲场次', '≥', 45, '场', 10),
  row('产出指标', '质量指标', '智能审核疑点复核率', '≥', 98, '%', 10),
  row('产出指标', '质量指标', '案卷评查结论', 'qualitative', '规范完整', null, 10),
  row('产出指标', '时效指标', '清算工作完成时间', 'qualitative', '11月底前', null, 10),
  row('产出指标', '成本指标', '第三方服务费用', '≤', 85.5, '万元', 10),
  row('效益指标', '社会效益指标', '参保群众异地就医便利程度', 'qualitative', '明显改善', null, 10),
  row('效益指标', '可持续影响指标', '重大系统故障次数', '≤', 0, '次', 10),
  row('满意度指标', '服务对象满意度指标', '服务对象满意度', '≥', 92, '%', 10),
];

export const overall: FormModel = {
  kind: 'overall',
  title: '2025年部门整体支出绩效目标申报表',
  nameLabel: null,
  name: '部门整体支出',
  orgLabel: '部门名称',
  org: '云溪市医疗保障局',
  budgetLabel: '资金总额',
  budget: 2480.6,
  unit: '万元',
  goalLabel: '整体绩效目标',
  goals: ['目标1：守住基金安全底线', '目标2：提升经办服务水平'],
  rows: goalRows,
};

export const project: FormModel = {
  kind: 'project',
  title: '2025年项目支出绩效目标表',
  nameLabel: '项目名称',
  name: '基金监管能力提升经费',
  orgLabel: '主管部门',
  org: '云溪市医疗保障局',
  budgetLabel: '年度资金总额',
  budget: 1205000,
  unit: '元',
  goalLabel: '年度目标',
  goals: ['全年完成两轮现场检查，追回违规资金。'],
  rows: [
    ...goalRows.slice(0, 3),
    row('产出指标', '质量指标', '检查程序合规率', '=', 100, '%', 20),
    row('效益指标', '经济效益指标', '追回资金', '>', 260, '万元', 15),
    row('效益指标', '经济效益指标', '次均费用增幅', '<', 6, '%', 15),
    row('满意度指标', '服务对象满意度指标', '举报人满意度', '≥', 90, '%', 10),
  ],
};

export const transfer: FormModel = {
  ...project,
  kind: 'regional-transfer',
  title: '中央对地方转移支付区域绩效目标表',
  nameLabel: '转移支付名称',
  name: '经办服务下沉补助',
  orgLabel: '市级主管部门',
  budgetLabel: '年度金额',
  budget: 66,
  unit: '万元',
  goalLabel: '年度总体目标',
};

export const selfEvaluation: FormModel = {
  ...project,
  kind: 'self-evaluation',
  title: '2025年度项目支出绩效自评表',
  name: '医保信息平台运维',
  budgetLabel: '年度资金总额',
  budget: 88.5,
  unit: '万元',
  goalLabel: '年度总体目标',
  rows: [
    { ...row('产出指标', '数量指标', '系统巡检次数', '≥', 12, '次', 20), actual: '13次', score: 20 },
    { ...row('产出指标', '质量指标', '故障修复及时率', '≥', 99, '%', 20), actual: '97.5%', score: 19.5 },
    { ...row('产出指标', '时效指标', '验收完成时间', 'qualitative', '12月底前', null, 10), actual: '12月20日', score: 10 },
    { ...row('效益指标', '社会效益指标', '窗口等候时间缩短', 'qualitative', '明显缩短', null, 30), actual: '平均缩短8分钟', score: 28 },
    { ...row('满意度指标', '服务对象满意度指标', '使用人员满意度', '≥', 90, '%', 10), actual: '91%', score: 10 },
  ],
};

export const madeUp = { overall, project, transfer, selfEvaluation };

/** A form that was read becomes a model again, to be rendered in another way. */
export function modelOf(read: ReadProject, org: string): FormModel {
  const base = { overall, project, 'regional-transfer': transfer, 'self-evaluation': selfEvaluation, monitoring: project }[read.kind];
  return {
    ...base,
    name: read.name,
    org,
    budget: read.budgetWan,
    unit: '万元',
    goals: read.goals,
    rows: read.indicators.map(({ level1, level2, name, operator, value, unit, weight }) => ({
      level1: level1 ?? '',
      level2: level2 ?? '',
      name,
      operator,
      value,
      unit,
      weight,
    })),
  };
}
