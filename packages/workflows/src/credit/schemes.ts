/** Schemes of credit are written, tried on a past period, and put in force from a day by another person. */
import {
  type CreditScheme,
  type Day,
  dayOf,
  type Instant,
  type Issue,
  type Outcome,
  rateCredit,
  schemeFaults,
  schemesOn,
} from '@hengjian/domain';
import type { CreditPorts } from './ports.ts';

interface Act {
  readonly by: string;
  readonly at: Instant;
  readonly why: string | null;
}

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `credit.${code}`, severity: 'error', facts });
const no = (code: string, facts: Record<string, unknown> = {}): Outcome<never> => ({ ok: false, issues: [issue(code, facts)] });
const faultsOf = (scheme: CreditScheme): Issue[] => schemeFaults(scheme).map((fault) => issue('scheme', { fault }));

/** Keeps a draft; its number. Refusals `credit.scheme`, one a fault. */
export async function draftScheme({ book }: CreditPorts, scheme: CreditScheme, act: Act): Promise<Outcome<number>> {
  const issues = faultsOf(scheme);
  if (issues.length > 0) return { ok: false, issues };
  const step = {
    noun: 'creditScheme',
    subjectId: scheme.schemeId,
    action: 'draft',
    before: null,
    after: 'draft',
    ...act,
    detail: { scheme },
  };
  return { ok: true, value: await book.draftScheme(scheme, step), issues: [] };
}

/** Puts a draft in force. Refusals: no such draft, one's own, a day that is over, no reason. */
export async function enactScheme(
  { book }: CreditPorts,
  { version, fromDay }: { readonly version: number; readonly fromDay: Day },
  act: Act,
): Promise<Outcome<null>> {
  const draft = (await book.schemeVersions()).find((one) => one.version === version);
  if (!draft || draft.fromDay !== null) return no('scheme-version', { version });
  if (draft.by === act.by) return no('scheme-own');
  if (fromDay < dayOf(act.at)) return no('scheme-past');
  if (!act.why?.trim()) return no('why');
  const { schemeId } = draft.scheme;
  const detail = { version, fromDay };
  const done = await book.enactScheme(version, fromDay, {
    noun: 'creditScheme',
    subjectId: schemeId,
    action: 'enact',
    before: 'draft',
    after: 'inForce',
    ...act,
    detail,
  });
  return done ? { ok: true, value: null, issues: [] } : no('scheme-version', { version });
}

export interface TriedRating {
  readonly subjectNo: string;
  readonly score: number;
  readonly grade: string;
  /** By the scheme of the same number that is in force; null where there is none. */
  readonly before: { readonly score: number; readonly grade: string } | null;
}

/** What a scheme would say of everybody in a past period beside the one in force; keeps nothing. The lowest first. */
export async function tryScheme(
  { book }: CreditPorts,
  { scheme, from, to }: { readonly scheme: CreditScheme; readonly from: Day; readonly to: Day },
  at: Instant,
): Promise<Outcome<readonly TriedRating[]>> {
  const issues = faultsOf(scheme);
  if (issues.length > 0) return { ok: false, issues };
  if (from > to || to > dayOf(at)) return no('period');
  const current = schemesOn(await book.schemeVersions(), dayOf(at)).find(({ schemeId }) => schemeId === scheme.schemeId);
  const values = await book.values(scheme, from, to, at);
  const old = current && current.halfDays !== scheme.halfDays ? await book.values(current, from, to, at) : values;
  const rated = [...values].map(([subjectNo, own]): TriedRating => {
    const { score, grade } = rateCredit(scheme, own);
    const was = current && rateCredit(current, old.get(subjectNo) ?? {});
    return { subjectNo, score, grade, before: was ? { score: was.score, grade: was.grade } : null };
  });
  return { ok: true, value: rated.sort((a, b) => a.score - b.score || (a.subjectNo < b.subjectNo ? -1 : 1)), issues: [] };
}
