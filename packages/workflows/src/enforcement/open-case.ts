/** A case is put up for filing: from a clue (clue/take-clue-step.ts), or straight from what an officer knows. */
import {
  type CaseWish,
  calendarDate,
  causeOf,
  dayOf,
  type EnforcementCase,
  type Instant,
  type Issue,
  issueOf,
  newEnforcementCase,
  type Outcome,
  type PartyKind,
} from '@hengjian/domain';
import { journalled } from '../matter/journalled.ts';
import type { MatterPorts } from '../matter/ports.ts';

/** The cause is one of the list, and is one of this kind of party. */
export function caseIssues(causeCode: string, party: PartyKind): Issue[] {
  const cause = causeOf(causeCode);
  if (!cause) return issueOf('case.unknownCause', { code: causeCode });
  return cause.party !== party && cause.party !== 'other' ? issueOf('case.partyCause') : [];
}

export async function openCase(
  { book }: MatterPorts,
  wish: Omit<CaseWish, 'appliedBy' | 'discoveredOn'> & { readonly by: string; readonly at: Instant; readonly why: string },
): Promise<Outcome<EnforcementCase>> {
  const { by, at, why, ...told } = wish;
  const issues = [...caseIssues(told.causeCode, told.party.kind), ...(why.trim() === '' ? issueOf('matter.why') : [])];
  if (told.party.name.trim() === '' || told.facts.trim() === '') issues.push(...issueOf('clue.noText'));
  if (issues.length > 0) return { ok: false, issues };
  const day = dayOf(at);
  const value = await book.transact(async (inside) => {
    const caseId = await inside.nextId('enforcementCase', calendarDate(day).year);
    const one = newEnforcementCase(caseId, { ...told, appliedBy: by, discoveredOn: day }, day);
    return { writes: [journalled('enforcementCase', null, one, { action: 'open', by, at, why })], value: one };
  });
  return { ok: true, value, issues: [] };
}
