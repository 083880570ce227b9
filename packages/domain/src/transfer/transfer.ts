/**
 * Money that is handed down: a notice, its allocation to regions and projects, theirs to whoever comes below, payments. One history per
 * transfer; what stands follows from it. The label of direct funds (直达资金标识) is free data that goes with every fen from the notice
 * to the payment and must not change; a change is kept as it was done, and reported.
 */
import type { Fen } from '../money.ts';
import type { Day, Instant } from '../time.ts';

/** A form of a plan that holds the targets of this money. */
/** The usual label of direct funds of the centre, as budget systems print it. */
export const directFunds = '01 中央直达资金';

export interface TargetsOf {
  planId: string;
  projectNo: number;
}

export interface TransferNotice {
  /** 转移支付名称, without year and money. */
  name: string;
  year: number;
  documentNo: string;
  issuedBy: string;
  /** Who got it and divides it. */
  receiver: string;
  issuedOn: Day;
  /** 提前下达 before this notice. */
  advanceFen: Fen;
  /** 此次下达. */
  fen: Fen;
  /** 直达资金标识, such as `01 中央直达资金`; null: none. */
  label: string | null;
  /** 收入科目, 支出功能分类. */
  incomeCode: string | null;
  spendingCode: string | null;
  targets: TargetsOf | null;
}

export interface Share {
  shareId: string;
  /** null: of the notice itself. */
  parentId: string | null;
  receiver: string;
  /** null: to be divided or spent as a whole. */
  project: string | null;
  advanceFen: Fen;
  fen: Fen;
  label: string | null;
  documentNo: string;
  issuedOn: Day;
  targets: TargetsOf | null;
}

export interface TransferPayment {
  paymentId: string;
  shareId: string;
  paidOn: Day;
  fen: Fen;
  label: string | null;
  payee: string;
}

/** What was done to a transfer; the first is its notice. */
export type TransferDeed =
  | { kind: 'notice'; notice: TransferNotice }
  | { kind: 'shares'; shares: Share[]; basis: unknown }
  | { kind: 'targets'; shareId: string | null; targets: TargetsOf | null }
  | { kind: 'payment'; payment: TransferPayment }
  | { kind: 'withdrawal'; id: string; why: string };

export type TransferEvent = TransferDeed & { serial: number; by: string; at: Instant };

export interface Transfer {
  transferId: string;
  notice: TransferNotice;
  shares: Share[];
  payments: TransferPayment[];
  /** What the last allocation by factors was reckoned from. */
  basis: unknown;
  events: readonly TransferEvent[];
}

/** 应下达 = 已提前下达 + 此次下达. */
export const dueOf = ({ advanceFen, fen }: { advanceFen: Fen; fen: Fen }): Fen => advanceFen + fen;

/** What stands after all events; undefined before a notice. */
export function transferOf(transferId: string, events: readonly TransferEvent[]): Transfer | undefined {
  let standing: Transfer | undefined;
  for (const event of events) {
    if (event.kind === 'notice') standing = { transferId, notice: event.notice, shares: [], payments: [], basis: null, events };
    if (!standing) continue;
    if (event.kind === 'shares')
      standing = { ...standing, shares: [...standing.shares, ...event.shares], basis: event.basis ?? standing.basis };
    if (event.kind === 'payment') standing = { ...standing, payments: [...standing.payments, event.payment] };
    if (event.kind === 'targets') {
      const { shareId, targets } = event;
      standing =
        shareId === null
          ? { ...standing, notice: { ...standing.notice, targets } }
          : { ...standing, shares: standing.shares.map((share) => (share.shareId === shareId ? { ...share, targets } : share)) };
    }
    if (event.kind === 'withdrawal') {
      const { id } = event;
      standing = {
        ...standing,
        shares: standing.shares.filter(({ shareId }) => shareId !== id),
        payments: standing.payments.filter(({ paymentId }) => paymentId !== id),
      };
    }
  }
  return standing;
}

/** A row of an allocation table as people write it: who gets, from whom, how much. */
export interface AllocationRow {
  receiver: string;
  /** The upper receiver by name; null: straight from the notice. */
  from: string | null;
  project: string | null;
  advanceFen: Fen;
  fen: Fen;
  label: string | null;
}
