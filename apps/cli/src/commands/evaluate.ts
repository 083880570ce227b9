import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { publicationCheck, writeEvaluation, writeEvaluationWorkbook } from '@hengjian/documents';
import {
  actualText,
  dayOf,
  type Evaluation,
  formatDay,
  gradeText,
  type RuleSet,
  type RuleSetChanges,
  readRuleSet,
  reasonText,
  totalText,
} from '@hengjian/domain';
import { formPortsOf, openHome, planStoreOf, scoringOf } from '@hengjian/store';
import { evaluatePlan, measureById, problemsOfYearBefore, recordsOfForms } from '@hengjian/workflows';
import type { AddCommand } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, refuse, wallClock } from '../refuse.ts';
import { textTable } from '../text-table.ts';

interface Options {
  plan: string;
  run?: string;
  rules?: string;
  out: string;
  xlsx?: string;
  json?: boolean;
}

const add: AddCommand = (program, context) => {
  program
    .command('evaluate')
    .description('按最近一次测算评分，写出绩效自评报告')
    .requiredOption('--plan <计划编号>', '计划')
    .requiredOption('--out <文件>', '自评报告（docx）')
    .option('--xlsx <文件>', '自评表工作簿（xlsx）')
    .option('--run <测算编号>', '用这一次测算（默认最近一次）')
    .option('--rules <评分办法>', '评分办法的编号（如 cy-2020-10、cy-2021-101）或本地办法的 json 文件；不写则按计划年度和本局区划取')
    .option('--json', '输出 JSON')
    .action((options: Options) => run(options, context()));
};
export default add;

const measureTitle = (id: string): string => measureById(id)?.title.zh ?? id;

/** A rule set by its id, or a bureau's own from a file. */
function rulesOf(options: Options, { language }: CliContext): string | RuleSet | undefined {
  const name = options.rules;
  if (name === undefined || !/\.json$/i.test(name)) return name;
  let changes: RuleSetChanges;
  try {
    changes = JSON.parse(readFileSync(name, 'utf8')) as RuleSetChanges;
  } catch {
    return refuse([{ code: 'plan.bad-rules', severity: 'error', file: name, facts: { keys: 'JSON' } }], options.json, language);
  }
  const outcome = readRuleSet(changes, name);
  return outcome.ok ? outcome.value : refuse(outcome.issues, options.json, language);
}

/** Writes a file, making its folder. */
function write(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, bytes);
}

async function run(options: Options, context: CliContext): Promise<void> {
  const home = await openHome(context.home);
  try {
    const outcome = await evaluatePlan(scoringOf(home.db), {
      planId: options.plan,
      ...(options.run ? { runId: options.run } : {}),
      rules: rulesOf(options, context),
    });
    if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
    const evaluation = outcome.value;
    const report = await writeEvaluation(evaluation, {
      writtenOn: dayOf(wallClock()),
      titleOf: measureTitle,
      carried: await problemsOfYearBefore(planStoreOf(home.db), evaluation.plan),
      records: await recordsOfForms(await formPortsOf(home.db, evaluation.asOf), evaluation.plan, evaluation.asOf),
    });
    const looked = await publicationCheck(report, options.out, context.language);
    if (!looked.ok) refuse(looked.issues, options.json, context.language);
    const unfit = looked.value;
    write(options.out, report);
    if (options.xlsx) write(options.xlsx, await writeEvaluationWorkbook(evaluation, { titleOf: measureTitle }));
    if (options.json) return printJson({ ...evaluationJson(evaluation), out: options.out, xlsx: options.xlsx ?? null, unfit });
    const before = unfit.map(({ message }) => `公开前请核对：${message}\n`).join('');
    process.stdout.write(`${summaryText(evaluation, options)}${before}`);
  } finally {
    await home.close();
  }
}

function evaluationJson(evaluation: Evaluation) {
  return {
    planId: evaluation.plan.planId,
    year: evaluation.plan.year,
    org: evaluation.plan.org,
    rules: evaluation.rules.id,
    runId: evaluation.runId,
    asOf: formatDay(evaluation.asOf),
    summary: evaluation.summary,
    projects: evaluation.projects.map((one) => ({
      name: one.project.name,
      execution: { ...one.execution, ...one.executionScore },
      total: one.total,
      totalText: totalText(one),
      grade: one.total.grade,
      indicators: one.indicators.map((each) => ({
        indicatorId: each.indicator.indicatorId,
        level1: each.indicator.level1,
        level2: each.indicator.level2,
        name: each.indicator.name,
        operator: each.indicator.operator,
        target: each.indicator.target,
        unit: each.indicator.unit,
        actual: each.actual,
        actualText: actualText(each),
        origin: each.origin,
        measureId: each.measured?.measureId ?? null,
        weight: each.score.weight,
        score: each.score.score,
        met: each.score.met,
        notes: each.score.notes,
        unscored: each.score.unscored,
        reason: reasonText(each),
      })),
    })),
  };
}

function summaryText(evaluation: Evaluation, options: Options): string {
  const { summary } = evaluation;
  const rows = evaluation.projects.map((one) => [one.project.name.slice(0, 30), totalText(one), gradeText(one)]);
  return [
    textTable([['项目', '得分', '等次'], ...rows], 3),
    `指标 ${summary.indicators} 项：达到 ${summary.met}，未达到 ${summary.missed}，未知 ${summary.unknown}。`,
    ...(summary.unconfirmed ? [`其中 ${summary.unconfirmed} 项的口径为系统建议，尚未确认。`] : []),
    ...(options.out ? [`自评报告：${options.out}`] : []),
    ...(options.xlsx ? [`自评表：${options.xlsx}`] : []),
    '',
  ].join('\n');
}
