/** Any past day's editions, knowledge and exemptions over a period, as they were known then: that day's findings, kept apart. */
import { randomUUID } from 'node:crypto';
import type { Instant, Outcome } from '@hengjian/domain';
import { judgeEditions, knowledgeMet, numbered } from '../review/judge.ts';
import type { EditionFinding, KnowledgePoints, Period, ReviewLake, RuleBook } from '../review/ports.ts';
import type { Act } from './ports.ts';
import { actIssues, refusal } from './take-step.ts';
import type { Trial, TrialShelf } from './trial-ports.ts';
import { summaryOf } from './trial-summary.ts';

/** Everything as it was known at the instant. */
export interface ReplayPorts {
  readonly rules: RuleBook;
  readonly knowledge: KnowledgePoints;
  readonly lake: ReviewLake;
  readonly trials: TrialShelf;
  readonly region: string;
}

export interface ReplayRequest {
  readonly asKnownAt: Instant;
  readonly period: Period;
  readonly ruleIds?: readonly string[];
  readonly act: Act;
  readonly progress?: (done: number, total: number) => void;
}

/** Refuses a rule that was not live then. */
export async function replay(
  ports: ReplayPorts,
  request: ReplayRequest,
): Promise<Outcome<{ trial: Trial; findings: readonly EditionFinding[] }>> {
  const { period, act, asKnownAt } = request;
  const wanting = actIssues(act);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  if (period.to < period.from) return refusal('rule.badPeriod', { ...period });
  const all = await ports.rules.live();
  const unknown = (request.ruleIds ?? []).filter((id) => !all.some(({ rule }) => rule.id === id));
  if (unknown.length > 0)
    return { ok: false, issues: unknown.map((rule) => ({ code: 'review.unknownRule', severity: 'error', facts: { rule } })) };
  const live = request.ruleIds ? all.filter(({ rule }) => request.ruleIds?.includes(rule.id)) : all;
  const started = performance.now();
  const rules = numbered(live, (await knowledgeMet(ports, live)).knowledge);
  const judged = await judgeEditions(ports.lake, rules, period, request.progress);
  const trial = await ports.trials.keep(
    {
      ...act,
      trialId: `T${randomUUID().replaceAll('-', '').slice(0, 15)}`,
      kind: 'replay',
      ruleId: null,
      edition: null,
      against: null,
      period,
      region: ports.region,
      lakeVersion: judged.lakeVersion,
      asKnownAt,
      seconds: (performance.now() - started) / 1000,
      summary: summaryOf(
        judged.results.map((r) => r.result),
        judged.findings,
        null,
      ),
    },
    judged.findings.map((f) => ({ ...f, mark: 'same' as const, otherFen: null })),
  );
  return { ok: true, value: { trial, findings: judged.findings }, issues: [] };
}
