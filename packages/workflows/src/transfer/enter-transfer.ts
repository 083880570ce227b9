// What is done to a transfer: its notice, its allocation (typed, or by factors), targets, payments, withdrawals.
import {
  type AllocationRow,
  allocateByFactors,
  type Day,
  type FactorWish,
  type Instant,
  type Issue,
  noticeProblems,
  type Outcome,
  paymentProblems,
  sharesOfTable,
  type TargetsOf,
  type Transfer,
  type TransferDeed,
  type TransferNotice,
  type TransferPayment,
  transferOf,
  withdrawalProblems,
} from '@hengjian/domain';
import type { PlanStore } from '../plan/ports.ts';
import type { TransferStore } from './ports.ts';

interface Acting {
  by: string;
  now: Instant;
}
type Entered = Promise<Outcome<Transfer>>;

const refuse = <T>(issues: Issue[]): Outcome<T> => ({ ok: false, issues });
const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code, severity: 'error', facts });

async function append(store: TransferStore, transferId: string, deed: TransferDeed, { by, now }: Acting): Entered {
  const events = await store.history(transferId);
  const event = { ...deed, serial: events.length + 1, by, at: now };
  const after = transferOf(transferId, [...events, event]);
  if (!after) return refuse([issue('transfer.unknown', { id: transferId })]);
  return (await store.append(transferId, event)) ? { ok: true, value: after, issues: [] } : refuse([issue('transfer.moved-on')]);
}

async function standing(store: TransferStore, transferId: string): Promise<Outcome<Transfer>> {
  const found = transferOf(transferId, await store.history(transferId));
  return found ? { ok: true, value: found, issues: [] } : refuse([issue('transfer.unknown', { id: transferId })]);
}

/** Enters a notice. Refusals: `transfer.field-missing`, `transfer.no-amount`. */
export async function enterNotice(store: TransferStore, given: { transferId: string; notice: TransferNotice } & Acting): Entered {
  const problems = noticeProblems(given.notice);
  return problems.length > 0 ? refuse(problems) : append(store, given.transferId, { kind: 'notice', notice: given.notice }, given);
}

interface Allocating extends Acting {
  transferId: string;
  documentNo: string;
  issuedOn: Day;
  idOf: (index: number) => string;
}

/** Enters an allocation table; all of it or nothing. Refusals: those of `sharesOfTable`. */
export async function enterAllocation(
  store: TransferStore,
  given: Allocating & { rows: readonly AllocationRow[]; basis?: FactorWish },
): Entered {
  const found = await standing(store, given.transferId);
  if (!found.ok) return found;
  const { shares, issues } = sharesOfTable(found.value, given.rows, given);
  if (issues.length > 0) return refuse(issues);
  return append(store, given.transferId, { kind: 'shares', shares, basis: given.basis ?? null }, given);
}

/**
 * Divides what the notice still has by factors, and enters the table with what it was reckoned from. The label is the notice's.
 * Refusals: those of `allocateByFactors`, `transfer.over-allocated`.
 */
export async function enterFactorAllocation(store: TransferStore, given: Allocating & { wish: FactorWish }): Entered {
  const found = await standing(store, given.transferId);
  if (!found.ok) return found;
  const divided = allocateByFactors(given.wish);
  if (!divided.ok) return divided;
  const rows = divided.value
    .filter(({ fen }) => fen > 0)
    .map(({ name, fen }) => ({ receiver: name, from: null, project: null, advanceFen: 0, fen, label: found.value.notice.label }));
  return enterAllocation(store, { ...given, rows, basis: given.wish });
}

/** Says which form holds the targets of this money; `shareId` null: of the notice. Refusals: `transfer.unknown-share`, `transfer.unknown-targets`. */
export async function linkTargets(
  ports: { transfers: TransferStore; plans: PlanStore },
  given: { transferId: string; shareId: string | null; targets: TargetsOf | null } & Acting,
): Entered {
  const found = await standing(ports.transfers, given.transferId);
  if (!found.ok) return found;
  const { shareId, targets } = given;
  if (shareId !== null && !found.value.shares.some((share) => share.shareId === shareId))
    return refuse([issue('transfer.unknown-share', { id: shareId })]);
  const plan = targets === null ? undefined : (await ports.plans.plan(targets.planId))?.plan;
  if (targets !== null && !plan?.projects.some(({ projectNo }) => projectNo === targets.projectNo))
    return refuse([issue('transfer.unknown-targets')]);
  return append(ports.transfers, given.transferId, { kind: 'targets', shareId, targets }, given);
}

/** Enters a payment out of a share. Refusals: `transfer.over-paid`, `transfer.paid-before` … */
export async function enterPayment(store: TransferStore, given: { transferId: string; payment: TransferPayment } & Acting): Entered {
  const found = await standing(store, given.transferId);
  if (!found.ok) return found;
  const problems = paymentProblems(found.value, given.payment);
  return problems.length > 0 ? refuse(problems) : append(store, given.transferId, { kind: 'payment', payment: given.payment }, given);
}

/** Takes a share or a payment back, with a reason; the history keeps it. Refusals: `transfer.share-used`, `plan.no-reason`. */
export async function withdraw(store: TransferStore, given: { transferId: string; id: string; why: string } & Acting): Entered {
  const found = await standing(store, given.transferId);
  if (!found.ok) return found;
  const problems = withdrawalProblems(found.value, given.id, given.why);
  return problems.length > 0
    ? refuse(problems)
    : append(store, given.transferId, { kind: 'withdrawal', id: given.id, why: given.why }, given);
}
