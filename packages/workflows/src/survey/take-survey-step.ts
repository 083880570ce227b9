/** One step of a survey; closing writes the register's entry, opening again takes it back. */
import { dayOf, type Outcome, type RegisterEntry, type Survey, type SurveyAction, type SurveyWorld, surveyLife } from '@hengjian/domain';
import type { MatterPorts, StepWish } from '../matter/ports.ts';
import { nextEntryId, takeMatterStep } from '../matter/take-matter-step.ts';

const REGISTER = 'satisfaction-surveys';

export async function takeSurveyStep(ports: MatterPorts, wish: StepWish<SurveyAction>): Promise<Outcome<Survey>> {
  const limits = await ports.limits(dayOf(wish.at));
  return takeMatterStep<'survey', SurveyAction, SurveyWorld>(ports, surveyLife, wish, {
    noun: 'survey',
    world: async (inside, one) => ({ limits, answers: await inside.answersTo(one.matterId) }),
    async follow(_inside, before, next) {
      if (wish.action !== 'close' && wish.action !== 'reopen') return {};
      const entry = entryOf(wish.action === 'close' ? next : before, before.registerEntry, wish);
      return { one: { ...next, registerEntry: entry.entryId }, entries: [entry] };
    },
  });
}

/** The result as the register keeps it; opened again, the same is withdrawn. */
function entryOf(one: Survey, before: string | null, { action, by, at }: StepWish<SurveyAction>): RegisterEntry {
  const { surveyedOn, tally } = one.result as NonNullable<Survey['result']>;
  return {
    entryId: nextEntryId(REGISTER, one, before),
    registerId: REGISTER,
    occurredOn: surveyedOn,
    recordedAt: at,
    recordedBy: by,
    source: `满意度调查 ${one.matterId}`,
    values: {
      surveyedOn,
      group: one.group,
      subject: one.title,
      validCount: tally.valid,
      satisfiedCount: tally.satisfied?.count ?? null,
      awareCount: tally.aware?.count ?? null,
      project: one.project,
      note: one.matterId,
    },
    corrects: before,
    withdrawn: action === 'reopen',
  };
}
