/** One of the three reviews: policy, clinical, technical; each by another person, none by who wrote the edition. */
import { type Outcome, reviewKinds } from '@hengjian/domain';
import { conditions } from './conditions.ts';
import type { Act, Edition, RulePorts } from './ports.ts';
import { refusal, takeStep } from './take-step.ts';

export interface Review {
  readonly kind: string;
  readonly verdict: 'approve' | 'return';
}

/** `act.why` is the remark. A return makes it a draft again and voids the other reviews. */
export async function reviewEdition(
  ports: RulePorts,
  ruleId: string,
  edition: number,
  { kind, verdict }: Review,
  act: Act,
): Promise<Outcome<Edition>> {
  const known = reviewKinds.find((one) => one === kind);
  if (!known) return refusal('rule.badKind', { kind });
  return takeStep(ports, conditions, { ruleId, edition, action: verdict, kind: known, act });
}
