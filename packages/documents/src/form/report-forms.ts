// 岳阳 family: the tables of a self-evaluation report, of a whole department and of one project. Results or points stand in 完成情况.
import type { ReadProject } from '@hengjian/domain';
import { type FormContent, fieldOf, sumOf } from './content.ts';
import { rowsOf } from './indicator-table.ts';
import { type FormSheet, type FormTable, label, long, value } from './sheet.ts';

const AXES = ['中央财政', '省财政', '市财政', '县（市区）财政', '其它'];

/** The targets stand in the names, points or results in one column: only what was printed so fits without loss. */
export const fitsReport = ({ indicators }: ReadProject): boolean =>
  indicators.every((one) => one.value === null && one.operator === 'qualitative' && one.weight === null && !one.remark && !one.group) &&
  (indicators.every(({ score }) => score === null) || indicators.every(({ actual }) => actual === null));

function results(project: ReadProject): FormTable[] {
  const { indicators } = project;
  const points = sumOf(indicators, (one) => one.score);
  return [
    {
      rows: [
        [label('评价内容', { across: 2 }), label('绩效目标', { across: 2 }), label('完成情况', { across: 2 })],
        ...rowsOf(indicators, [1, 1, 2], [{ title: '完成情况', across: 2, cell: (one) => value(one.score ?? one.actual) }]),
      ],
      headRows: 1,
    },
    {
      rows: [
        ...(points === null ? [] : [[label('绩效自评综合得分', { across: 4 }), value(points, { across: 2 })]]),
        [label('评价等次', { across: 4 }), value(fieldOf(project, '评价等次'), { across: 2 })],
      ],
    },
    {
      rows: [
        [label('评价人员', { across: 6 })],
        [label('姓名'), label('职务／职称', { across: 2 }), label('单位', { across: 2 }), label('签字')],
        ...[1, 2].map(() => [value(null), value(null, { across: 2 }), value(null, { across: 2 }), value(null)]),
      ],
    },
  ];
}

const sheet = (content: FormContent, name: string, title: string, tables: FormTable[]): FormSheet => ({
  name,
  title,
  subtitle: `（${content.year ?? '    '}年度）`,
  above: [],
  unit: '万元',
  widths: [15, 17, 24, 16, 14, 14],
  tables,
  sign: [
    '填报人（签名）：                                        年    月    日',
    '单位负责人（签名）：                                    年    月    日',
  ],
});

/** Whole department: who there is, what came in and went out, goals, results. */
export function overallReport(content: FormContent, project: ReadProject): FormSheet {
  const { totalWan, basicWan, projectWan } = content.totals;
  const head: FormTable = {
    rows: [
      [label('部门（单位）名称', { across: 2 }), value(content.org, { across: 4 })],
      [
        label('人员编制', { across: 2 }),
        value(fieldOf(project, '人员编制')),
        label('实有人数'),
        value(fieldOf(project, '实有人数'), { across: 2 }),
      ],
      [label('支出情况（万元）', { across: 2, down: 2 }), label('支出合计'), label('基本支出'), label('项目支出', { across: 2 })],
      [value(totalWan ?? project.budgetWan), value(basicWan), value(projectWan, { across: 2 })],
      [label('预期目标', { across: 2 }), long(project.goals.join('\n'), { across: 4 })],
    ],
  };
  return sheet(content, project.name, '部门整体支出绩效自评报告', [head, ...results(project)]);
}

/** One project: planned, received, spent and left, by who pays. */
export function projectReport(content: FormContent, project: ReadProject): FormSheet {
  const { money = {} } = content;
  const head: FormTable = {
    rows: [
      [label('项目名称', { across: 2 }), value(project.name, { across: 4 })],
      [label('项目单位', { across: 2 }), value(content.org, { across: 2 }), label('主管部门'), value(content.org)],
      [label('资金来源（万元）', { across: 2 }), ...['计划安排', '实际到位', '实际支出', '结余'].map((text) => label(text))],
      ...AXES.map((text) => [label(text, { across: 2 }), ...[1, 2, 3, 4].map(() => value(null))]),
      [label('合计', { across: 2 }), value(project.budgetWan), value(null), value(money.paidWan), value(null)],
      [label('支出明细', { across: 2 }), long('', { across: 4 })],
      [label('定性目标', { across: 2 }), long(project.goals.join('\n'), { across: 4 })],
    ],
  };
  return sheet(content, project.name, '项目支出绩效自评报告', [head, ...results(project)]);
}
