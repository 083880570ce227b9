/**
 * A finding's case: what its events add up to. `advance` is the only place that says what a step changes, so that the stored row is
 * always the fold of the events, and the case of any past day is the fold of the events until then.
 */
import type { Fen } from '../money.ts';
import type { Instant } from '../time.ts';
import type { DismissalCause, FindingAction, FindingState } from './steps.ts';

/** What a step says beside who, when and why. */
export interface StepDetail {
  readonly cause?: DismissalCause;
  /** Lines (`encounter:line`) that are let go, when the rest is upheld: partial upholding. */
  readonly dismissedLines?: readonly string[];
  readonly experts?: readonly string[];
  readonly verdict?: 'uphold' | 'dismiss';
  /** Of a step of money. */
  readonly amountFen?: Fen;
  /** The fund's share where the review could not say it (DRG, DIP): fixed by a person (实施细则 art. 35). */
  readonly fundFen?: Fen;
  /** Settlement against which it is offset, decision by which it is written off. */
  readonly reference?: string;
  readonly attachmentIds?: readonly string[];
  /** Of a revision: the finding as it is now. */
  readonly version?: number;
  readonly evidenceHash?: string;
  readonly grossFen?: Fen;
  readonly foundFundFen?: Fen | null;
}

export interface FindingEvent {
  readonly serial: number;
  readonly findingId: string;
  readonly action: FindingAction;
  readonly before: FindingState;
  readonly after: FindingState;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly detail: StepDetail | null;
}

/** Fund money that was taken or given, by the way it went. */
export interface Taken {
  /** Not paid out (拒付). */
  readonly refusedFen: Fen;
  /** Kept from the institution's next settlement. */
  readonly offsetFen: Fen;
  /** Paid back by the institution. */
  readonly paidBackFen: Fen;
  /** Returned by the institution after it checked itself: counted apart. */
  readonly selfReturnedFen: Fen;
  readonly writtenOffFen: Fen;
  /** Given back to the institution, because more was taken than it owes. */
  readonly givenBackFen: Fen;
}

export interface FindingCase {
  readonly findingId: string;
  readonly state: FindingState;
  readonly enteredAt: Instant;
  /** Version of the finding that is judged. */
  readonly version: number;
  /** What it stands on: other evidence is another judgement, another edition that says the same is not. */
  readonly evidenceHash: string;
  readonly grossFen: Fen;
  /** As found; null: undetermined. */
  readonly foundFundFen: Fen | null;
  readonly origin: 'review' | 'selfCheck';
  readonly firstBy: string | null;
  readonly secondBy: string | null;
  readonly finalBy: string | null;
  /** When people last decided about it: first or second review, last word. Absent in cases from before it was kept. */
  readonly decidedAt?: Instant | null;
  readonly experts: readonly string[];
  readonly votes: readonly { readonly by: string; readonly verdict: 'uphold' | 'dismiss'; readonly why: string }[];
  readonly dismissedLines: readonly string[];
  readonly fixedFundFen: Fen | null;
  readonly cause: DismissalCause | null;
  readonly escalated: boolean;
  readonly taken: Taken;
}

const nothingTaken: Taken = {
  refusedFen: 0,
  offsetFen: 0,
  paidBackFen: 0,
  selfReturnedFen: 0,
  writtenOffFen: 0,
  givenBackFen: 0,
};

/** The case of a finding that a review found. */
export const newCase = (
  finding: Pick<FindingCase, 'findingId' | 'version' | 'evidenceHash' | 'grossFen' | 'foundFundFen'>,
  at: Instant,
): FindingCase => ({
  findingId: finding.findingId,
  version: finding.version,
  evidenceHash: finding.evidenceHash,
  grossFen: finding.grossFen,
  foundFundFen: finding.foundFundFen,
  state: 'suspect',
  enteredAt: at,
  origin: 'review',
  firstBy: null,
  secondBy: null,
  finalBy: null,
  experts: [],
  votes: [],
  dismissedLines: [],
  fixedFundFen: null,
  cause: null,
  escalated: false,
  taken: nothingTaken,
});

/** Everything that people decided about earlier evidence is gone; what was taken of the money is not. */
const afresh = (one: FindingCase) => ({ ...newCase(one, one.enteredAt), taken: one.taken, escalated: one.escalated });

const more = (taken: Taken, key: keyof Taken, fen: Fen): Taken => ({ ...taken, [key]: taken[key] + fen });

/** What the step says about the case beside its state. */
function said(one: FindingCase, { action, by, why, before, detail }: FindingEvent): Partial<FindingCase> {
  const amount = detail?.amountFen ?? 0;
  const lines = detail?.dismissedLines ? { dismissedLines: [...new Set([...one.dismissedLines, ...detail.dismissedLines])].sort() } : {};
  const fund = detail?.fundFen !== undefined ? { fixedFundFen: detail.fundFen } : {};
  if (action === 'uphold') return { ...lines, ...(before === 'suspect' ? { firstBy: by } : { finalBy: by }) };
  if (action === 'maintain') return { ...lines, secondBy: by };
  if (action === 'dismiss')
    return {
      cause: detail?.cause ?? null,
      ...(before === 'suspect' ? { firstBy: by } : before === 'secondReview' ? { secondBy: by } : { finalBy: by }),
    };
  if (action === 'declare') return { origin: 'selfCheck', ...fund };
  if (action === 'seat') return { experts: detail?.experts ?? [], votes: [] };
  if (action === 'vote') return { votes: [...one.votes, { by, verdict: detail?.verdict ?? 'uphold', why }] };
  if (action === 'confirm') return fund;
  if (action === 'refuse') return { taken: more(one.taken, 'refusedFen', amount) };
  if (action === 'offset') return { taken: more(one.taken, 'offsetFen', amount) };
  if (action === 'payBack') return { taken: more(one.taken, one.origin === 'selfCheck' ? 'selfReturnedFen' : 'paidBackFen', amount) };
  if (action === 'writeOff') return { taken: more(one.taken, 'writtenOffFen', amount) };
  if (action === 'giveBack') return { taken: more(one.taken, 'givenBackFen', amount) };
  if (action === 'escalate') return { escalated: true };
  if (action === 'withdraw') return { ...afresh(one), cause: 'withdrawn', version: detail?.version ?? one.version };
  if (action === 'revise')
    return {
      ...afresh(one),
      version: detail?.version ?? one.version,
      evidenceHash: detail?.evidenceHash ?? one.evidenceHash,
      grossFen: detail?.grossFen ?? one.grossFen,
      foundFundFen: detail?.foundFundFen === undefined ? one.foundFundFen : detail.foundFundFen,
    };
  // other reviewers than before, because the first ones erred
  if (action === 'reopen' && before === 'dismissed') return { ...afresh(one) };
  return {};
}

const deciding: readonly FindingAction[] = ['uphold', 'maintain', 'dismiss'];

/** The case after a step. */
export function advance(one: FindingCase, event: FindingEvent): FindingCase {
  const moved = event.after !== event.before || event.action === 'revise';
  const decided = deciding.includes(event.action) && { decidedAt: event.at };
  return { ...one, ...said(one, event), ...decided, state: event.after, ...(moved && { enteredAt: event.at }) };
}

export const foldCase = (first: FindingCase, events: readonly FindingEvent[]): FindingCase => events.reduce(advance, first);

/** The fund's share of the whole finding: fixed by a person before as found; null where nobody said it. */
export const fundOf = (one: FindingCase): Fen | null => one.fixedFundFen ?? one.foundFundFen;
/** What came in of it, whatever the way, less what was given back. */
export const receivedFen = ({ taken }: FindingCase): Fen =>
  taken.refusedFen + taken.offsetFen + taken.paidBackFen + taken.selfReturnedFen - taken.givenBackFen;
