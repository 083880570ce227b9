import { lockedStates, planStateOf, type ReadDocument, type TargetsInForce } from '@hengjian/domain';
import type { PlanStore } from './ports.ts';

const plainOrg = (org: string | null): string => org?.replace(/\s/g, '') ?? '';

/** The targets in force of a document's year and body; null where there are none, or the document names no year. */
export async function targetsInForce(plans: PlanStore, { org, year }: Pick<ReadDocument, 'org' | 'year'>): Promise<TargetsInForce | null> {
  const ofYear = (await plans.plans()).filter(({ plan, inForce }) => inForce && plan.year === year);
  const [own, theirs] = [plainOrg(org), (known: string | null) => plainOrg(known)];
  const adopted = ofYear.find(({ plan }) => theirs(plan.org) === own) ?? ofYear.find(({ plan }) => own === '' || theirs(plan.org) === '');
  if (!adopted) return null;
  const state = planStateOf(await plans.eventsOf(adopted.plan.planId));
  return { plan: adopted.plan, approved: lockedStates.includes(state) };
}
