/** A row is added: with reason, validity and who; refused where it fits nothing. */
import { randomUUID } from 'node:crypto';
import type { Outcome } from '@hengjian/domain';
import type { Expression } from '@hengjian/language';
import type { Act, EditionBook } from '../rule/ports.ts';
import { actIssues, refusal } from '../rule/take-step.ts';
import { encounterFormIn } from './encounter-form.ts';
import { type ExemptionBook, type ExemptionKind, type ExemptionRow, exemptionKinds, exemptionProblems } from './exemption.ts';
import { exemptionTemplates } from './templates.ts';

export interface NewExemption {
  readonly kind: string;
  readonly title: string;
  readonly ruleIds: readonly string[] | null;
  readonly acts: string;
  /** Of kind `other`: an expression over the record that a rule judges. */
  readonly condition?: unknown;
  /** What the encounter is like (`EncounterForm`), beside or instead of what its kind says. */
  readonly encounter?: unknown;
  /** Of the kind's own list: diagnoses, ways of discharge, encounters. */
  readonly codes?: readonly string[];
  readonly region?: string;
  readonly from: number | null;
  readonly to: number | null;
}

const acts = ['population', 'link', 'finding'] as const;

/** `act.why` is the reason of the exemption. */
export async function addExemption(
  ports: { readonly exemptions: ExemptionBook; readonly book: EditionBook },
  given: NewExemption,
  act: Act,
): Promise<Outcome<ExemptionRow>> {
  const wanting = actIssues(act);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const kind = exemptionKinds.find((one) => one === given.kind);
  if (!kind) return refusal('exemption.badKind', { kind: given.kind });
  const scope = acts.find((one) => one === given.acts);
  if (!scope) return refusal('exemption.badScope', { acts: given.acts });
  if (!given.title.trim()) return refusal('exemption.noTitle');
  if (kind === 'specialCase' && !given.codes?.length) return refusal('exemption.noEncounters');
  const condition = conditionOf(kind, given);
  if (condition === undefined) return refusal(given.encounter === undefined ? 'exemption.noCondition' : 'exemption.badEncounter');
  const row: ExemptionRow = {
    exemptionId: `E${randomUUID().replaceAll('-', '').slice(0, 11)}`,
    kind,
    title: given.title.trim(),
    ruleIds: given.ruleIds,
    acts: scope,
    condition,
    region: given.region ?? '*',
    from: given.from,
    to: given.to,
    reason: act.why,
    by: act.by,
    at: act.at,
  };
  const rules = (await ports.book.all()).filter((e) => e.state === 'live' || e.state === 'shadow').map((e) => e.tree);
  const issues = exemptionProblems(row, rules);
  if (issues.length > 0) return { ok: false, issues };
  await ports.exemptions.add(row);
  return { ok: true, value: row, issues: [] };
}

function conditionOf(kind: ExemptionKind, given: NewExemption): ExemptionRow['condition'] | undefined {
  const { condition, encounter = {}, codes } = given;
  if (kind === 'other' && typeof condition === 'object' && condition !== null && 'op' in condition) return condition as Expression;
  if (typeof encounter !== 'object') return undefined;
  const own = kind === 'other' ? {} : exemptionTemplates[kind](codes?.length ? codes : undefined);
  const form = encounterFormIn({ ...own, ...encounter });
  return form && { encounter: form };
}
