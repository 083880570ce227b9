/** An enforcement case (行政执法案件): whom it is about, what was found, announced, decided, paid; everything its file is written from. */
import type { Officer } from '../inspection/draw.ts';
import type { Matter } from '../matter/life.ts';
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';
import type { PartyKind } from './causes.ts';
import type { Circumstance } from './discretion.ts';
import { type CaseState, inForceStates } from './steps.ts';

export interface CaseParty {
  readonly kind: PartyKind;
  /** Number of the institution or person in the claims. */
  readonly no: string | null;
  readonly name: string;
  /** 统一社会信用代码, or number of the identity card. */
  readonly licence: string | null;
  readonly address: string | null;
  /** 法定代表人 or 主要负责人. */
  readonly head: string | null;
  readonly telephone: string | null;
}

/** 普通程序, or 简易程序 (行政处罚法 第五十一条). */
export const procedures = ['ordinary', 'summary'] as const;
export type Procedure = (typeof procedures)[number];
/** Where a case comes from, other than a clue (令第4号 第十四条). */
export const caseSources = ['routine', 'special', 'joint', 'assigned', 'transferred', 'reported', 'monitoring', 'other'] as const;
export type CaseSource = (typeof caseSources)[number];

const evidenceKinds = ['document', 'object', 'audiovisual', 'electronic', 'witness', 'party', 'opinion', 'record'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
export interface Evidence {
  readonly no: number;
  readonly kind: EvidenceKind;
  readonly title: string;
  readonly source: string;
  readonly collectedOn: Day;
  readonly pageCount: number | null;
}
export const recordKinds = ['scene', 'inquiry'] as const;
export interface CaseRecord {
  readonly no: number;
  readonly kind: (typeof recordKinds)[number];
  readonly on: Day;
  readonly place: string;
  /** Who was there, or was asked. */
  readonly person: string;
  readonly text: string;
  readonly by: string;
}
export const holdKinds = ['preserve', 'seal'] as const;
/** 先行登记保存 (7 working days) and 封存 (30 days, 30 more). */
export interface Hold {
  readonly no: number;
  readonly kind: (typeof holdKinds)[number];
  readonly things: readonly string[];
  readonly on: Day;
  readonly due: Day | null;
  readonly endedOn: Day | null;
  readonly outcome: string | null;
}
export interface Assistance {
  readonly no: number;
  readonly to: string;
  readonly text: string;
  readonly on: Day;
  readonly due: Day;
  readonly answeredOn: Day | null;
  readonly answer: string | null;
}
export const exclusionKinds = ['testing', 'appraisal', 'hearing', 'announcement', 'expertReview'] as const;
export interface Exclusion {
  readonly kind: (typeof exclusionKinds)[number];
  readonly from: Day;
  readonly to: Day | null;
  readonly why: string;
}
export interface Suspension {
  readonly from: Day;
  readonly to: Day | null;
  readonly why: string;
}

export const outcomes = ['punish', 'noPunishment', 'notEstablished'] as const;
export type CaseOutcome = (typeof outcomes)[number];
/** What is proposed, announced or decided. */
export interface Sanction {
  readonly outcome: CaseOutcome;
  /** 责令退回, to the fund. */
  readonly refundFen: Fen;
  /** 罚款, to the treasury. */
  readonly fineFen: Fen;
  /** 暂停相关责任部门涉及基金使用的医药服务, or 暂停联网结算. */
  readonly suspendMonths: number;
  readonly other: string | null;
  /** Below the least the law names (减轻), with its reason. */
  readonly mitigation: string | null;
}

export const agreementMeasures = ['talk', 'suspendPayment', 'refuse', 'recover', 'liquidated', 'suspendAgreement', 'endAgreement'] as const;
export interface AgreementMeasure {
  readonly no: number;
  readonly kind: (typeof agreementMeasures)[number];
  readonly on: Day;
  readonly amountFen: Fen | null;
  readonly until: Day | null;
  readonly text: string;
  readonly by: string;
}
const paymentKinds = ['refund', 'fine', 'lateFee', 'liquidated'] as const;
export type PaymentKind = (typeof paymentKinds)[number];
export interface Payment {
  readonly no: number;
  readonly kind: PaymentKind;
  readonly on: Day;
  readonly amountFen: Fen;
  readonly voucher: string;
}
export const overturners = ['reconsideration', 'court', 'ourselves'] as const;
export const serviceWays = ['direct', 'lien', 'mail', 'electronic', 'announcement'] as const;
export interface Service {
  readonly on: Day;
  readonly way: (typeof serviceWays)[number];
  readonly receiver: string;
  /** Signed consent to electronic service (第五十九条). */
  readonly consent: boolean;
}

export interface EnforcementCase extends Matter {
  readonly state: CaseState;
  readonly clueId: string | null;
  readonly inspectionIds: readonly string[];
  readonly findingIds: readonly string[];
  readonly source: string;
  readonly procedure: Procedure;
  readonly causeCode: string;
  /** Article of the regulation the act falls under. */
  readonly article: string;
  readonly party: CaseParty;
  readonly handlers: readonly Officer[];
  readonly appliedBy: string;
  readonly filedOn: Day | null;
  readonly filedBy: string | null;
  readonly filingNo: string | null;
  /** The last day of the act, and when it was discovered: between them lies the limitation. */
  readonly actEndedOn: Day | null;
  readonly discoveredOn: Day;
  readonly harmed: boolean;
  readonly facts: string;
  readonly lossFen: Fen | null;
  readonly circumstances: readonly Circumstance[];
  readonly records: readonly CaseRecord[];
  readonly evidence: readonly Evidence[];
  readonly holds: readonly Hold[];
  readonly assistance: readonly Assistance[];
  readonly exclusions: readonly Exclusion[];
  readonly suspensions: readonly Suspension[];
  readonly extensions: readonly { readonly kind: 'head' | 'collective'; readonly on: Day; readonly days: number; readonly why: string }[];
  readonly correction: { readonly on: Day; readonly no: string; readonly text: string; readonly due: Day } | null;
  readonly report: { readonly on: Day; readonly by: string; readonly text: string; readonly proposal: Sanction } | null;
  readonly reviews: readonly { readonly on: Day; readonly by: string; readonly opinion: string; readonly text: string }[];
  readonly notice:
    | ({ readonly on: Day; readonly no: string; readonly sanction: Sanction; readonly hearing: boolean } & {
        readonly service: Service | null;
        readonly statementDue: Day | null;
      })
    | null;
  readonly statements: readonly { readonly on: Day; readonly text: string; readonly answer: string }[];
  readonly waivedOn: Day | null;
  readonly hearing: {
    readonly askedOn: Day;
    readonly noticedOn: Day | null;
    readonly heldOn: Day | null;
    readonly host: string | null;
    readonly record: string | null;
    readonly opinion: string | null;
    readonly droppedOn: Day | null;
  } | null;
  readonly discussion: { readonly on: Day; readonly members: readonly string[]; readonly text: string } | null;
  readonly decision: {
    readonly on: Day;
    readonly by: string;
    readonly no: string;
    readonly sanction: Sanction;
    readonly text: string;
  } | null;
  /** Copied out for queries: the day and the outcome of the decision. */
  readonly decidedOn: Day | null;
  readonly outcome: CaseOutcome | null;
  readonly refundFen: Fen | null;
  readonly fineFen: Fen | null;
  /** The punishment on the spot was reported to the bureau. */
  readonly onSpotReport: { readonly on: Day; readonly by: string; readonly no: string } | null;
  readonly service: Service | null;
  readonly payDue: Day | null;
  readonly payments: readonly Payment[];
  readonly urging: { readonly on: Day; readonly due: Day } | null;
  readonly court: { readonly on: Day; readonly text: string } | null;
  readonly publishedOn: Day | null;
  readonly publishedAt: string | null;
  readonly executedOn: Day | null;
  readonly closingReport: string | null;
  readonly transfer: {
    readonly to: string;
    readonly kind: string;
    readonly on: Day;
    readonly no: string;
    readonly list: readonly string[];
    readonly why: string;
    readonly returnedOn: Day | null;
  } | null;
  /** The decision was set aside: by whom, with which paper. */
  readonly overturned: { readonly kind: (typeof overturners)[number]; readonly on: Day; readonly no: string; readonly text: string } | null;
  readonly measures: readonly AgreementMeasure[];
  readonly ending: string | null;
  readonly archivedOn: Day | null;
  readonly fileNo: string | null;
  /** Its entry in the register of archives that is in force. */
  readonly registerEntry: string | null;
}

export const isSummary = (one: Pick<EnforcementCase, 'procedure'>): boolean => one.procedure === 'summary';
/** The party was punished, and the punishment stands. */
export const punishmentStands = (one: Pick<EnforcementCase, 'outcome' | 'state' | 'service'>): boolean =>
  one.outcome === 'punish' && one.service !== null && inForceStates.includes(one.state);

export const paidFen = (one: Pick<EnforcementCase, 'payments'>, kind: PaymentKind): Fen =>
  one.payments.filter((payment) => payment.kind === kind).reduce((sum, { amountFen }) => sum + amountFen, 0);
