/** Signing in by the bureau's own identity server, which has proved who it is: only the account is looked for here. */
import { randomBytes } from 'node:crypto';
import { type Instant, type Issue, isRole, type Outcome, type Role } from '@hengjian/domain';
import { addAccount } from './accounts.ts';
import { type LoggedIn, openSessionOf } from './log-in.ts';
import type { AccountPorts } from './ports.ts';

export interface SignOnWish {
  /** What the identity server calls the account. */
  readonly accountId: string;
  /** The person's name there; needed only where an account is added. */
  readonly name: string | null;
  /** Role of accounts that are added at their first sign-on; null: only accounts that are there sign on. */
  readonly newRole: string | null;
  readonly address: string;
  readonly now: Instant;
}

const refusal = (code: string): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [{ code: `account.${code}`, severity: 'error', facts: {} }],
});
/** A password that nobody knows. */
const unknownPassword = () => randomBytes(32).toString('base64url');

/**
 * Opens a session of the account. Refusals `account.sign-on-unknown`, `account.sign-on-disabled`, or why a new account cannot be added.
 * A password that somebody else had set is replaced by one that nobody knows: it was to be changed at the first login, which this is.
 */
export async function signOn(ports: AccountPorts, { accountId, name, newRole, address, now }: SignOnWish): Promise<Outcome<LoggedIn>> {
  const id = accountId.trim().toLowerCase();
  let account = await ports.accounts.find(id);
  if (!account && newRole !== null) {
    const added = await addAccount(ports, newAccount(id, name ?? '', newRole), { by: '统一身份认证', at: now });
    if (!added.ok) return added;
    account = await ports.accounts.find(id);
  }
  if (!account) return refusal('sign-on-unknown');
  if (account.state !== 'active') return refusal('sign-on-disabled');
  if (account.mustChange) {
    const passwordHash = await ports.passwords.hash(unknownPassword());
    const { state, name: by } = account;
    const rows = [{ table: 'account/2', key: id }];
    const step = { noun: 'account', subjectId: id, action: 'signOn', before: state, after: state, by, why: null, at: now, rows };
    await ports.accounts.change(id, { passwordHash, mustChange: false }, step, true);
    account = { ...account, mustChange: false };
  }
  return { ok: true, value: await openSessionOf(ports, account, address, now), issues: [] };
}

const newAccount = (accountId: string, name: string, role: string) => ({
  accountId,
  name: name || accountId,
  roles: [role],
  providerNos: [],
  practitionerNo: null,
  password: unknownPassword(),
});

/** Roles that say enough about a person alone: neither institutions nor a practitioner's number are needed beside them. */
export const isPlainRole = (role: string): role is Role =>
  isRole(role) && !['insuranceOffice', 'pharmacyManager', 'practitioner', 'administrator'].includes(role);
