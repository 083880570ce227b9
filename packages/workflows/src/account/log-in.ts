/** Logging in and out. Wrong passwords in a row lock an account for a while; nothing tells a stranger which accounts exist. */
import { createHash, randomBytes } from 'node:crypto';
import { formatInstant, type Instant, type Outcome, type UserAccount } from '@hengjian/domain';
import type { AccountPorts, KeptAccount } from './ports.ts';

export interface LogInWish {
  readonly accountId: string;
  readonly password: string;
  readonly address: string;
  readonly now: Instant;
}

export interface LoggedIn {
  readonly account: UserAccount;
  /** What the browser keeps; we keep its hash only. */
  readonly token: string;
  readonly endsAt: Instant;
}

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Verified where the account is not known, so that the answer takes as long. Made once a process, of a word nobody knows. */
let nobody: Promise<string> | undefined;

export async function logIn(ports: AccountPorts, { accountId, password, address, now }: LogInWish): Promise<Outcome<LoggedIn>> {
  const { accounts, passwords } = ports;
  const account = await accounts.find(accountId.trim().toLowerCase());
  if (account && account.lockedUntil !== null && account.lockedUntil > now) return locked(account.lockedUntil);
  nobody ??= passwords.hash(randomBytes(16).toString('hex'));
  const right = await passwords.verify(account?.passwordHash ?? (await nobody), password);
  if (!account) return wrong;
  if (!right || account.state !== 'active') return failed(ports, account, now);
  if (account.failures > 0) await accounts.clearFailures(account.accountId);
  return { ok: true, value: await openSessionOf(ports, account, address, now), issues: [] };
}

/** A session of somebody who has proved who it is. */
export async function openSessionOf(
  { accounts, limits }: AccountPorts,
  account: UserAccount,
  address: string,
  now: Instant,
): Promise<LoggedIn> {
  const token = randomBytes(32).toString('base64url');
  const endsAt = now + limits.sessionHours * 3600;
  await accounts.openSession({ tokenHash: tokenHash(token), accountId: account.accountId, address, begunAt: now, endsAt });
  return { account, token, endsAt };
}

const wrong: Outcome<never> = { ok: false, issues: [{ code: 'account.wrong', severity: 'error', facts: {} }] };
const locked = (until: Instant): Outcome<never> => ({
  ok: false,
  issues: [{ code: 'account.locked', severity: 'error', facts: { until: formatInstant(until) } }],
});

async function failed({ accounts, limits }: AccountPorts, account: KeptAccount, now: Instant): Promise<Outcome<never>> {
  const failures = await accounts.countFailure(account.accountId);
  if (failures < limits.loginFailures) return wrong;
  const lockedUntil = now + limits.lockMinutes * 60;
  await accounts.change(account.accountId, { failures: 0, lockedUntil }, step(account, 'lock', now), false);
  return locked(lockedUntil);
}

const step = (account: KeptAccount, action: string, at: Instant) => ({
  noun: 'account',
  subjectId: account.accountId,
  action,
  before: account.state,
  after: account.state,
  by: account.name,
  why: null,
  at,
});
