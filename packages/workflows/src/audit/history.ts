/**
 * What is known of a person before the message in hand: other institutions' encounters, drugs on hand, stays. Filled by the feed of
 * national messages and from the claims lake, read by 3101 and 3102. Published numbers stand for surrogates, as in a request.
 */
import type { Day, Fen, Instant, Insurance, ItemKind, Setting } from '@hengjian/domain';
import type { Tables } from '@hengjian/language';

interface Of {
  readonly personNo: string;
  readonly encounterNo: string;
}

/** An encounter, or news of one: what is unknown here (null) leaves what earlier entries said. */
export interface HistoryEncounter extends Of {
  readonly kind: 'encounter';
  readonly providerNo: string | null;
  readonly sex: number | null;
  readonly birthDay: Day | null;
  readonly setting: Setting | null;
  readonly insurance: Insurance | null;
  /** Class of the institution: 3 三级, 2 二级, 1 一级, 0 未定级. */
  readonly level: number | null;
  readonly providerKind: 'medical' | 'pharmacy' | null;
  readonly begunAt: Instant | null;
  /** OPEN_INSTANT while it is open. */
  readonly endedAt: Instant | null;
  readonly maternity: string | null;
  readonly internet: boolean | null;
  readonly outOfArea: boolean | null;
  readonly practitionerNo: string | null;
  readonly department: string | null;
  readonly bed: string | null;
  readonly dischargeWay: string | null;
  readonly medicalKind: string | null;
  readonly diseaseCode: string | null;
  readonly mainDiagnosis: string | null;
  /** In place of what was known of the same kind (入院诊断, 出院诊断); absent where the entry does not speak of it. */
  readonly diagnoses?: readonly HistoryDiagnosis[];
  /** Those take the place of equal serial number only. */
  readonly merge?: boolean;
  /** The whole list, in place of what was known. */
  readonly operations?: readonly HistoryOperation[];
  /** Said beside something else: counts only where nothing better is known. */
  readonly ifUnknown?: boolean;
}

export interface HistoryDiagnosis {
  readonly code: string | null;
  readonly main: boolean | null;
  /** inout_diag_type: 1 at admission, 2 at discharge; null where the message does not tell them apart. */
  readonly kind: string | null;
  readonly serial: number | null;
}

export interface HistoryOperation {
  readonly code: string | null;
  readonly main: boolean | null;
  readonly occurredAt: Instant | null;
  readonly surgeon: string | null;
  readonly anaesthetist: string | null;
}

/** A charge item; the same number again corrects it. A refund is one of negative quantity. */
export interface HistoryCharge extends Of {
  readonly kind: 'charge';
  /** feedetl_sn: unique within its encounter. */
  readonly lineNo: string;
  /** Batch under which charges are settled together (chrg_bchno). */
  readonly batchNo: string | null;
  readonly settlementNo: string | null;
  /** The line that this one refunds; null: the latest earlier one of equal code and price. */
  readonly refundOf: string | null;
  readonly itemCode: string | null;
  readonly itemKind: ItemKind | null;
  readonly feeCategory: string | null;
  readonly practitionerNo: string | null;
  readonly department: string | null;
  readonly prescriptionNo: string | null;
  readonly occurredAt: Instant | null;
  readonly supplyDays: number | null;
  readonly singleDose: string | null;
  readonly frequency: string | null;
  /** Ten-thousandths. */
  readonly quantity: number | null;
  /** Millionths of a yuan. */
  readonly unitPrice: number | null;
  readonly amountFen: Fen | null;
  readonly inScopeFen: Fen | null;
  readonly fundFen: Fen | null;
}

/** Charges taken back before they were settled. */
export interface HistoryWithdrawal extends Of {
  readonly kind: 'withdrawal';
  /** These lines, or every line of this batch, or (both null) every unsettled line of the encounter. Settled lines stay. */
  readonly lineNos: readonly string[] | null;
  readonly batchNo: string | null;
}

export interface HistorySettlement extends Of {
  readonly kind: 'settlement';
  readonly settlementNo: string;
  readonly settledAt: Instant;
  /** The charges of this batch are settled by it; null: every charge of the encounter that is not settled yet. */
  readonly batchNo: string | null;
  readonly totalFen: Fen | null;
  readonly fundFen: Fen | null;
}

/** A settlement that was undone: its charges take no part any more, until the next settlement of the encounter takes them again. */
export interface HistoryReversal extends Of {
  readonly kind: 'reversal';
  readonly settlementNo: string;
  /** A pharmacy's charges go with their settlement. */
  readonly withLines: boolean;
}

/** An encounter that never was: a registration or admission taken back. What was settled of it stays. */
export interface HistoryCancellation extends Of {
  readonly kind: 'cancellation';
}

/** Back in the ward: the discharge is undone. */
export interface HistoryReopening extends Of {
  readonly kind: 'reopening';
}

export type HistoryEntry =
  | HistoryEncounter
  | HistoryCharge
  | HistoryWithdrawal
  | HistorySettlement
  | HistoryReversal
  | HistoryCancellation
  | HistoryReopening;

/** Encounters of a person as the history keeps them: number, and its state as JSON (history-state.ts). */
export type HistoryContents = readonly (readonly [encounterNo: string, content: string])[];

export type HistoryState = 'ready' | 'rebuilding' | 'damaged';

/** Faults of the file are not thrown at the reader: it reads nothing, and `state` says so until the history is whole again. */
export interface History {
  /**
   * Adds entries in their order, all or none; the same again changes nothing. `position`: how far the feed is taken in afterwards
   * (kept in the same transaction). False where the history is not ready: nothing was taken, come again from `position`.
   */
  append(entries: readonly HistoryEntry[], position?: number): boolean;
  /** How far the feed was taken in; 0 for a new or rebuilt history, which the feed then fills again from its beginning. */
  position(): number;
  /**
   * Net records (`line, encounter, diagnosis, operation, settlement` of the lake) of the person's encounters that were going on on or
   * after `from`; undefined while the history is not ready.
   */
  read(personNo: string, from: Day): Tables | undefined;
  /** The same before it is netted and laid out (`historyTables`). */
  contents(personNo: string, from: Day): HistoryContents | undefined;
  state(): HistoryState;
}
