// The self-evaluation as a workbook: an overview, one official form per project, the sources of every actual.
import {
  achievementText,
  actualText,
  type EvaluatedProject,
  type Evaluation,
  formatDay,
  gradeNote,
  gradeText,
  numberText,
  percentText,
  reasonText,
  signText,
  targetText,
  totalText,
} from '@hengjian/domain';
import { type SheetCell, type SheetPage, sheetName, writeWorkbook } from '../workbook/workbook.ts';
import { isOverallForm } from './project-form.ts';
import { provenanceRows } from './provenance.ts';

const head = (value: string, across = 1): SheetCell => ({ value, kind: 'head', across });
const wan = (fen: number | null): SheetCell =>
  fen === null ? { value: '未知' } : { value: Math.round(fen / 100) / 10_000, kind: 'number', format: '#,##0.00####' };
const points = (value: number | null, otherwise = '未知'): SheetCell =>
  value === null ? { value: otherwise, kind: 'number' } : { value, kind: 'number', format: '0.##' };
/** Puts empty places behind cells that span columns, so that positions hold. */
const spread = (cells: SheetCell[]): (SheetCell | null)[] =>
  cells.flatMap((cell) => [cell, ...Array.from({ length: (cell.across ?? 1) - 1 }, () => null)]);

function overviewPage(evaluation: Evaluation): SheetPage {
  return {
    name: '总览',
    widths: [34, 14, 14, 14, 10, 8, 8, 8, 8, 14, 14],
    headRows: 3,
    landscape: true,
    rows: [
      spread([{ value: `${evaluation.plan.org ?? ''} ${evaluation.plan.year}年度绩效自评总览`, kind: 'title', across: 11 }]),
      spread([
        {
          value: `按${evaluation.rules.title}评分；数据截至 ${formatDay(evaluation.asOf)}；测算编号 ${evaluation.runId}`,
          kind: 'note',
          across: 11,
        },
      ]),
      [
        '项目',
        '年初预算数（万元）',
        '全年预算数（万元）',
        '全年执行数（万元）',
        '执行率',
        '指标数',
        '达到',
        '未达到',
        '未知',
        '得分',
        '等次',
      ].map((title) => head(title)),
      ...evaluation.projects.map((one): SheetCell[] => {
        const count = (met: boolean | null): SheetCell => ({
          value: one.indicators.filter(({ score }) => score.met === met).length,
          kind: 'number',
        });
        return [
          { value: one.project.name },
          wan(one.execution.budgetFen),
          wan(one.execution.adjustedFen),
          wan(one.execution.paidFen),
          { value: one.executionScore.ratio === null ? '未知' : percentText(one.executionScore.ratio), kind: 'number' },
          { value: one.indicators.length, kind: 'number' },
          count(true),
          count(false),
          count(null),
          { value: totalText(one), kind: 'number' },
          { value: gradeText(one) },
        ];
      }),
    ],
  };
}

const columns = [
  '一级指标',
  '二级指标',
  '三级指标',
  '指标性质',
  '指标值',
  '度量单位',
  '实际完成值',
  '分值',
  '得分',
  '偏差原因分析及改进措施',
];

function formPage(evaluation: Evaluation, one: EvaluatedProject, index: number): SheetPage {
  const { project, execution, executionScore, total } = one;
  const org = evaluation.plan.org ?? '';
  const title = isOverallForm(one) ? '部门整体支出绩效自评表' : '项目支出绩效自评表';
  const rows: (SheetCell | null)[][] = [
    spread([{ value: `${title}（${evaluation.plan.year}年度）`, kind: 'title', across: 10 }]),
    spread([head(isOverallForm(one) ? '部门（单位）名称' : '项目名称', 2), { value: isOverallForm(one) ? org : project.name, across: 8 }]),
    spread([head('主管部门', 2), { value: org, across: 3 }, head('实施单位', 2), { value: org, across: 3 }]),
    spread([
      head('资金（万元）', 2),
      head('年初预算数'),
      head('全年预算数', 2),
      head('全年执行数', 2),
      head('分值'),
      head('执行率'),
      head('得分'),
    ]),
    spread([
      { value: '年度资金总额', across: 2 },
      wan(execution.budgetFen),
      { ...wan(execution.adjustedFen), across: 2 },
      { ...wan(execution.paidFen), across: 2 },
      points(executionScore.weight > 0 ? executionScore.weight : null, '—'),
      { value: executionScore.ratio === null ? '未知' : percentText(executionScore.ratio), kind: 'number' },
      points(executionScore.weight > 0 ? executionScore.score : null, executionScore.weight > 0 ? '未知' : '—'),
    ]),
    spread([head('预期目标', 2), { value: project.goals.join('\n'), across: 8 }]),
    spread([head('实际完成情况', 2), { value: achievementText(one), across: 8 }]),
    columns.map((column) => head(column)),
    ...one.indicators.map((each): SheetCell[] => {
      const { indicator, score } = each;
      const number = (value: number | null, text: string): SheetCell => ({ value: value ?? text, kind: 'number' });
      return [
        { value: indicator.level1 },
        { value: indicator.level2 },
        { value: indicator.name },
        { value: signText(indicator) },
        number(typeof indicator.target === 'number' ? indicator.target : null, targetText(indicator)),
        { value: indicator.unit },
        number(each.actual === null ? null : Number(numberText(each.actual, 4)), actualText(each)),
        points(score.weight, '—'),
        points(score.score, score.weight === null ? '—' : '未知'),
        { value: reasonText(each) },
      ];
    }),
    spread([
      head('总分', 7),
      points(total.full > 0 ? total.full : null, '—'),
      total.open > 0 || total.full === 0 ? { value: totalText(one), kind: 'number' } : points(total.known),
      { value: gradeNote(one) },
    ]),
  ];
  return {
    name: sheetName(`${index + 1} ${project.name}`),
    widths: [11, 15, 32, 9, 12, 9, 12, 8, 14, 34],
    headRows: 1,
    landscape: true,
    rows,
  };
}

function sourcePage(evaluation: Evaluation, titleOf: (measureId: string) => string): SheetPage {
  const titles = ['项目', '指标', '实际', '口径', '公式', '分子', '分母', '记录数', '来源', '数据时点', '口径状态'];
  return {
    name: '来源',
    widths: [26, 30, 16, 20, 38, 26, 26, 12, 20, 12, 16],
    headRows: 1,
    landscape: true,
    rows: [
      titles.map((title) => head(title)),
      ...provenanceRows(evaluation, titleOf).map((one): SheetCell[] =>
        [
          one.project,
          one.indicator,
          one.actual,
          one.measure,
          one.formula,
          one.numerator,
          one.denominator,
          one.records,
          one.source,
          one.dataTime,
          one.state,
        ].map((value) => ({ value })),
      ),
    ],
  };
}

export const writeEvaluationWorkbook = (evaluation: Evaluation, given: { titleOf: (measureId: string) => string }): Promise<Uint8Array> =>
  writeWorkbook([
    overviewPage(evaluation),
    ...evaluation.projects.map((one, index) => formPage(evaluation, one, index)),
    sourcePage(evaluation, given.titleOf),
  ]);
