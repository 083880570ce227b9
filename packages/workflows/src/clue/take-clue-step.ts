/** One step of a clue; one that is put up for filing opens its case in the same transaction. */
import {
  type Clue,
  type ClueAction,
  calendarDate,
  clueLife,
  dayOf,
  newEnforcementCase,
  type Outcome,
  type PartyKind,
  parseDay,
} from '@hengjian/domain';
import { caseIssues } from '../enforcement/open-case.ts';
import { journalled } from '../matter/journalled.ts';
import type { MatterPorts, StepWish } from '../matter/ports.ts';
import { takeMatterStep } from '../matter/take-matter-step.ts';

/** Whom a clue is about, as a party of a case. */
const partyOf: Readonly<Record<Clue['object'], PartyKind>> = { provider: 'provider', practitioner: 'person', person: 'person' };

export async function takeClueStep(ports: MatterPorts, wish: StepWish<ClueAction>): Promise<Outcome<Clue>> {
  const day = dayOf(wish.at);
  const limits = await ports.limits(day);
  if (wish.action === 'file') {
    const clue = await ports.book.find('clue', wish.matterId);
    const issues = clue ? caseIssues(wish.given.causeCode ?? '', partyOf[clue.object]) : [];
    if (issues.length > 0) return { ok: false, issues };
  }
  return takeMatterStep(ports, clueLife, wish, {
    noun: 'clue',
    world: async () => limits,
    async follow(inside, _before, next) {
      if (wish.action !== 'file') return {};
      const caseId = await inside.nextId('enforcementCase', calendarDate(day).year);
      const idsOf = (kind: string) => next.links.filter((link) => link.kind === kind).map(({ id }) => id);
      const opened = newEnforcementCase(
        caseId,
        {
          causeCode: wish.given.causeCode as string,
          party: {
            kind: partyOf[next.object],
            no: next.objectNo,
            name: next.objectName,
            licence: null,
            address: null,
            head: null,
            telephone: null,
          },
          clueId: next.matterId,
          inspectionIds: idsOf('inspection'),
          findingIds: idsOf('finding'),
          source: `线索 ${next.matterId}`,
          facts: next.verification ?? next.text,
          lossFen: next.amountFen,
          actEndedOn: parseDay(wish.given.actEndedOn ?? '') ?? null,
          discoveredOn: next.openedOn,
          harmed: /^(是|true)$/.test(wish.given.harmed ?? ''),
          appliedBy: wish.by,
        },
        day,
      );
      const writes = [journalled('enforcementCase', null, opened, { action: 'open', by: wish.by, at: wish.at, why: wish.why })];
      return { one: { ...next, caseId, links: [...next.links, { kind: 'case', id: caseId }] }, writes };
    },
  });
}
