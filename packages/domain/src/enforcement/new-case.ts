/** A case as it is put up for filing. */
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';
import type { EnforcementCase, Procedure } from './case.ts';
import { caseNameOf, causeOf } from './causes.ts';

export interface CaseWish {
  readonly procedure?: Procedure;
  readonly causeCode: string;
  readonly party: EnforcementCase['party'];
  readonly clueId: string | null;
  readonly inspectionIds: readonly string[];
  readonly findingIds: readonly string[];
  readonly source: string;
  readonly facts: string;
  readonly lossFen: Fen | null;
  readonly actEndedOn: Day | null;
  readonly discoveredOn: Day;
  readonly harmed: boolean;
  readonly appliedBy: string;
}

export const newEnforcementCase = (caseId: string, wish: CaseWish, day: Day): EnforcementCase => ({
  ...wish,
  procedure: wish.procedure ?? 'ordinary',
  matterId: caseId,
  state: 'applied',
  title: caseNameOf(wish.party.name, causeOf(wish.causeCode)?.zh ?? '', false),
  providerNo: wish.party.kind === 'provider' ? wish.party.no : null,
  article: causeOf(wish.causeCode)?.article ?? '',
  openedOn: day,
  dueDay: null,
  closedOn: null,
  handlers: [],
  filedOn: null,
  filedBy: null,
  filingNo: null,
  circumstances: [],
  records: [],
  evidence: [],
  holds: [],
  assistance: [],
  exclusions: [],
  suspensions: [],
  extensions: [],
  correction: null,
  report: null,
  reviews: [],
  notice: null,
  statements: [],
  waivedOn: null,
  hearing: null,
  discussion: null,
  decision: null,
  decidedOn: null,
  outcome: null,
  refundFen: null,
  fineFen: null,
  onSpotReport: null,
  service: null,
  payDue: null,
  payments: [],
  urging: null,
  court: null,
  publishedOn: null,
  publishedAt: null,
  executedOn: null,
  closingReport: null,
  transfer: null,
  overturned: null,
  measures: [],
  ending: null,
  archivedOn: null,
  fileNo: null,
  registerEntry: null,
});
