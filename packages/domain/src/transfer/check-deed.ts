// What stands against handing money down or paying it: pure, every refusal with its place.
import type { Issue } from '../issue.ts';
import { formatYuan } from '../money.ts';
import type { Day } from '../time.ts';
import { type AllocationRow, dueOf, type Share, type Transfer, type TransferNotice, type TransferPayment } from './transfer.ts';

const issue = (code: string, facts: Record<string, unknown> = {}, row?: number): Issue => ({
  code,
  severity: 'error',
  ...(row === undefined ? {} : { row }),
  facts,
});
const wholeFen = (fen: number) => Number.isSafeInteger(fen) && fen >= 0;

export function noticeProblems(notice: TransferNotice): Issue[] {
  const missing = (['name', 'documentNo', 'issuedBy', 'receiver'] as const).filter((key) => notice[key].trim() === '');
  return [
    ...missing.map((field) => issue('transfer.field-missing', { field })),
    ...(wholeFen(notice.fen) && wholeFen(notice.advanceFen) && dueOf(notice) > 0 ? [] : [issue('transfer.no-amount')]),
  ];
}

/** The names on the way up from `start`, ending in a name met before; null where the way ends well. */
function circleFrom(start: string, upper: ReadonlyMap<string, string>): string[] | null {
  const way = [start];
  for (let at = upper.get(start); at !== undefined; at = upper.get(at)) {
    if (way.includes(at)) return [...way.slice(way.indexOf(at)), at];
    way.push(at);
  }
  return null;
}

/** Money that comes back to whoever gave it: 甲 → 乙 → 甲. The first circle of the table, from the receiver named first in it. */
export function circleOf(rows: readonly AllocationRow[], transfer: Transfer): string[] | null {
  const upper = new Map<string, string>();
  const byId = new Map(transfer.shares.map((share) => [share.shareId, share]));
  for (const share of transfer.shares) {
    const parent = share.parentId === null ? undefined : byId.get(share.parentId);
    // A project of the same body is no step down.
    if (parent && parent.receiver !== share.receiver) upper.set(share.receiver, parent.receiver);
  }
  for (const { receiver, from, project } of rows) {
    const giver = from ?? transfer.notice.receiver;
    if (receiver === giver) {
      // Its own project, or the part it keeps.
      if (from === null || project !== null) continue;
      return [receiver, giver];
    }
    upper.set(receiver, giver);
    if (receiver === transfer.notice.receiver) return circleFrom(receiver, upper) ?? [receiver, giver];
  }
  for (const { receiver } of rows) {
    const circle = circleFrom(receiver, upper);
    if (circle) return circle;
  }
  return null;
}

/** Due money of a giver that was neither divided nor paid yet. */
export function leftToGive(transfer: Transfer, shareId: string | null): number {
  const giver = shareId === null ? transfer.notice : transfer.shares.find((one) => one.shareId === shareId);
  if (!giver) return 0;
  const below = transfer.shares.filter(({ parentId }) => parentId === shareId).reduce((sum, share) => sum + dueOf(share), 0);
  const paid = transfer.payments.filter((payment) => payment.shareId === shareId).reduce((sum, { fen }) => sum + fen, 0);
  return dueOf(giver) - below - paid;
}

/**
 * An allocation table to shares. Refusals: `transfer.row-empty`, `transfer.row-amount`, `transfer.circular`, `transfer.from-unknown`,
 * `transfer.from-several`, `transfer.over-allocated`, each with its row. Labels that differ are taken as they are written.
 */
export function sharesOfTable(
  transfer: Transfer,
  rows: readonly AllocationRow[],
  given: { idOf: (index: number) => string; documentNo: string; issuedOn: Day },
): { shares: Share[]; issues: Issue[] } {
  const issues: Issue[] = rows.flatMap((row, index) => [
    ...(row.receiver.trim() === '' ? [issue('transfer.row-empty', {}, index + 1)] : []),
    ...(wholeFen(row.fen) && wholeFen(row.advanceFen) && dueOf(row) > 0
      ? []
      : [issue('transfer.row-amount', { receiver: row.receiver }, index + 1)]),
  ]);
  if (rows.length === 0) issues.push(issue('transfer.no-rows'));
  const circle = circleOf(rows, transfer);
  if (circle) issues.push(issue('transfer.circular', { way: circle.join(' → ') }));
  if (issues.length > 0) return { shares: [], issues };
  const shares = rows.map(
    ({ from: _, ...row }, index): Share => ({
      ...row,
      parentId: null,
      targets: null,
      shareId: given.idOf(index),
      documentNo: given.documentNo,
      issuedOn: given.issuedOn,
    }),
  );
  const known = [...transfer.shares, ...shares];
  rows.forEach(({ from }, index) => {
    const share = shares[index] as Share;
    if (from === null || from === transfer.notice.receiver) return;
    const givers = known.filter((one) => one.receiver === from && one !== share);
    if (givers.length === 1) share.parentId = givers[0]?.shareId ?? null;
    else
      issues.push(
        issue(givers.length === 0 ? 'transfer.from-unknown' : 'transfer.from-several', { from, receiver: share.receiver }, index + 1),
      );
  });
  if (issues.length > 0) return { shares: [], issues };
  return { shares, issues: overAllocated({ ...transfer, shares: known }, new Set(shares.map(({ parentId }) => parentId))) };
}

function overAllocated(after: Transfer, givers: ReadonlySet<string | null>): Issue[] {
  return [...givers].flatMap((giver) => {
    const left = leftToGive(after, giver);
    if (left >= 0) return [];
    const receiver = giver === null ? after.notice.receiver : (after.shares.find((one) => one.shareId === giver)?.receiver ?? '');
    return [issue('transfer.over-allocated', { receiver, over: formatYuan(-left) })];
  });
}

export function paymentProblems(transfer: Transfer, payment: TransferPayment): Issue[] {
  const share = transfer.shares.find((one) => one.shareId === payment.shareId);
  if (!share) return [issue('transfer.unknown-share', { id: payment.shareId })];
  if (!wholeFen(payment.fen) || payment.fen === 0) return [issue('transfer.no-amount')];
  if (payment.paidOn < transfer.notice.issuedOn && share.advanceFen === 0) return [issue('transfer.paid-before')];
  const left = leftToGive(transfer, share.shareId);
  return payment.fen > left ? [issue('transfer.over-paid', { receiver: share.receiver, left: formatYuan(Math.max(0, left)) })] : [];
}

/** A share with shares or payments below it stays; so does whatever is not there. */
export function withdrawalProblems(transfer: Transfer, id: string, why: string): Issue[] {
  if (why.trim() === '') return [issue('plan.no-reason')];
  if (transfer.payments.some(({ paymentId }) => paymentId === id)) return [];
  const share = transfer.shares.find(({ shareId }) => shareId === id);
  if (!share) return [issue('transfer.unknown-share', { id })];
  const used = transfer.shares.some(({ parentId }) => parentId === id) || transfer.payments.some(({ shareId }) => shareId === id);
  return used ? [issue('transfer.share-used', { receiver: share.receiver })] : [];
}
