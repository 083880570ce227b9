/** A person's word on one finding of a trial: an estimate of how often the edition is wrong, before it says anything. */
import type { Outcome } from '@hengjian/domain';
import type { Act } from './ports.ts';
import { actIssues, refusal } from './take-step.ts';
import type { Judgement, TrialShelf } from './trial-ports.ts';

const verdicts = ['right', 'wrong', 'unsure'] as const;

export async function judgeSample(
  trials: TrialShelf,
  trialId: string,
  findingId: string,
  verdict: string,
  act: Act,
): Promise<Outcome<Judgement>> {
  const wanting = actIssues({ ...act, why: act.why || '—' });
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const known = verdicts.find((one) => one === verdict);
  if (!known) return refusal('trial.badVerdict', { verdict });
  if (!(await trials.has(trialId))) return refusal('trial.unknown', { id: trialId });
  const { total } = await trials.findings(trialId, { findingId, limit: 1 });
  if (total === 0) return refusal('trial.noFinding', { id: findingId });
  const judgement = { ...act, trialId, findingId, verdict: known };
  await trials.judge(judgement);
  return { ok: true, value: judgement, issues: [] };
}
