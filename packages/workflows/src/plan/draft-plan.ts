// Drawing targets up: a draft is begun from a blank, from a plan, or from rows of the library, saved as often as one likes, and adopted.
import {
  blankDraft,
  type DraftContent,
  documentOfDraft,
  draftOfPlan,
  type IndicatorMeasure,
  type Instant,
  type Outcome,
  type Plan,
  type PlanDraft,
  planStateOf,
  withLastYear,
} from '@hengjian/domain';
import { type Adoption, adoptPlan } from './adopt-plan.ts';
import { evaluatePlan } from './evaluate-plan.ts';
import type { DraftStore, PlanStore, ScoringPorts } from './ports.ts';

const refuse = <T>(code: string, facts: Record<string, unknown> = {}): Outcome<T> => ({
  ok: false,
  issues: [{ code, severity: 'error', facts }],
});

interface Acting {
  by: string;
  now: Instant;
}

/**
 * Begins a draft: empty, or with the rows of a plan; for a later year with what came of them, as the plan was last measured.
 * Refusals: `plan.unknown`.
 */
export async function startDraft(
  ports: ScoringPorts & { drafts: DraftStore },
  given: { draftId: string; year: number; org: string | null; planId: string | null } & Acting,
): Promise<Outcome<PlanDraft>> {
  const { draftId, year, org, planId, by, now } = given;
  const adopted = planId === null ? undefined : await ports.plans.plan(planId);
  if (planId !== null && !adopted) return refuse('plan.unknown', { id: planId });
  const content = adopted
    ? await resultsBeside({ ...draftOfPlan(adopted.plan, year), org: org ?? adopted.plan.org }, adopted.plan, ports)
    : blankDraft(year, org);
  const draft: PlanDraft = { draftId, serial: 1, content, by, at: now, planId: null };
  await ports.drafts.save(draft);
  return { ok: true, value: draft, issues: [] };
}

async function resultsBeside(content: DraftContent, { planId, year }: Plan, ports: ScoringPorts): Promise<DraftContent> {
  const evaluated = content.year > year ? await evaluatePlan(ports, { planId }) : null;
  return evaluated?.ok ? withLastYear(content, evaluated.value, await ports.plans.eventsOf(planId)) : content;
}

async function openDraft(drafts: DraftStore, draftId: string): Promise<Outcome<PlanDraft>> {
  const draft = await drafts.draft(draftId);
  if (!draft) return refuse('plan.unknown-draft', { id: draftId });
  if (draft.planId !== null) return refuse('plan.draft-adopted', { id: draftId, plan: draft.planId });
  return { ok: true, value: draft, issues: [] };
}

/**
 * Saves a draft over the serial that its writer saw. Refusals: `plan.unknown-draft`, `plan.draft-adopted`, `plan.draft-moved-on` where
 * somebody else saved meanwhile.
 */
export async function saveDraft(
  drafts: DraftStore,
  given: { draftId: string; serial: number; content: DraftContent } & Acting,
): Promise<Outcome<PlanDraft>> {
  const found = await openDraft(drafts, given.draftId);
  if (!found.ok) return found;
  const draft: PlanDraft = { ...found.value, serial: given.serial + 1, content: given.content, by: given.by, at: given.now };
  const saved = found.value.serial === given.serial && (await drafts.save(draft));
  return saved ? { ok: true, value: draft, issues: [] } : refuse('plan.draft-moved-on', { by: found.value.by });
}

/** Puts a draft away; what was written stays in the records. */
export async function dropDraft(drafts: DraftStore, given: { draftId: string } & Acting): Promise<Outcome<true>> {
  const found = await openDraft(drafts, given.draftId);
  if (!found.ok) return found;
  const { draftId, serial } = found.value;
  const dropped = await drafts.drop({ draftId, serial: serial + 1, by: given.by, at: given.now });
  return dropped ? { ok: true, value: true, issues: [] } : refuse('plan.draft-moved-on', { by: found.value.by });
}

/**
 * A draft becomes the plan in force of its year. Refusals: those of a draft, `plan.draft-row-unnamed`, those of adopting (`plan.locked`,
 * `plan.no-indicators`), and `plan.under-review` while the plan that it would replace lies with a reviewer.
 */
export async function adoptDraft(
  ports: { plans: PlanStore; drafts: DraftStore },
  given: { draftId: string; suggest: (plan: Plan) => IndicatorMeasure[] } & Acting,
): Promise<Outcome<Adoption>> {
  const { draftId, by, now } = given;
  const found = await openDraft(ports.drafts, draftId);
  if (!found.ok) return found;
  const draft = found.value;
  const { content } = draft;
  const unnamed = content.projects.flatMap(({ name, rows }) =>
    rows.flatMap((row, index) => (row.name.trim() === '' ? [{ project: name, row: index + 1 }] : [])),
  )[0];
  if (unnamed) return refuse('plan.draft-row-unnamed', unnamed);
  const rival = (await ports.plans.plans()).find((one) => one.inForce && one.plan.year === content.year && one.plan.org === content.org);
  const state = rival ? planStateOf(await ports.plans.eventsOf(rival.plan.planId)) : 'draft';
  if (rival && (state === 'departmentReview' || state === 'financeReview' || state === 'reviewed'))
    return refuse('plan.under-review', { id: rival.plan.planId, state });
  const { document } = documentOfDraft(content, `${content.year}年度绩效目标（本系统编制）`);
  const adopted = await adoptPlan(ports.plans, { document, year: content.year, by, now, confirm: false, suggest: given.suggest });
  if (!adopted.ok) return adopted;
  await ports.drafts.save({ ...draft, serial: draft.serial + 1, by, at: now, planId: adopted.value.plan.planId });
  return adopted;
}
