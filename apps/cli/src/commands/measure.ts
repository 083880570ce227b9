import { randomUUID } from 'node:crypto';
import {
  calendarDate,
  type Day,
  dayOfDate,
  formatDay,
  formatInstant,
  type MeasurementRun,
  numberText,
  type Plan,
  parseDay,
  unknownMessages,
  unscoredMessages,
} from '@hengjian/domain';
import { type Home, measuringOf, openHome, openMeasuring, planStoreOf } from '@hengjian/store';
import { askedOf, listMeasures, measureById, measurePlan, sideOf } from '@hengjian/workflows';
import type { AddCommand } from '../command.ts';
import type { CliContext } from '../context.ts';
import { progressLine } from '../progress.ts';
import { printJson, refuse, wallClock } from '../refuse.ts';
import { textTable } from '../text-table.ts';

interface RunOptions {
  plan: string;
  asOf?: string;
  json?: boolean;
}

const add: AddCommand = (program, context) => {
  const measure = program.command('measure').description('测算绩效指标');
  measure
    .command('run')
    .description('测算计划的全部指标并存为一次快照')
    .requiredOption('--plan <计划编号>', '计划')
    .option('--as-of <日期>', '截止日期（默认为计划年度的最后一天）')
    .option('--json', '输出 JSON')
    .action((options: RunOptions) => run(options, context()));
  measure
    .command('list')
    .description('列出全部口径')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => list(options));
  measure
    .command('records')
    .description('列出一个指标的数字背后的记录')
    .requiredOption('--indicator <指标编号>', '指标')
    .option('--as-of <日期>', '截止日期（默认为计划年度的最后一天）')
    .option('--side <numerator|denominator>', '分子或分母', 'numerator')
    .option('--offset <n>', '从第几条开始', '0')
    .option('--limit <n>', '最多几条', '50')
    .option('--json', '输出 JSON')
    .action((options: RecordOptions) => records(options, context()));
};
export default add;

/** `--as-of`, a day of the plan's year; its last day where none is given. */
export function dayIn(plan: Plan, text: string | undefined, json: boolean | undefined, context: CliContext): Day {
  if (text === undefined) return dayOfDate(plan.year, 12, 31);
  const day = parseDay(text);
  if (day === undefined) return refuse([{ code: 'measure.bad-date', severity: 'error', facts: { text } }], json, context.language);
  if (calendarDate(day).year !== plan.year)
    return refuse(
      [{ code: 'measure.other-year', severity: 'error', facts: { year: plan.year, asOf: formatDay(day) } }],
      json,
      context.language,
    );
  return day;
}

/** Refuses an unknown plan. */
export async function planOf(home: Home, planId: string, json: boolean | undefined, context: CliContext): Promise<Plan> {
  const adopted = await planStoreOf(home.db).plan(planId);
  return adopted ? adopted.plan : refuse([{ code: 'plan.unknown', severity: 'error', facts: { id: planId } }], json, context.language);
}

async function run(options: RunOptions, context: CliContext): Promise<void> {
  const home = await openHome(context.home);
  try {
    const plan = await planOf(home, options.plan, options.json, context);
    const asOf = dayIn(plan, options.asOf, options.json, context);
    const bar = progressLine(context.interactive, '测算');
    const outcome = await measurePlan(
      { plans: planStoreOf(home.db), measuring: measuringOf(home) },
      {
        planId: plan.planId,
        asOf,
        runId: `M${randomUUID().replaceAll('-', '').slice(0, 15)}`,
        now: wallClock(),
        onProgress: bar.show,
      },
    );
    bar.clear();
    if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
    if (options.json) printJson(runJson(plan, outcome.value));
    else process.stdout.write(runText(plan, outcome.value));
  } finally {
    await home.close();
  }
}

const indicatorsOf = (plan: Plan) =>
  plan.projects.flatMap((project) => project.indicators.map((indicator) => ({ ...indicator, project: project.name })));

function runJson(plan: Plan, measured: MeasurementRun) {
  const names = new Map(indicatorsOf(plan).map((indicator) => [indicator.indicatorId, indicator]));
  return {
    runId: measured.runId,
    planId: measured.planId,
    asOf: formatDay(measured.asOf),
    measuredAt: formatInstant(measured.measuredAt),
    lakeVersion: measured.lakeVersion,
    registerSerial: measured.registerSerial,
    indicators: measured.rows.map((row) => {
      const indicator = names.get(row.indicatorId);
      const { measured: value } = row;
      return {
        indicatorId: row.indicatorId,
        project: indicator?.project,
        name: indicator?.name,
        measureId: row.measureId,
        measureState: row.state,
        value: value?.value ?? null,
        unit: value?.unit ?? null,
        numerator: value?.numerator.value ?? null,
        denominator: value?.denominator?.value ?? null,
        recordCount: value ? value.numerator.recordCount : 0,
        undeterminedCount: value ? value.numerator.undeterminedCount : 0,
        unknown: value ? value.unknown : 'no-measure',
        unknownReason: value?.value != null ? null : unknownMessages[value?.unknown ?? 'no-measure'].zh({}),
        formula: value?.formula ?? null,
        parts: value ? [value.numerator, ...(value.denominator ? [value.denominator] : [])] : [],
        monthly: value?.monthly ?? [],
      };
    }),
    executions: measured.executions,
  };
}

function runText(plan: Plan, measured: MeasurementRun): string {
  const names = new Map(indicatorsOf(plan).map((indicator) => [indicator.indicatorId, indicator]));
  const rows = measured.rows.map((row) => {
    const value = row.measured;
    const indicator = names.get(row.indicatorId);
    const why =
      !value && indicator?.operator === 'qualitative' ? unscoredMessages['not-judged'] : unknownMessages[value?.unknown ?? 'no-measure'];
    const said = value?.value != null ? `${numberText(value.value)}${value.unit}` : `未知：${why.zh({})}`;
    return [indicator?.name.slice(0, 26) ?? '', said, value ? value.formula.slice(0, 40) : ''];
  });
  const known = measured.rows.filter((row) => row.measured?.value != null).length;
  return `${textTable([['指标', '实际', '口径'], ...rows], 3)}\n\n截至 ${formatDay(measured.asOf)}：${measured.rows.length} 项指标，测得 ${known} 项。测算编号 ${measured.runId}\n`;
}

function list({ json }: { json?: boolean }): void {
  const all = listMeasures();
  if (json) {
    printJson(all);
    return;
  }
  process.stdout.write(`${textTable([['编号', '口径', '单位'], ...all.map((one) => [one.id, one.title, one.unit])], 3)}\n`);
}

interface RecordOptions {
  indicator: string;
  asOf?: string;
  side: string;
  offset: string;
  limit: string;
  json?: boolean;
}

async function records(options: RecordOptions, context: CliContext): Promise<void> {
  const home = await openHome(context.home);
  try {
    const planId = options.indicator.split('-').slice(0, 2).join('-');
    const plan = await planOf(home, planId, options.json, context);
    const project = plan.projects.find((one) => one.indicators.some((indicator) => indicator.indicatorId === options.indicator));
    const indicator = project?.indicators.find((one) => one.indicatorId === options.indicator);
    const link = (await planStoreOf(home.db).measuresOf(planId)).find((one) => one.indicatorId === options.indicator);
    const measure = measureById(link?.measureId ?? null);
    if (!project || !indicator || !measure)
      return refuse(
        [{ code: 'plan.unknown-indicator', severity: 'error', facts: { id: options.indicator } }],
        options.json,
        context.language,
      );
    const asOf = dayIn(plan, options.asOf, options.json, context);
    const part = sideOf(measure, options.side === 'denominator' ? 'denominator' : 'numerator');
    if (!part)
      return refuse([{ code: 'measure.no-side', severity: 'error', facts: { measure: measure.title.zh } }], options.json, context.language);
    const measuring = await openMeasuring(home, plan, asOf);
    try {
      const page = { offset: Number(options.offset) || 0, limit: Math.min(1000, Number(options.limit) || 50) };
      const rows = await measuring.records(part, askedOf(project, indicator, asOf), page);
      const shown = rows.map(({ record, day }) => ({ record, day: day > 0 ? formatDay(day) : null }));
      if (options.json)
        return printJson({ indicatorId: options.indicator, measureId: measure.id, part: part.title, ...page, records: shown });
      process.stdout.write(`${part.title}\n${textTable([['编号', '日期'], ...shown.map((row) => [row.record, row.day ?? ''])], 2)}\n`);
    } finally {
      await measuring.close();
    }
  } finally {
    await home.close();
  }
}
