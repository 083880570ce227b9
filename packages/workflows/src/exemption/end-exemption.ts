import type { Outcome } from '@hengjian/domain';
import type { Act } from '../rule/ports.ts';
import { actIssues, refusal } from '../rule/take-step.ts';
import type { ExemptionBook } from './exemption.ts';

/** From the day after `to` it does nothing any more; what it did before stays. */
export async function endExemption(
  ports: { readonly exemptions: ExemptionBook },
  exemptionId: string,
  to: number,
  act: Act,
): Promise<Outcome<{ exemptionId: string; to: number }>> {
  const wanting = actIssues(act);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const row = (await ports.exemptions.rows()).find((one) => one.exemptionId === exemptionId);
  if (!row) return refusal('exemption.unknown', { id: exemptionId });
  if (row.to !== null && to > row.to) return refusal('exemption.endedBefore', { to: row.to });
  await ports.exemptions.end({ exemptionId, to, ...act });
  return { ok: true, value: { exemptionId, to }, issues: [] };
}
