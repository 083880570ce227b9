// Forms of provinces: targets in two terms (湖南, 陕西), in four grades, and a self-evaluation in numbered sections (河北).
import type { ReadIndicator, ReadProject } from '@hengjian/domain';
import { type FormContent, fieldOf, sumOf } from './content.ts';
import { type FormColumn, indicatorTables, targetCell } from './indicator-table.ts';
import { type FormSheet, type FormTable, label, long, value } from './sheet.ts';

const SIGN = '填报单位（盖章）：                单位负责人：                填报人：                联系电话：';
const year = (content: FormContent) => `（${content.year ?? '    '}年度）`;

/** 长期绩效目标 and its table above 年度绩效目标 and its own. */
export function termTargets(content: FormContent, project: ReadProject): FormSheet {
  const columns: FormColumn[] = [
    { title: '指标值', across: 1, cell: (one) => value(targetCell(one)) },
    { title: '备注', across: 1, cell: (one) => long(one.remark ?? '') },
  ];
  const head: FormTable = {
    rows: [
      [label('项目名称'), value(project.name, { across: 4 })],
      [label('主管部门'), value(content.org, { across: 2 }), label('实施单位'), value(content.org)],
      [label('资金情况（万元）', { down: 3 }), label('年度资金总额'), value(project.budgetWan, { across: 3 })],
      [label('其中：财政拨款'), value(content.money?.grantWan, { across: 3 })],
      [label('其他资金'), value(content.money?.otherWan, { across: 3 })],
    ],
  };
  const term = (title: '长期' | '年度', goals: readonly string[], indicators: readonly ReadIndicator[]): FormTable[] => [
    { rows: [[label(`${title}绩效目标`), long(goals.join('\n'), { across: 4 })], [label(`${title}绩效指标`, { across: 5 })]] },
    ...indicatorTables(indicators, [1, 1, 1], columns, '指标内容'),
  ];
  const { goals, indicators } = project.longTerm ?? { goals: [], indicators: [] };
  return {
    name: project.name,
    title: '项目支出绩效目标申报表',
    subtitle: year(content),
    above: [],
    unit: '万元',
    widths: [15, 16, 34, 18, 17],
    tables: [head, ...term('长期', goals, indicators), ...term('年度', project.goals, project.indicators)],
    sign: [SIGN],
  };
}

/** 优, 良, 中, 差 of every target are for the bureau to set: a target says only what full marks ask. */
export function gradedTargets(content: FormContent, project: ReadProject): FormSheet {
  const cellOf = (one: ReadIndicator, head: string) => one.cells?.find((cell) => cell.head === head)?.text ?? '';
  const grades = ['优', '良', '中', '差'];
  const head: FormTable = {
    rows: [
      [label('项目名称', { across: 2 }), value(project.name, { across: 8 })],
      [label('主管部门', { across: 2 }), value(content.org, { across: 8 })],
      [
        label('预算规模及资金用途（万元）', { across: 2 }),
        label('预算数'),
        value(project.budgetWan),
        label('其中：财政资金', { across: 2 }),
        value(content.money?.grantWan, { across: 2 }),
        label('其他资金'),
        value(content.money?.otherWan),
      ],
      [label('绩效目标', { across: 2 }), long(project.goals.join('\n'), { across: 8 })],
    ],
  };
  const tables = indicatorTables(
    project.indicators,
    [1, 1, 1],
    [
      { title: '绩效指标描述', across: 1, cell: (one) => long(cellOf(one, '绩效指标描述')) },
      ...grades.map((title): FormColumn => ({ title, across: 1, cell: (one) => value(cellOf(one, title)) })),
      { title: '指标值', across: 1, cell: (one) => value(targetCell(one)) },
      { title: '指标值确定依据', across: 1, cell: (one) => long(one.remark ?? '') },
    ],
  );
  return {
    name: project.name,
    title: '项目绩效目标表',
    subtitle: year(content),
    above: [],
    unit: '万元',
    widths: [9, 11, 20, 14, 8, 8, 8, 8, 12, 12],
    tables: [head, ...tables],
    sign: [SIGN],
    landscape: true,
  };
}

/** Sections 一 to 五. 折算得分 (points × weight) is printed and counts nowhere: the total is the sum of 单项得分. */
export function sectionedEvaluation(content: FormContent, project: ReadProject): FormSheet {
  const { money = {} } = content;
  const section = (text: string): FormTable['rows'][number] => [label(text, { across: 8 })];
  const percent = money.executionPercent ?? null;
  const folded = ({ weight, score }: ReadIndicator) =>
    weight === null || score === null ? null : Number(((weight * score) / 100).toFixed(2));
  const head: FormTable = {
    rows: [
      section('一、基本情况'),
      [label('项目名称'), value(project.name, { across: 3 }), label('实施（主管）单位'), value(content.org, { across: 3 })],
      section('二、预算执行情况'),
      [
        label(''),
        ...['预算数（万元）', '到位数（万元）', '执行数（万元）', '预算执行进度（%）', '权重'].map((text) => label(text)),
        label('得分', { across: 2 }),
      ],
      [
        label('合计'),
        value(project.budgetWan),
        value(null),
        value(money.paidWan),
        value(percent),
        value(money.executionWeight),
        value(money.executionScore, { across: 2 }),
      ],
      section('三、目标完成情况'),
      [label('年度预期目标', { across: 3 }), label('具体完成情况', { across: 3 }), label('总体完成率', { across: 2 })],
      [long(project.goals.join('\n'), { across: 3 }), long(fieldOf(project, '具体完成情况'), { across: 3 }), value(null, { across: 2 })],
      section('四、年度绩效指标完成情况'),
    ],
  };
  const tables = indicatorTables(
    project.indicators,
    [1, 1, 1],
    [
      { title: '预期指标值', across: 1, cell: (one) => value(targetCell(one)) },
      { title: '实际完成值', across: 1, cell: (one) => value(one.actual) },
      { title: '单项指标权重', across: 1, cell: (one) => value(one.weight) },
      { title: '单项得分', across: 1, cell: (one) => value(one.score) },
      { title: '折算得分', across: 1, cell: (one) => value(folded(one)) },
    ],
  );
  const foot: FormTable = {
    rows: [
      [
        label('自评总分', { across: 6 }),
        value(
          sumOf(project.indicators, (one) => one.score),
          { across: 2 },
        ),
      ],
      section('五、存在问题、原因及下一步整改措施'),
      [long('', { across: 8 })],
    ],
  };
  return {
    name: project.name,
    title: '项目支出绩效自评表',
    subtitle: year(content),
    above: [],
    unit: '万元',
    widths: [12, 13, 25, 13, 13, 11, 10, 10],
    tables: [head, ...tables, foot],
    sign: [SIGN],
  };
}
