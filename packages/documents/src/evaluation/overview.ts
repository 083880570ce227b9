// Cover and text of the overall report: what was planned, spent, reached, missed and not known. Every number is measured.
import {
  achievementText,
  actualText,
  type CarriedProblem,
  type EvaluatedIndicator,
  type EvaluatedProject,
  type Evaluation,
  type FormRecords,
  formatDay,
  formatInstant,
  gradeText,
  numberText,
  percentText,
  planTitle,
  reasonText,
  signText,
  targetText,
  totalText,
  wanText,
} from '@hengjian/domain';
import { AlignmentType, Paragraph, type Table, TextRun } from 'docx';
import type { Tone } from './bar.ts';
import { incomeAndExpenditure, outline, signatures } from './organisation.ts';
import { body, caption, fonts, gap, heading, row, table } from './parts.ts';
import { isOverallForm } from './project-form.ts';

const centred = (text: string, size: number, font: (typeof fonts)[keyof typeof fonts], before = 0): Paragraph =>
  new Paragraph({ alignment: AlignmentType.CENTER, spacing: { before, after: 120 }, children: [new TextRun({ text, size, font })] });

/** What the report is about, by the forms it holds. */
const subjectOf = ({ projects }: Evaluation): string =>
  projects.some(isOverallForm)
    ? '部门（单位）整体支出'
    : projects.some(({ project }) => project.kind === 'regional-transfer')
      ? '转移支付'
      : '项目支出';

export function cover(evaluation: Evaluation, writtenOn: string): Paragraph[] {
  const field = (label: string, value: string): Paragraph =>
    new Paragraph({
      indent: { left: 1100 },
      spacing: { before: 160, after: 160 },
      children: [new TextRun({ text: `${label}：`, size: 32, font: fonts.head }), new TextRun({ text: value, size: 32, font: fonts.body })],
    });
  return [
    centred(planTitle(evaluation), 40, fonts.title, 2200),
    centred(`${evaluation.plan.year}年度`, 44, fonts.title, 200),
    centred(subjectOf(evaluation), 44, fonts.title, 200),
    centred('绩效评价自评报告', 44, fonts.title, 100),
    new Paragraph({ spacing: { before: 2600 }, children: [] }),
    field('评价方式', '部门（单位）绩效自评'),
    field('评价机构', '部门（单位）评价组'),
    field('评分办法', evaluation.rules.title),
    field('数据截止', formatDay(evaluation.asOf)),
    field('报告日期', writtenOn),
  ];
}

const projectLabel = (one: EvaluatedProject) => one.project.name;
const toneOf = (ratio: number): Tone => (ratio >= 0.9 ? 'good' : ratio >= 0.6 ? 'middling' : 'poor');

function executionPart(evaluation: Evaluation): (Paragraph | Table)[] {
  const overall = evaluation.projects.find(isOverallForm);
  const sum = (pick: (one: EvaluatedProject) => number | null) => {
    const values = (overall ? [overall] : evaluation.projects).map(pick);
    return values.includes(null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
  };
  const [budget, paid] = [sum((one) => one.execution.adjustedFen), sum((one) => one.execution.paidFen)];
  const sentence =
    budget === null || paid === null
      ? '部分项目没有预算金额或支出记录，总执行率暂不能计算。'
      : `全年预算数 ${wanText(budget)} 万元，全年执行数 ${wanText(paid)} 万元，预算执行率 ${percentText(budget > 0 ? paid / budget : null)}。`;
  const late = evaluation.projects.filter(({ executionScore }) => executionScore.ratio !== null && executionScore.ratio < 0.9);
  const unknown = evaluation.projects.filter(({ executionScore }) => executionScore.ratio === null);
  return [
    heading('三、收支和预算执行情况'),
    ...incomeAndExpenditure(evaluation),
    body(sentence),
    ...(late.length
      ? [
          body(
            `执行率低于 90% 的有 ${late.length} 个：${late.map((one) => `${projectLabel(one)}（${percentText(one.executionScore.ratio)}）`).join('、')}。`,
          ),
        ]
      : []),
    ...(unknown.length ? [body(`无法计算执行率的有 ${unknown.length} 个：${unknown.map(projectLabel).join('、')}。`)] : []),
    caption('表 1  预算执行情况（万元）'),
    table(
      [30, 13, 13, 13, 10, 21],
      [
        row(
          ['项目', '年初预算数', '全年预算数', '全年执行数', '执行率', '执行进度'].map((text) => ({ text, head: true })),
          { header: true },
        ),
        ...evaluation.projects.map(({ project, execution, executionScore }) =>
          row([
            { text: project.name },
            { text: wanText(execution.budgetFen) || '未知', right: true },
            { text: wanText(execution.adjustedFen) || '未知', right: true },
            { text: wanText(execution.paidFen) || '未知', right: true },
            { text: executionScore.ratio === null ? '未知' : percentText(executionScore.ratio), right: true },
            {
              bar: {
                parts:
                  executionScore.ratio === null ? [] : [{ share: Math.min(1, executionScore.ratio), tone: toneOf(executionScore.ratio) }],
                width: 112,
              },
            },
          ]),
        ),
      ],
    ),
    gap(6),
  ];
}

function resultPart(evaluation: Evaluation): (Paragraph | Table)[] {
  const { summary } = evaluation;
  const share = (count: number, of: number) => (of > 0 ? count / of : 0);
  return [
    heading('四、绩效目标完成情况'),
    body(
      `全年绩效指标 ${summary.indicators} 项，其中定量指标 ${summary.quantitative} 项。达到指标值 ${summary.met} 项，未达到 ${summary.missed} 项，尚无法判断 ${summary.unknown} 项。`,
    ),
    ...(summary.unconfirmed > 0 ? [body(`其中 ${summary.unconfirmed} 项的口径为系统建议，尚未经人确认，须在报送前核对（见附录）。`)] : []),
    caption('表 2  各项目得分和指标完成情况'),
    table(
      [29, 7, 7, 8, 7, 15, 14, 21],
      [
        row(
          ['项目', '指标数', '达到', '未达到', '未知', '得分', '等次', '达到·未达到·未知'].map((text) => ({ text, head: true })),
          { header: true },
        ),
        ...evaluation.projects.map((one) => {
          const count = (met: boolean | null) => one.indicators.filter(({ score }) => score.met === met).length;
          const all = one.indicators.length;
          return row([
            { text: one.project.name },
            { text: String(all), centre: true },
            { text: String(count(true)), centre: true },
            { text: String(count(false)), centre: true },
            { text: String(count(null)), centre: true },
            { text: totalText(one), centre: true },
            { text: gradeText(one), centre: true },
            {
              bar: {
                parts: [
                  { share: share(count(true), all), tone: 'good' },
                  { share: share(count(false), all), tone: 'poor' },
                  { share: share(count(null), all), tone: 'unknown' },
                ],
                width: 108,
              },
            },
          ]);
        }),
      ],
    ),
    gap(6),
    ...evaluation.projects.map((one, index) =>
      body(`（${index + 1}）${one.project.name}：${achievementText(one)}得分 ${totalText(one)}，等次为${gradeText(one)}。`),
    ),
  ];
}

const target = ({ indicator }: EvaluatedIndicator) =>
  `${signText(indicator) === '定性' ? '' : signText(indicator)}${targetText(indicator)}${indicator.unit ?? ''}`;

function missedPart(evaluation: Evaluation): (Paragraph | Table)[] {
  const missed = evaluation.projects.flatMap((one) =>
    one.indicators.filter(({ score }) => score.met === false).map((each) => ({ one, each })),
  );
  if (missed.length === 0) return [heading('五、未达到指标值的指标'), body('没有未达到指标值的指标。')];
  return [
    heading('五、未达到指标值的指标'),
    caption('表 3  未达到指标值的指标及原因'),
    table(
      [22, 26, 14, 13, 25],
      [
        row(
          ['项目', '指标', '指标值', '实际完成值', '偏差原因及改进措施'].map((text) => ({ text, head: true })),
          { header: true },
        ),
        ...missed.map(({ one, each }) =>
          row([
            { text: one.project.name, size: 17 },
            { text: each.indicator.name },
            { text: target(each), centre: true },
            { text: actualText(each) + (each.actual !== null ? (each.unit ?? '') : ''), centre: true },
            { text: reasonText(each), size: 17 },
          ]),
        ),
      ],
    ),
    gap(6),
  ];
}

function unknownPart(evaluation: Evaluation): (Paragraph | Table)[] {
  const unknown = evaluation.projects.flatMap((one) =>
    one.indicators.filter(({ score }) => score.met === null).map((each) => ({ one, each })),
  );
  if (unknown.length === 0) return [heading('六、尚无法判断的指标'), body('没有。')];
  return [
    heading('六、尚无法判断的指标'),
    body('下列指标没有足够的记录或尚待人评定，按未知处理，不计为零分，也不计为满分。'),
    caption('表 4  尚无法判断的指标'),
    table(
      [24, 30, 18, 28],
      [
        row(
          ['项目', '指标', '指标值', '原因'].map((text) => ({ text, head: true })),
          { header: true },
        ),
        ...unknown.map(({ one, each }) =>
          row([
            { text: one.project.name, size: 17 },
            { text: each.indicator.name },
            { text: target(each), centre: true },
            { text: reasonText(each), size: 17 },
          ]),
        ),
      ],
    ),
    gap(6),
  ];
}

/** What the evaluation of the year before found, and what became of it. */
function carriedPart(carried: readonly CarriedProblem[]): (Paragraph | Table)[] {
  if (carried.length === 0) return [];
  const mended = carried.filter((one) => one.mended !== null).length;
  return [
    body(`上年度评价提出问题 ${carried.length} 个，已整改 ${mended} 个，尚未整改 ${carried.length - mended} 个，见表 5。`),
    caption('表 5  上年度问题整改情况'),
    table(
      [22, 26, 12, 40],
      [
        row(
          ['项目、指标', '问题', '责任人', '整改情况'].map((text) => ({ text, head: true })),
          { header: true },
        ),
        ...carried.map(({ place, remark, person, dueOn, mended: done }) =>
          row([
            { text: place, size: 17 },
            { text: remark.text },
            { text: person ?? '未落实', centre: true },
            {
              text: done
                ? `${formatDay(done.on)}完成：${done.measure}（${done.evidence}）`
                : `尚未整改${dueOn === null ? '' : `，期限 ${formatDay(dueOn)}`}`,
              size: 17,
            },
          ]),
        ),
      ],
    ),
    gap(6),
  ];
}

function closingPart(evaluation: Evaluation, carried: readonly CarriedProblem[]): (Paragraph | Table)[] {
  const improvements = evaluation.projects.flatMap((one) =>
    one.indicators.flatMap(({ statement, indicator }) => (statement?.improvement ? [`${indicator.name}：${statement.improvement}`] : [])),
  );
  const execution = evaluation.projects.filter(({ executionScore }) => executionScore.ratio !== null && executionScore.ratio < 0.9);
  const problems = [
    ...(evaluation.summary.missed ? [`有 ${evaluation.summary.missed} 项指标未达到指标值，主要偏差见表 3。`] : []),
    ...(execution.length ? [`${execution.map(projectLabel).join('、')}的预算执行率低于 90%。`] : []),
    ...(evaluation.summary.unknown ? [`有 ${evaluation.summary.unknown} 项指标缺少台账记录、口径或评定，绩效信息收集尚不完整。`] : []),
  ];
  return [
    heading('七、存在的问题和改进措施'),
    ...(problems.length ? problems : ['未发现指标偏差。']).map((text, index) => body(`${index + 1}. ${text}`)),
    ...carriedPart(carried),
    ...(improvements.length ? improvements.map(body) : [body('改进措施由承办科室在报送前填写。')]),
  ];
}

/** The overall report: text with tables and bars. */
export const overview = (
  evaluation: Evaluation,
  carried: readonly CarriedProblem[],
  records: FormRecords | undefined,
): (Paragraph | Table)[] => [
  ...outline(evaluation, records?.people),
  heading('二、评价依据和数据来源'),
  body(
    `本报告对照 ${evaluation.plan.year} 年度采用的绩效目标（计划编号 ${evaluation.plan.planId}，共 ${evaluation.projects.length} 张目标表），按${evaluation.rules.title}评分。`,
  ),
  body(
    `实际完成值由医保结算数据、智能审核疑点和业务台账测算得出，截至 ${formatDay(evaluation.asOf)}；测算时间 ${formatInstant(evaluation.measuredAt)}，测算编号 ${evaluation.runId}，结算数据第 ${numberText(evaluation.lakeVersion, 0)} 版。每一个数字的口径、公式、分子分母和记录数见附录。`,
  ),
  ...executionPart(evaluation),
  ...resultPart(evaluation),
  ...missedPart(evaluation),
  ...unknownPart(evaluation),
  ...closingPart(evaluation, carried),
  ...signatures(),
];
