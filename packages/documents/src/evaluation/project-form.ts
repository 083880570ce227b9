// 项目支出绩效自评表 / 部门整体支出绩效自评表 in the layout of 财预〔2020〕10号: money, goals, indicators with their reasons, total.
import {
  actualText,
  completionText,
  type EvaluatedProject,
  type Evaluation,
  type FormFunds,
  type FormRecords,
  gradeNote,
  type MoneyPart,
  numberText,
  OVERALL_PROJECT,
  percentText,
  reasonText,
  signText,
  targetText,
  totalText,
  wanText,
} from '@hengjian/domain';
import type { Paragraph, Table } from 'docx';
import { type CellWish, formTitle, formWidth, gap, row, small, table } from './parts.ts';
import { tierSpans } from './tier-spans.ts';

const head = (text: string, more: Partial<CellWish> = {}): CellWish => ({ text, head: true, ...more });
const centre = (text: string, more: Partial<CellWish> = {}): CellWish => ({ text, centre: true, ...more });

export const isOverallForm = ({ project }: EvaluatedProject): boolean => project.kind === 'overall' || project.name === OVERALL_PROJECT;

/** 年初预算数, 全年预算数, 全年执行数 in 万元; empty where the registers do not tell this part apart. */
const moneyCells = (part: MoneyPart | undefined): string[] =>
  [part?.initialFen, part?.budgetFen, part?.paidFen].map((fen) => (fen === undefined ? '' : wanText(fen)));

/** Columns of the form: label, label, then the money and indicator columns share one width plan of ten. */
const widths = [9, 10, 22, 7, 10, 8, 11, 7, 8, 24];

function headTable(evaluation: Evaluation, one: EvaluatedProject, funds: FormFunds | undefined): Table {
  const { project, execution, executionScore } = one;
  const org = evaluation.plan.org ?? '';
  const weight = executionScore.weight > 0 ? numberText(executionScore.weight) : '—';
  const score = executionScore.weight > 0 ? (executionScore.score === null ? '未知' : numberText(executionScore.score)) : '—';
  const ratio = executionScore.ratio === null ? '未知' : percentText(executionScore.ratio);
  const overall = isOverallForm(one);
  const wan = (fen: number | null) => wanText(fen) || '未知';
  const rest = (label: string, part: MoneyPart | undefined) =>
    row([centre(label), ...moneyCells(part).map((text) => centre(text)), centre('—'), centre('—'), centre('—')]);
  return table(
    [9, 19, 14, 14, 14, 9, 12, 9],
    [
      row([head('项目名称', { across: 2 }), centre(project.name, { across: 6 })]),
      ...(overall
        ? []
        : [row([head('主管部门', { across: 2 }), centre(org, { across: 2 }), head('实施单位'), centre(org, { across: 3 })])]),
      row([
        head(overall ? '部门资金（万元）' : '项目资金（万元）', { down: 5 }),
        ...['', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'].map((text) => head(text)),
      ]),
      row([
        centre('年度资金总额'),
        centre(wan(execution.budgetFen)),
        centre(wan(execution.adjustedFen)),
        centre(wan(execution.paidFen)),
        centre(weight),
        centre(ratio),
        centre(score),
      ]),
      rest('其中：当年财政拨款', funds?.grant),
      rest('上年结转资金', funds?.carried),
      rest('其他资金', funds?.other),
      row([head('年度总体目标', { down: 2 }), head('预期目标', { across: 3 }), head('实际完成情况', { across: 4 })]),
      row(
        [
          { lines: project.goals.length ? project.goals : [''], across: 3, size: 18 },
          { text: completionText(one), across: 4, size: 18 },
        ],
        { whole: false },
      ),
    ],
    formWidth,
  );
}

const markText = (value: number | null, otherwise: string) => (value === null ? otherwise : numberText(value));

function indicatorTable(one: EvaluatedProject): Table {
  const spans = tierSpans(one.indicators);
  const rows = one.indicators.map((each, index) => {
    const { indicator, score } = each;
    const tier = (count: number | undefined, text: string | null): CellWish[] => (count ? [centre(text ?? '', { down: count })] : []);
    const cells = [
      ...tier(spans.level1[index], indicator.level1),
      ...tier(spans.level2[index], indicator.level2),
      { text: indicator.name },
      centre(signText(indicator)),
      centre(targetText(indicator)),
      centre(indicator.unit ?? ''),
      centre(actualText(each)),
      centre(markText(score.weight, '—')),
      centre(score.weight === null ? '—' : markText(score.score, '未知')),
      { text: reasonText(each), size: 17 },
    ];
    // The total and who signs do not stand alone on a page.
    return row(cells, { keep: index === one.indicators.length - 1 });
  });
  const { total } = one;
  const note = total.open > 0 ? `其中未知 ${total.missing.length} 项，共 ${numberText(total.open)} 分` : '';
  return table(
    widths,
    [
      row(
        ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'].map(
          (text) => head(text, { size: 18 }),
        ),
        { header: true },
      ),
      ...rows,
      row(
        [
          head('总分', { across: 7 }),
          // Full marks other than 100 are said to be full marks, or they read as the score.
          centre(total.full === 100 ? '100' : total.full > 0 ? `满分${numberText(total.full)}` : '—', { bold: true }),
          ...(total.open > 0
            ? [{ lines: [`${totalText(one)}，${gradeNote(one)}`, note], across: 2, size: 17 }]
            : [centre(totalText(one), { bold: true, ...(total.full === 0 ? { size: 15 } : {}) }), { text: gradeNote(one), size: 18 }]),
        ],
        { keep: true },
      ),
    ],
    formWidth,
  );
}

/** One form; each begins on a page of its own. */
export function projectForm(
  evaluation: Evaluation,
  one: EvaluatedProject,
  newPage: boolean,
  records: FormRecords | undefined,
): (Paragraph | Table)[] {
  const { year } = evaluation.plan;
  const title = isOverallForm(one) ? '部门整体支出绩效自评表' : '项目支出绩效自评表';
  return [
    formTitle(title, newPage),
    small(`（${year}年度）`, 'center'),
    headTable(evaluation, one, records?.funds.get(one.project.projectNo)),
    gap(),
    indicatorTable(one),
    small('填报单位（盖章）：                    单位负责人：                    填报人：                    联系电话：'),
    gap(),
  ];
}
