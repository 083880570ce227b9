// 转移支付区域（项目）绩效自评表 in the layout of 财预〔2015〕163号: money by who pays, goals, indicators; no marks, no total.
import {
  actualText,
  completionText,
  type EvaluatedIndicator,
  type EvaluatedProject,
  type Evaluation,
  type FormRecords,
  type ManagedRow,
  type MoneyPart,
  managedAspects,
  percentText,
  reasonText,
  signText,
  targetText,
  wanText,
} from '@hengjian/domain';
import type { Paragraph, Table } from 'docx';
import { type CellWish, formTitle, formWidth, gap, row, small, table } from './parts.ts';
import { tierSpans } from './tier-spans.ts';

const head = (text: string, more: Partial<CellWish> = {}): CellWish => ({ text, head: true, ...more });
const centre = (text: string, more: Partial<CellWish> = {}): CellWish => ({ text, centre: true, ...more });

/** A form that gives no marks is evaluated on the transfer's form. */
export const isTransferForm = ({ project, total }: EvaluatedProject): boolean => project.kind === 'regional-transfer' && total.full === 0;

function headTable(evaluation: Evaluation, one: EvaluatedProject, records: FormRecords | undefined): Table {
  const { project, execution, executionScore } = one;
  const org = evaluation.plan.org ?? '';
  const wan = (fen: number | null) => wanText(fen) || '未知';
  const funds = records?.funds.get(project.projectNo);
  const rest = (label: string, part: MoneyPart | undefined) => {
    const { budgetFen = null, paidFen = null } = part ?? {};
    const ratio = budgetFen && paidFen !== null ? percentText(paidFen / budgetFen) : '';
    return row([centre(label), centre(wanText(budgetFen)), centre(wanText(paidFen)), centre(ratio)]);
  };
  return table(
    [14, 22, 21, 21, 22],
    [
      row([head('项目名称'), centre(project.name, { across: 4 })]),
      row([head('主管部门'), centre(org, { across: 2 }), head('实施单位'), centre(org)]),
      row([head('资金情况（万元）', { down: 5 }), head(''), head('全年预算数（A）'), head('全年执行数（B）'), head('预算执行率（B/A）')]),
      row([
        centre('年度资金总额'),
        centre(wan(execution.adjustedFen)),
        centre(wan(execution.paidFen)),
        centre(executionScore.ratio === null ? '未知' : percentText(executionScore.ratio)),
      ]),
      rest('其中：中央财政资金', funds?.central),
      rest('地方资金', funds?.local),
      rest('其他资金', funds?.otherOrigin),
      ...managedRows(records?.managed.get(project.projectNo) ?? []),
      row([head('总体目标完成情况', { down: 2 }), head('总体目标', { across: 2 }), head('全年实际完成情况', { across: 2 })]),
      row(
        [
          { lines: project.goals.length ? project.goals : [''], across: 2, size: 18 },
          { text: completionText(one), across: 2, size: 18 },
        ],
        { whole: false },
      ),
    ],
    formWidth,
  );
}

/** 资金管理情况 as the forms since 2022 have it; what no record tells is left for people to write. */
const managedRows = (told: readonly ManagedRow[]) => [
  row([head('资金管理情况', { down: managedAspects.length + 1 }), head(''), head('情况说明', { across: 2 }), head('存在问题和改进措施')]),
  ...managedAspects.map((aspect) => {
    const found = told.find((one) => one.aspect === aspect);
    return row([centre(aspect), { text: found?.told ?? '', across: 2, size: 18 }, { text: found?.problem ?? '', size: 18 }]);
  }),
];

/** 指标值 with its sign and unit in one cell, as these forms have it. */
const targetCell = ({ indicator }: EvaluatedIndicator) =>
  `${indicator.operator === 'qualitative' || indicator.operator === '=' ? '' : signText(indicator)}${targetText(indicator)}${indicator.unit ?? ''}`;

function indicatorTable(one: EvaluatedProject): Table {
  const spans = tierSpans(one.indicators);
  const tier = (count: number | undefined, text: string | null): CellWish[] => (count ? [centre(text ?? '', { down: count })] : []);
  return table(
    [10, 13, 31, 13, 13, 24],
    [
      row(
        ['一级指标', '二级指标', '三级指标', '指标值', '全年实际完成值', '未完成原因和改进措施'].map((text) => head(text, { size: 18 })),
        { header: true },
      ),
      ...one.indicators.map((each, index) =>
        row([
          ...tier(spans.level1[index], each.indicator.level1),
          ...tier(spans.level2[index], each.indicator.level2),
          { text: each.indicator.name },
          centre(targetCell(each)),
          centre(each.actual === null ? actualText(each) : `${actualText(each)}${each.unit ?? ''}`),
          { text: reasonText(each), size: 17 },
        ]),
      ),
      row([head('说明'), { text: '', across: 5 }], { keep: true }),
    ],
    formWidth,
  );
}

/** One form; each begins on a page of its own. */
export const transferForm = (
  evaluation: Evaluation,
  one: EvaluatedProject,
  newPage: boolean,
  records: FormRecords | undefined,
): (Paragraph | Table)[] => [
  formTitle('转移支付区域（项目）绩效自评表', newPage),
  small(`（${evaluation.plan.year}年度）`, 'center'),
  headTable(evaluation, one, records),
  gap(),
  indicatorTable(one),
  small('填报单位（盖章）：                    单位负责人：                    填报人：                    联系电话：'),
  gap(),
];
