/** One step of an enforcement case; registers follow in the same transaction. */
import {
  type CaseAction,
  caseLife,
  dayOf,
  type EnforcementCase,
  endedCaseStates,
  missingPapers,
  type Outcome,
  type RegisterEntry,
} from '@hengjian/domain';
import type { MatterPorts, StepWish } from '../matter/ports.ts';
import { takeMatterStep } from '../matter/take-matter-step.ts';
import { archiveEntry, paymentEntry, reopenedEntry } from './register-entry.ts';

const hasEnded = ({ state }: EnforcementCase) => endedCaseStates.includes(state) && state !== 'notFiled';

/** Takes the step, or says why not. */
export async function takeCaseStep(ports: MatterPorts, wish: StepWish<CaseAction>): Promise<Outcome<EnforcementCase>> {
  const limits = await ports.limits(dayOf(wish.at));
  return takeMatterStep(ports, caseLife, wish, {
    noun: 'enforcementCase',
    async world(inside, one) {
      const [discretion, roster, takenFen, scans] = [
        await inside.discretion(),
        await inside.roster(),
        await inside.takenOf(one.findingIds),
        await inside.scansOf('enforcementCase', one.matterId),
      ];
      return { ...limits, discretion, roster, takenFen, missing: missingPapers(one, scans) };
    },
    async follow(_inside, before, next) {
      const { by, at } = wish;
      const entries: RegisterEntry[] = next.payments.slice(before.payments.length).map((payment) => paymentEntry(next, payment, by, at));
      if (hasEnded(next) && (!hasEnded(before) || next.archivedOn !== before.archivedOn)) {
        const entry = archiveEntry(next, by, at);
        return { one: { ...next, registerEntry: entry.entryId }, entries: [...entries, entry] };
      }
      if (hasEnded(before) && !hasEnded(next) && before.registerEntry !== null) {
        const entry = reopenedEntry({ ...next, closedOn: before.closedOn }, by, at);
        return { one: { ...next, registerEntry: entry.entryId }, entries: [...entries, entry] };
      }
      return { entries };
    },
  });
}
