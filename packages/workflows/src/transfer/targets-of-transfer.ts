// The targets that went down with the money, what came of them, and last year's result as a factor of this year's share.
import {
  evaluate,
  plainProject,
  type RegionRow,
  type RolledRow,
  rollUp,
  type TargetsOf,
  type Transfer,
  transferOf,
} from '@hengjian/domain';
import type { ScoringPorts } from '../plan/ports.ts';
import { rulesFor } from '../plan/score-rules.ts';
import type { TransferStore } from './ports.ts';

async function evaluatedForm({ plans, rules }: ScoringPorts, targets: TargetsOf | null) {
  const adopted = targets === null ? undefined : await plans.plan(targets.planId);
  if (!adopted || targets === null) return undefined;
  const { planId } = targets;
  const run = (await plans.lastRun(planId)) ?? {
    runId: '',
    planId,
    asOf: 0,
    measuredAt: 0,
    lakeVersion: 0,
    registerSerial: 0,
    rows: [],
    executions: [],
  };
  const counting = await rulesFor(rules, { year: adopted.plan.year });
  if (!counting.ok) return undefined;
  const evaluation = evaluate(adopted.plan, run, await plans.statementsOf(planId), counting.value);
  return evaluation.projects.find(({ project }) => project.projectNo === targets.projectNo);
}

async function rowsOf(ports: ScoringPorts, receiver: string, targets: TargetsOf | null): Promise<RegionRow[]> {
  const form = await evaluatedForm(ports, targets);
  return (form?.indicators ?? []).map(({ indicator, actual, unit }) => ({
    receiver,
    indicator,
    actual: unit === indicator.unit || actual === null ? actual : null,
  }));
}

/** The regions' targets and results beside the notice's own. */
export async function rolledTargets(ports: ScoringPorts, { notice, shares }: Transfer): Promise<RolledRow[]> {
  const regions: RegionRow[] = [];
  for (const { receiver, project, targets } of shares)
    regions.push(...(await rowsOf(ports, project ? `${receiver} ${project}` : receiver, targets)));
  return rollUp(await rowsOf(ports, notice.receiver, notice.targets), regions);
}

export interface LastResult {
  receiver: string;
  /** On a scale of 100; null where it is not known for certain. */
  score: number | null;
  year: number;
  transferId: string;
}

/** How each region did with the same transfer in the latest year before: the total of the form that held its targets. */
export async function lastResults(ports: ScoringPorts & { transfers: TransferStore }, transfer: Transfer): Promise<LastResult[]> {
  const histories = await ports.transfers.histories();
  const before = [...histories]
    .flatMap(([id, events]) => transferOf(id, events) ?? [])
    .filter(({ notice }) => notice.year < transfer.notice.year && plainProject(notice.name) === plainProject(transfer.notice.name))
    .sort((a, b) => b.notice.year - a.notice.year)[0];
  const results: LastResult[] = [];
  for (const share of before?.shares ?? []) {
    if (share.parentId !== null || results.some(({ receiver }) => receiver === share.receiver)) continue;
    const total = (await evaluatedForm(ports, share.targets))?.total;
    const score = total && total.low === total.high ? total.low : null;
    results.push({ receiver: share.receiver, score, year: before?.notice.year ?? 0, transferId: before?.transferId ?? '' });
  }
  return results;
}
