// The performance half of the demonstration: a plan adopted, registers filled, indicators measured, scored, the report written.
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { suggestMeasures } from '@hengjian/catalog';
import type { SampleEntry } from '@hengjian/city';
import { readDocument, writeEvaluation, writeEvaluationWorkbook } from '@hengjian/documents';
import { dayOf, dayOfDate, type Evaluation, type Issue, type Outcome } from '@hengjian/domain';
import { formPortsOf, type Home, measuringOf, planStoreOf, scoringOf } from '@hengjian/store';
import { adoptPlan, evaluatePlan, measureById, measurePlan, recordsOfForms } from '@hengjian/workflows';
import { wallClock } from '../refuse.ts';
import { fillSample } from './fill-sample.ts';

export interface PerformanceWish {
  /** The plan's document, as published. */
  bytes: Uint8Array;
  fileName: string;
  year: number;
  seed: number;
  /** Register entries beside the sample's. */
  entries?: readonly SampleEntry[];
  docx: string;
  xlsx: string;
  by: string;
  onProgress?: (step: 'adopt' | 'registers' | 'measure' | 'report', done: number, all: number) => void;
}

export interface PerformanceResult {
  planId: string;
  evaluation: Evaluation;
  /** Suggested measures that were taken as confirmed, since nobody is there to confirm them. */
  confirmed: number;
  registerEntries: number;
  docx: string;
  xlsx: string;
  /** Findings on the form itself. */
  findings: Issue[];
}

/** Runs on an open home; the claims should be imported and reviewed before. Nothing is measured twice. */
export async function performanceThread(home: Home, wish: PerformanceWish): Promise<Outcome<PerformanceResult>> {
  const { year, by, seed } = wish;
  const plans = planStoreOf(home.db);
  const reading = await readDocument(wish.bytes, wish.fileName);
  if (!reading.ok) return reading;
  wish.onProgress?.('adopt', 0, 1);
  const { document } = reading.value;
  const adopted = await adoptPlan(plans, { document, year, by, now: wallClock(), confirm: true, suggest: suggestMeasures });
  if (!adopted.ok) return adopted;
  const { plan, suggestions } = adopted.value;
  wish.onProgress?.('registers', 0, 1);
  const filled = await fillSample(home, plan, seed, wish.entries);
  if (!filled.ok) return filled;
  const run = await measurePlan(
    { plans, measuring: measuringOf(home) },
    {
      planId: plan.planId,
      asOf: dayOfDate(year, 12, 31),
      runId: `M${randomUUID().replaceAll('-', '').slice(0, 15)}`,
      now: wallClock(),
      onProgress: (done, all) => wish.onProgress?.('measure', done, all),
    },
  );
  if (!run.ok) return run;
  const evaluated = await evaluatePlan(scoringOf(home.db), { planId: plan.planId, runId: run.value.runId });
  if (!evaluated.ok) return evaluated;
  wish.onProgress?.('report', 0, 1);
  const records = await recordsOfForms(await formPortsOf(home.db, evaluated.value.asOf), plan, evaluated.value.asOf);
  const titleOf = (id: string) => measureById(id)?.title.zh ?? id;
  for (const file of [wish.docx, wish.xlsx]) mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(wish.docx, await writeEvaluation(evaluated.value, { writtenOn: dayOf(wallClock()), titleOf, records }));
  writeFileSync(wish.xlsx, await writeEvaluationWorkbook(evaluated.value, { titleOf }));
  return {
    ok: true,
    value: {
      planId: plan.planId,
      evaluation: evaluated.value,
      confirmed: suggestions.filter((link) => link.state === 'confirmed').length,
      registerEntries: filled.value.read,
      docx: wish.docx,
      xlsx: wish.xlsx,
      findings: adopted.issues,
    },
    issues: [],
  };
}
