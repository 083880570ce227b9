/** One step of an edition's life: the table says whether it is there, the conditions whether it may be taken now. */
import {
  type EditionAction,
  type EditionStep,
  editionStepOf,
  type Issue,
  type Outcome,
  type ReviewKind,
  type StepCondition,
} from '@hengjian/domain';
import type { Act, Edition, EditionEvent, EditionWriter, EventDetail, RulePorts } from './ports.ts';

export const refusal = (code: string, facts: Record<string, unknown> = {}): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [{ code, severity: 'error', facts }],
});

/** A step names who and why. */
export function actIssues({ by, why }: Act): Issue[] {
  const issue = (code: string): Issue => ({ code, severity: 'error', facts: {} });
  return [...(by.trim() ? [] : [issue('rule.noName')]), ...(why.trim() ? [] : [issue('rule.noReason')])];
}

/** What the conditions look at. */
export interface StepScene {
  readonly edition: Edition;
  readonly editions: readonly Edition[];
  /** Of this edition. */
  readonly events: readonly EditionEvent[];
  readonly act: Act;
  readonly kind?: ReviewKind;
  readonly period?: { readonly region: string; readonly from: number | null; readonly to: number | null };
}

export type Conditions = { readonly [condition in StepCondition]: (scene: StepScene, ports: RulePorts) => Promise<Issue[]> };

export interface StepRequest {
  readonly ruleId: string;
  readonly edition: number;
  readonly action: EditionAction;
  readonly act: Act;
  readonly kind?: ReviewKind;
  readonly period?: StepScene['period'];
  readonly detail?: EventDetail;
  /** What else the step changes, in the same transaction. */
  readonly also?: (writer: EditionWriter, scene: StepScene) => Promise<void>;
}

/** Takes the step or says why not; nothing is half done. Conditions that take long (cases) run before the rule is locked. */
export async function takeStep(ports: RulePorts, conditions: Conditions, request: StepRequest): Promise<Outcome<Edition>> {
  const { ruleId, edition: number, action, act } = request;
  const wanting = actIssues(act);
  if (wanting.length > 0) return { ok: false, issues: wanting };
  const looked = await look(ports, request, await ports.book.editions(ruleId), await ports.book.events(ruleId));
  if (!looked.ok) return looked;
  const issues = await failing(conditions, looked.value.step, looked.value.scene, ports);
  if (issues.length > 0) return { ok: false, issues };
  return ports.book.change(ruleId, async (writer, editions, events): Promise<Outcome<Edition>> => {
    const again = await look(ports, request, editions, events);
    if (!again.ok) return again;
    const { scene, step } = again.value;
    // what another person did meanwhile
    if (events.length !== looked.value.all) {
      const now = await failing(conditions, step, scene, ports, ['casesPass', 'treeHolds']);
      if (now.length > 0) return { ok: false, issues: now };
    }
    await request.also?.(writer, scene);
    if (step.to !== scene.edition.state) await writer.setState(number, step.to);
    const { kind, period, detail } = request;
    const told = { ...(kind && { kind }), ...period, ...detail };
    await writer.append({
      ...act,
      edition: number,
      action,
      stateBefore: scene.edition.state,
      stateAfter: step.to,
      detail: Object.keys(told).length > 0 ? told : null,
    });
    return { ok: true, value: { ...scene.edition, state: step.to, ...period }, issues: [] };
  });
}

async function look(
  _ports: RulePorts,
  request: StepRequest,
  editions: readonly Edition[],
  events: readonly EditionEvent[],
): Promise<Outcome<{ scene: StepScene; step: EditionStep; all: number }>> {
  const { ruleId, edition: number, action, act, kind, period } = request;
  if (editions.length === 0) return refusal('rule.unknown', { rule: ruleId });
  const edition = editions.find((e) => e.edition === number);
  if (!edition) return refusal('rule.unknownEdition', { rule: ruleId, edition: number });
  const step = editionStepOf(edition.state, action);
  if (!step) return refusal('rule.noStep', { rule: ruleId, edition: number, state: edition.state, action });
  const scene = {
    edition,
    editions,
    events: events.filter((e) => e.edition === number),
    act,
    ...(kind && { kind }),
    ...(period && { period }),
  };
  return { ok: true, value: { scene, step, all: events.length }, issues: [] };
}

async function failing(
  conditions: Conditions,
  step: EditionStep,
  scene: StepScene,
  ports: RulePorts,
  but: readonly StepCondition[] = [],
): Promise<Issue[]> {
  for (const need of step.needs) {
    if (but.includes(need)) continue;
    const issues = await conditions[need](scene, ports);
    if (issues.length > 0) return issues;
  }
  return [];
}
