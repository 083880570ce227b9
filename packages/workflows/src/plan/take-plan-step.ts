// A step of a plan's year: the table says which, the guards say why not, the store keeps it as an event.
import {
  type Instant,
  type Issue,
  type Outcome,
  type PlanAction,
  type PlanEvent,
  type PlanStepGiven,
  planStateOf,
  planStepFields,
  planStepOf,
  planStepProblems,
  readStepValues,
} from '@hengjian/domain';
import type { PlanStore } from './ports.ts';

/** A step as it is asked for: its own form still as texts by field. */
export interface PlanStepAsked extends Omit<PlanStepGiven, 'detail'> {
  readonly form?: Readonly<Record<string, string>> | undefined;
}

/** What an action needs beyond itself; empty where nothing is given. */
export const planStep = (action: PlanAction, given: Partial<PlanStepAsked> = {}): PlanStepAsked => ({
  why: '',
  grade: null,
  documentNo: null,
  remarks: [],
  successorId: null,
  ...given,
  action,
});

/**
 * Refusals: `plan.unknown`, `plan.no-such-step`, whatever the step's conditions say, `plan.moved-on` where somebody else was faster.
 */
export async function takePlanStep(
  store: PlanStore,
  request: { planId: string; given: PlanStepAsked; by: string; at: Instant },
): Promise<Outcome<PlanEvent>> {
  const { planId, by, at } = request;
  const refuse = (issues: Issue[]): Outcome<PlanEvent> => ({ ok: false, issues });
  const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code, severity: 'error', facts });
  const { form, ...asked } = request.given;
  const adopted = await store.plan(planId);
  if (!adopted) return refuse([issue('plan.unknown', { id: planId })]);
  const events = await store.eventsOf(planId);
  const from = planStateOf(events);
  const step = planStepOf(from, asked.action);
  if (!step) return refuse([issue('plan.no-such-step', { state: from, action: asked.action })]);
  const detail = readStepValues(planStepFields[asked.action] ?? [], form ?? {});
  if (!detail.ok) return detail;
  const given: PlanStepGiven = { ...asked, detail: detail.value };
  const problems = planStepProblems(step, {
    plan: adopted.plan,
    events,
    given,
    by,
    at,
    measured: (await store.lastRun(planId)) !== undefined,
    successor: given.successorId === null ? undefined : (await store.plan(given.successorId))?.plan,
  });
  if (problems.length > 0) return refuse(problems);
  const event: PlanEvent = { ...given, serial: events.length + 1, planId, from, to: step.to, by, at };
  return (await store.takeStep(event)) ? { ok: true, value: event, issues: [] } : refuse([issue('plan.moved-on')]);
}
