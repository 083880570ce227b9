// One published document through a bureau's whole year: read, checked, adopted, reviewed, approved, watched in July, scored, reported.

import { checks, runChecks, suggestMeasures } from '@hengjian/catalog';
import { publicationCheck, readDocument, writeEvaluation, writeForms } from '@hengjian/documents';
import {
  type CheckFinding,
  dayOfDate,
  type Evaluation,
  type Instant,
  monitoringDocument,
  monitoringMoney,
  type Outcome,
  type PlanAction,
  type ReadDocument,
  SECONDS_PER_DAY,
} from '@hengjian/domain';
import { formPortsOf, type Home, measuringOf, planStoreOf, scoringOf } from '@hengjian/store';
import {
  adoptPlan,
  evaluatePlan,
  measureById,
  measurePlan,
  monitorPlan,
  planStep,
  recordsOfForms,
  stateIndicator,
  takePlanStep,
} from '@hengjian/workflows';
import { fillSample } from '../../apps/cli/src/plan/fill-sample.ts';

export interface Year {
  planId: string;
  document: ReadDocument;
  /** What the linter says of the document as published. */
  findings: CheckFinding[];
  evaluation: Evaluation;
  monitoring: Uint8Array;
  report: Uint8Array;
  /** What stands against publishing the report. */
  unfit: CheckFinding[];
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
}
export const titleOf = (id: string): string => measureById(id)?.title.zh ?? id;

/**
 * What a person does before submitting what lost its target in print: the row becomes one of words. A self-evaluation becomes the
 * targets of the year after: what was to be done is to be done again.
 */
function asTargets(document: ReadDocument): ReadDocument {
  const points = (rows: ReadDocument['projects'][number]['indicators']) => rows.every(({ weight }) => weight !== null);
  return {
    ...document,
    kind: document.kind === 'self-evaluation' ? 'overall' : document.kind,
    projects: document.projects.map((project) => ({
      ...project,
      kind: project.kind === 'self-evaluation' ? ('overall' as const) : project.kind,
      indicators: project.indicators.map((row) => ({
        ...row,
        ...(row.value === null ? { operator: 'qualitative' as const, value: '按年度任务完成' } : {}),
        weight: points(project.indicators) ? row.weight : null,
      })),
    })),
  };
}

/** `bytes` as published; registers are filled with a year of sample entries. Every step is really taken on the home's stores. */
export async function throughTheYear(home: Home, bytes: Uint8Array, file: string, year: number): Promise<Year> {
  const store = planStoreOf(home.db);
  const scoring = scoringOf(home.db);
  const noon = (month: number, day: number): Instant => dayOfDate(year, month, day) * SECONDS_PER_DAY + 43_200;
  const { document, source } = must(await readDocument(bytes, file));
  const findings = runChecks(checks, document, source);
  const given = { document: asTargets(document), year, by: '经办甲', now: noon(1, 4), confirm: true, suggest: suggestMeasures };
  const { plan } = must(await adoptPlan(store, given));
  const { planId } = plan;
  const take = async (action: PlanAction, by: string, month: number, more: Parameters<typeof planStep>[1] = {}) =>
    must(await takePlanStep(store, { planId, given: planStep(action, more), by, at: noon(month, 10) }));
  await take('submit', '经办甲', 1);
  await take('pass', '负责人乙', 1);
  await take('pass', '财政丙', 1, { grade: '良' });
  await take('approve', '财政丙', 2, { documentNo: `财预〔${year}〕1号` });
  await take('publish', '经办甲', 2);
  must(await fillSample(home, plan, year));
  const measure = async (month: number, day: number) => {
    const wish = { planId, asOf: dayOfDate(year, month, day), runId: `M${year}${month}${planId}`, now: noon(month, day) };
    must(await measurePlan({ plans: store, measuring: measuringOf(home) }, wish));
  };
  await measure(7, 31);
  await take('monitor', '经办甲', 8);
  const { monitoring, evaluation: halfway } = must(await monitorPlan(scoring, { planId }));
  const form = await writeForms(monitoringDocument(halfway, monitoring), {
    money: monitoringMoney(monitoring),
    monthTo: monitoring.monthTo,
  });
  await measure(12, 31);
  for (const { indicator, score } of must(await evaluatePlan(scoring, { planId })).projects.flatMap((one) => one.indicators)) {
    // People say what no record tells, and why a target was missed.
    const words = { actual: null, actualText: null, grade: null, part: null, reason: null, improvement: null, evidence: null };
    const judged = score.met === null && indicator.operator === 'qualitative';
    if (!judged && score.met !== false) continue;
    const said = judged
      ? { grade: 'achieved' as const, actualText: '已完成', evidence: '工作总结' }
      : { reason: '任务推迟到次年', improvement: '一季度补足' };
    must(await stateIndicator(scoring, { ...words, ...said, indicatorId: indicator.indicatorId, by: '经办甲', at: noon(12, 31) }));
  }
  const evaluation = must(await evaluatePlan(scoring, { planId }));
  const report = await writeEvaluation(evaluation, {
    writtenOn: dayOfDate(year + 1, 1, 20),
    titleOf,
    records: await recordsOfForms(await formPortsOf(home.db, dayOfDate(year, 12, 31)), plan, dayOfDate(year, 12, 31)),
  });
  const unfit = must(await publicationCheck(report, '自评报告.docx'));
  await take('selfEvaluate', '经办甲', 12);
  await take('evaluate', '财政丙', 12, { grade: '良' });
  await take('apply', '财政丙', 12, { form: { use: '合理保障', subject: `${year + 1}年部门预算` } });
  await take('close', '财政丙', 12);
  return { planId, document, findings, evaluation, monitoring: form, report, unfit };
}
