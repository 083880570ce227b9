/** Before an edition speaks: what it would have said of a past period, beside what the live edition says. Nothing becomes a finding. */
import { randomUUID } from 'node:crypto';
import { editionStepOf, type Outcome } from '@hengjian/domain';
import { withExemptions } from '../exemption/exemption.ts';
import { compareFindings } from '../review/compare-findings.ts';
import { judgeEditions, knowledgeMet, numbered } from '../review/judge.ts';
import type { LiveRule, Period } from '../review/ports.ts';
import { conditions } from './conditions.ts';
import { liveRulesOf, parametersFor } from './live-rules.ts';
import type { Act, Edition } from './ports.ts';
import { actIssues, refusal, takeStep } from './take-step.ts';
import type { Trial, TrialPorts } from './trial-ports.ts';
import { summaryOf } from './trial-summary.ts';

export interface TrialRequest {
  readonly ruleId: string;
  readonly edition: number;
  readonly period: Period;
  readonly act: Act;
  readonly progress?: (done: number, total: number) => void;
}

/** The edition as if it had always been in force. */
const asLive = (edition: Edition, region: string): LiveRule => ({
  rule: edition.tree,
  edition: edition.edition,
  parameters: parametersFor(edition.parameters, region).map(({ region: _, ...row }) => row),
});

/** Refuses an edition whose static checks do not hold, and a retired one. The trial itself is a step, recorded like the others. */
export async function trialEdition(ports: TrialPorts, request: TrialRequest): Promise<Outcome<Trial>> {
  const { ruleId, edition: number, period, act } = request;
  const wanting = actIssues(act);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  if (period.to < period.from) return refusal('rule.badPeriod', { ...period });
  const editions = await ports.book.editions(ruleId);
  const edition = editions.find((e) => e.edition === number);
  if (!edition) return refusal(editions.length > 0 ? 'rule.unknownEdition' : 'rule.unknown', { rule: ruleId, edition: number });
  if (!editionStepOf(edition.state, 'trial'))
    return refusal('rule.noStep', { rule: ruleId, edition: number, state: edition.state, action: 'trial' });
  const issues = await conditions.treeHolds({ edition, editions, events: [], act }, ports);
  if (issues.length > 0) return { ok: false, issues };

  const started = performance.now();
  const { marked, judged, against, change } = await compared(ports, edition, editions, request);
  const mine = judged.results.filter((r) => r.edition === number).map((r) => r.result);
  const trialId = `T${randomUUID().replaceAll('-', '').slice(0, 15)}`;
  const trial = await ports.trials.keep(
    {
      ...act,
      trialId,
      kind: 'trial',
      ruleId,
      edition: number,
      against,
      period,
      region: ports.region,
      lakeVersion: judged.lakeVersion,
      asKnownAt: null,
      seconds: (performance.now() - started) / 1000,
      summary: summaryOf(
        mine,
        marked.filter((f) => f.mark !== 'gone'),
        change,
      ),
    },
    marked,
  );
  const step = await takeStep(ports, conditions, { ruleId, edition: number, action: 'trial', act, detail: { trialId } });
  return step.ok ? { ok: true, value: trial, issues: [] } : step;
}

/** The edition and the live ones of its rule in one scan. */
async function compared(ports: TrialPorts, edition: Edition, editions: readonly Edition[], request: TrialRequest) {
  const live = liveRulesOf(editions, ports.region).filter((e) => e.edition !== edition.edition);
  const rows = await ports.exemptions.rows();
  const both = [...live, asLive(edition, ports.region)].map((one) => withExemptions(one, rows, ports.region));
  const rules = numbered(both, (await knowledgeMet(ports, both)).knowledge);
  const judged = await judgeEditions(ports.lake, rules, request.period, request.progress);
  const own = judged.findings.filter((f) => f.edition === edition.edition);
  const others = judged.findings.filter((f) => f.edition !== edition.edition);
  const { marked, change } = compareFindings(others, own);
  return { marked, judged, against: live.at(-1)?.edition ?? null, change: live.length > 0 ? change : null };
}
