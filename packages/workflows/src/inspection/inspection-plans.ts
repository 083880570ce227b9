/** Inspection plans: drafted, drawn by a recorded seed, and assigned as inspections. */
import {
  calendarDate,
  dayOf,
  type InspectionPlan,
  type InspectionPlanAction,
  type Instant,
  inspectionPlanLife,
  newInspection,
  type Outcome,
  planContent,
  planFields,
  readStepValues,
} from '@hengjian/domain';
import { journalled } from '../matter/journalled.ts';
import type { DrawPorts, MatterPorts, MatterWrite, StepWish } from '../matter/ports.ts';
import { takeMatterStep } from '../matter/take-matter-step.ts';

export interface PlanDraftWish {
  /** Texts of the plan's form by field. */
  readonly given: Readonly<Record<string, string>>;
  readonly by: string;
  readonly at: Instant;
}

export async function draftInspectionPlan({ book }: MatterPorts, { given, by, at }: PlanDraftWish): Promise<Outcome<InspectionPlan>> {
  const values = readStepValues(planFields, given);
  if (!values.ok) return values;
  const content = planContent(values.value);
  if (Array.isArray(content)) return { ok: false, issues: content };
  const day = dayOf(at);
  const value = await book.transact(async (inside) => {
    const plan = {
      ...(content as InspectionPlan),
      matterId: await inside.nextId('inspectionPlan', calendarDate(day).year),
      state: 'draft' as const,
      providerNo: null,
      openedOn: day,
      closedOn: null,
      draw: null,
      discarded: [],
      madeBy: by,
    } satisfies InspectionPlan;
    return { writes: [journalled('inspectionPlan', null, plan, { action: 'open', by, at, why: null })], value: plan };
  });
  return { ok: true, value, issues: [] };
}

/** Takes the step; a published plan assigns one inspection an institution drawn, all together. */
export async function takePlanOfInspectionsStep(ports: DrawPorts, wish: StepWish<InspectionPlanAction>): Promise<Outcome<InspectionPlan>> {
  const limits = await ports.limits(dayOf(wish.at));
  const frame = await ports.institutions(dayOf(wish.at));
  const freshSeed = ports.freshSeed();
  return takeMatterStep(ports, inspectionPlanLife, wish, {
    noun: 'inspectionPlan',
    async world(inside, one) {
      const running = one.state === 'running' ? await inside.inspectionsOf(one.matterId) : [];
      return {
        ...frame,
        freshSeed,
        roster: await inside.roster(),
        openInspections: running.filter(({ closedOn }) => closedOn === null).length,
        teamLeast: limits.number('inspection.teamLeast'),
      };
    },
    async follow(inside, _before, next) {
      if (wish.action !== 'publish' || !next.draw) return {};
      const day = dayOf(wish.at);
      const writes: MatterWrite[] = [];
      for (const { unit, team, reserves } of next.draw.drawn) {
        const one = newInspection({
          matterId: await inside.nextId('inspection', calendarDate(day).year),
          planId: next.matterId,
          kind: next.kind,
          campaign: next.campaign,
          basis: next.basis,
          providerNo: unit.providerNo,
          providerName: unit.name,
          providerKind: unit.kind,
          thirdParty: next.thirdParty,
          team,
          reserves,
          clueIds: next.clueIds,
          openedOn: day,
          dueDay: next.to,
        });
        writes.push(journalled('inspection', null, one, { action: 'open', by: wish.by, at: wish.at, why: wish.why }));
      }
      return { writes };
    },
  });
}
