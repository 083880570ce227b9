/** 联系方式更正: asked by the insured person, decided by an officer; no personal data in the journal. */
import {
  type ContactAction,
  type ContactRequest,
  contactIssues,
  contactSteps,
  type Instant,
  type Issue,
  type Outcome,
  stepOf,
} from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';

export interface ContactBook {
  nextId(): Promise<string>;
  /** False where one of the person's waits already. */
  add(request: ContactRequest, step: JournalStep): Promise<boolean>;
  /** Reads and writes one request with nobody between; undefined: there is none. */
  change<T>(
    requestId: string,
    work: (one: ContactRequest) => { readonly write: ContactRequest | null; readonly step: JournalStep | null; readonly value: T },
  ): Promise<T | undefined>;
}

interface Act {
  readonly by: string;
  readonly at: Instant;
}
const refusal = (code: string, facts: Record<string, unknown> = {}): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [{ code: `person.${code}`, severity: 'error', facts }],
});
const stepRow = (one: ContactRequest, action: string, before: string | null, { by, at }: Act): JournalStep => ({
  noun: 'contactRequest',
  subjectId: one.requestId,
  action,
  before,
  after: one.state,
  by,
  why: null,
  at,
  rows: [{ table: 'contact_request', key: one.requestId }],
});

export async function askContactChange(
  book: ContactBook,
  wish: Pick<ContactRequest, 'personNo' | 'accountId' | 'telephone' | 'address'>,
  act: Act,
): Promise<Outcome<ContactRequest>> {
  const told = { ...wish, telephone: wish.telephone?.trim() || null, address: wish.address?.trim() || null };
  const issues = contactIssues(told);
  if (issues.length > 0) return { ok: false, issues };
  const requestId = await book.nextId();
  const one: ContactRequest = { ...told, requestId, state: 'asked', askedAt: act.at, decidedBy: null, decidedAt: null, answer: null };
  return (await book.add(one, stepRow(one, 'ask', null, act))) ? { ok: true, value: one, issues: [] } : refusal('waiting');
}

/** `personNo`: whose request it must be, for a step of the person; another's is none. */
export async function takeContactStep(
  book: ContactBook,
  wish: { readonly requestId: string; readonly action: ContactAction; readonly answer: string | null; readonly personNo?: string },
  act: Act,
): Promise<Outcome<ContactRequest>> {
  const { requestId, action, answer, personNo } = wish;
  const outcome = await book.change(
    requestId,
    (one): { write: ContactRequest | null; step: JournalStep | null; value: Outcome<ContactRequest> } => {
      if (personNo !== undefined && one.personNo !== personNo)
        return { write: null, step: null, value: refusal('no-request', { id: requestId }) };
      const step = stepOf(contactSteps, one.state, action);
      if (!step) return { write: null, step: null, value: refusal('no-step', { state: one.state, action }) };
      const next: ContactRequest = { ...one, state: step.to, decidedBy: act.by, decidedAt: act.at, answer: answer?.trim() || null };
      return { write: next, step: stepRow(next, action, one.state, act), value: { ok: true, value: next, issues: [] } };
    },
  );
  return outcome ?? refusal('no-request', { id: requestId });
}
