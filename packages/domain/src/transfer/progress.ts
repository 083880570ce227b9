// Where the money of a transfer stands on a day, whether it is behind, and every place where the label of direct funds changed.
import type { Fen } from '../money.ts';
import { calendarDate, type Day, dayOfDate } from '../time.ts';
import { leftToGive } from './check-deed.ts';
import { dueOf, type Share, type Transfer } from './transfer.ts';

export interface ShareProgress {
  share: Share;
  /** 0: straight from the notice. */
  depth: number;
  dueFen: Fen;
  /** Handed on to others. */
  handedFen: Fen;
  /** Paid, its own and what is below it. */
  paidFen: Fen;
  leftFen: Fen;
  /** Paid of due. */
  paidRatio: number;
  /** Of the time from its notice to the end of the year; null before the notice and where the year leaves no time. */
  timeRatio: number | null;
  behind: boolean;
  /** It lies undivided and unpaid for longer than allowed. */
  lyingDays: number | null;
}

export interface LabelBreak {
  at: 'share' | 'payment';
  id: string;
  receiver: string;
  project: string | null;
  before: string | null;
  after: string | null;
}

export interface TransferProgress {
  asOf: Day;
  dueFen: Fen;
  handedFen: Fen;
  paidFen: Fen;
  leftFen: Fen;
  paidRatio: number;
  timeRatio: number | null;
  /** In the order of the tree, each below its giver. */
  shares: ShareProgress[];
  breaks: LabelBreak[];
}

export interface ProgressLimits {
  /** Behind by more than this part of the due money. */
  behindRatio: number;
  /** 预算法第五十二条: within thirty days. */
  allocateDays: number;
}

/** Labels compare without spaces and without regard to width: `01中央直达资金` is `01 中央直达资金`. */
const plain = (label: string | null) => (label ?? '').replace(/\s/g, '');

/** Every share and payment whose label is not its giver's. */
export function labelBreaks(transfer: Transfer): LabelBreak[] {
  const byId = new Map(transfer.shares.map((share) => [share.shareId, share]));
  const ofShares = transfer.shares.flatMap((share): LabelBreak[] => {
    const { shareId: id, receiver, project, label: after } = share;
    const before = share.parentId === null ? transfer.notice.label : (byId.get(share.parentId)?.label ?? null);
    return plain(before) === plain(after) ? [] : [{ at: 'share', id, receiver, project, before, after }];
  });
  const ofPayments = transfer.payments.flatMap(({ paymentId: id, shareId, label: after }): LabelBreak[] => {
    const share = byId.get(shareId);
    if (!share || plain(share.label) === plain(after)) return [];
    return [{ at: 'payment', id, receiver: share.receiver, project: share.project, before: share.label, after }];
  });
  return [...ofShares, ...ofPayments];
}

const timeOf = (from: Day, asOf: Day): number | null => {
  const end = dayOfDate(calendarDate(from).year, 12, 31);
  return asOf < from || end <= from ? null : Math.min(1, (asOf - from) / (end - from));
};

/** Everything up to and including the day. */
export function transferProgress(whole: Transfer, asOf: Day, limits: ProgressLimits): TransferProgress {
  const transfer: Transfer = {
    ...whole,
    shares: whole.shares.filter(({ issuedOn }) => issuedOn <= asOf),
    payments: whole.payments.filter(({ paidOn }) => paidOn <= asOf),
  };
  const below = (id: string | null) => transfer.shares.filter(({ parentId }) => parentId === id);
  const paidOf = (id: string): Fen =>
    transfer.payments.filter(({ shareId }) => shareId === id).reduce((sum, { fen }) => sum + fen, 0) +
    below(id).reduce((sum, share) => sum + paidOf(share.shareId), 0);
  const handedOf = (id: string | null) => below(id).reduce((sum, share) => sum + dueOf(share), 0);
  const walk = (id: string | null, depth: number): ShareProgress[] =>
    below(id).flatMap((share) => {
      const [dueFen, paidFen, leftFen] = [dueOf(share), paidOf(share.shareId), leftToGive(transfer, share.shareId)];
      const [paidRatio, timeRatio] = [dueFen === 0 ? 0 : paidFen / dueFen, timeOf(share.issuedOn, asOf)];
      const lying = asOf - share.issuedOn;
      return [
        {
          share,
          depth,
          dueFen,
          handedFen: handedOf(share.shareId),
          paidFen,
          leftFen,
          paidRatio,
          timeRatio,
          behind: timeRatio !== null && paidRatio + limits.behindRatio < timeRatio,
          lyingDays: leftFen === dueFen && lying > limits.allocateDays ? lying : null,
        },
        ...walk(share.shareId, depth + 1),
      ];
    });
  const shares = walk(null, 0);
  const dueFen = dueOf(transfer.notice);
  const paidFen = below(null).reduce((sum, share) => sum + paidOf(share.shareId), 0);
  return {
    asOf,
    dueFen,
    handedFen: handedOf(null),
    paidFen,
    leftFen: leftToGive(transfer, null),
    paidRatio: dueFen === 0 ? 0 : paidFen / dueFen,
    timeRatio: timeOf(transfer.notice.issuedOn, asOf),
    shares,
    breaks: labelBreaks(transfer),
  };
}
