/** Accounts: added, reset, disabled, enabled; everything in the journal. */
import { type Instant, type Issue, isRole, needsProviders, type Outcome, type Role, roles, type UserAccount } from '@hengjian/domain';
import type { JournalStep } from '../journal/ports.ts';
import type { AccountChange, AccountPorts } from './ports.ts';

export interface AccountWish {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly providerNos: readonly string[];
  readonly practitionerNo: string | null;
  readonly personNo?: string | null;
  /** How it was made sure who the insured person is. */
  readonly verified?: string | null;
  readonly password: string;
  /** Of a visitor of a demonstration: keeps the password it was given, and the console stays open to everybody of this machine. */
  readonly visitor?: true;
}

interface By {
  readonly by: string;
  readonly at: Instant;
}

const issue = (code: string, facts: Record<string, unknown> = {}): Issue => ({ code: `account.${code}`, severity: 'error', facts });
const refusal = (code: string, facts: Record<string, unknown> = {}): { ok: false; issues: Issue[] } => ({
  ok: false,
  issues: [issue(code, facts)],
});

/** The first account must be an administrator: from then on everybody logs in. Its password must be changed at the first login. */
export async function addAccount(ports: AccountPorts, wish: AccountWish, { by, at }: By): Promise<Outcome<UserAccount>> {
  const name = wish.name.trim();
  const issues = [...wishIssues(wish), ...passwordIssues(wish.accountId, wish.password, ports)];
  if (issues.length > 0) return { ok: false, issues };
  const first = (await ports.accounts.all()).length === 0;
  if (first && !wish.visitor && !wish.roles.includes('administrator')) return refusal('first-administrator');
  const account: UserAccount = {
    accountId: wish.accountId,
    name,
    roles: wish.roles.filter(isRole),
    providerNos: [...wish.providerNos],
    practitionerNo: wish.practitionerNo,
    personNo: wish.personNo ?? null,
    verified: wish.verified?.trim() || null,
    state: 'active',
    mustChange: !wish.visitor,
    createdAt: at,
  };
  const passwordHash = await ports.passwords.hash(wish.password);
  const facts = { name, roles: account.roles, providerNos: account.providerNos };
  const added = await ports.accounts.add(
    { ...account, passwordHash, createdBy: by },
    step(wish.accountId, 'add', null, 'active', { by, at }, facts),
  );
  return added ? { ok: true, value: account, issues: [] } : refusal('taken', { id: wish.accountId, name });
}

function wishIssues({
  accountId,
  name,
  roles: wished,
  providerNos,
  practitionerNo,
  personNo = null,
  verified = null,
}: AccountWish): Issue[] {
  const issues: Issue[] = [];
  if (!/^[a-z0-9][a-z0-9.-]{1,39}$/.test(accountId)) issues.push(issue('bad-id', { id: accountId }));
  if (name.trim() === '' || [...name].length > 60) issues.push(issue('bad-name'));
  if (wished.length === 0) issues.push(issue('no-role'));
  for (const role of wished) if (!isRole(role)) issues.push(issue('bad-role', { role, known: roles.join('、') }));
  const known: readonly Role[] = wished.filter(isRole);
  if (known.length > 0 && known.some(needsProviders) !== providerNos.length > 0) issues.push(issue('needs-provider'));
  if (known.includes('practitioner') !== (practitionerNo !== null)) issues.push(issue('needs-practitioner'));
  const insured = known.includes('insuredPerson');
  if (insured && known.length > 1) issues.push(issue('person-alone'));
  if (insured !== (personNo !== null) || insured !== Boolean(verified?.trim())) issues.push(issue('needs-person'));
  return issues;
}

const passwordIssues = (accountId: string, password: string, { limits }: AccountPorts): Issue[] =>
  [...password].length < limits.passwordLength || password === accountId
    ? [issue('short-password', { length: limits.passwordLength })]
    : [];

/** A password set by somebody else: the person changes it at the next login; every session ends, a lock is lifted. */
export async function resetPassword(ports: AccountPorts, accountId: string, password: string, by: By): Promise<Outcome<null>> {
  return setPassword(ports, accountId, password, 'reset', by);
}

/** One's own new password. Refusal `account.wrong` where the old one is not right. */
export async function changePassword(
  ports: AccountPorts,
  given: { accountId: string; old: string; password: string },
  by: By,
): Promise<Outcome<null>> {
  const account = await ports.accounts.find(given.accountId);
  if (!account || !(await ports.passwords.verify(account.passwordHash, given.old))) return refusal('wrong');
  if (given.old === given.password) return refusal('short-password', { length: ports.limits.passwordLength });
  return setPassword(ports, given.accountId, given.password, 'changePassword', by);
}

async function setPassword(
  ports: AccountPorts,
  accountId: string,
  password: string,
  action: 'reset' | 'changePassword',
  by: By,
): Promise<Outcome<null>> {
  const account = await ports.accounts.find(accountId);
  if (!account) return refusal('unknown', { id: accountId });
  const issues = passwordIssues(accountId, password, ports);
  if (issues.length > 0) return { ok: false, issues };
  const passwordHash = await ports.passwords.hash(password);
  const change = { passwordHash, mustChange: action === 'reset', failures: 0, lockedUntil: null };
  await ports.accounts.change(accountId, change, step(accountId, action, account.state, account.state, by), true);
  return { ok: true, value: null, issues: [] };
}

/** Its sessions end at once. The last administrator stays. */
export async function disableAccount(ports: AccountPorts, accountId: string, by: By): Promise<Outcome<null>> {
  const administrators = (await ports.accounts.all()).filter((one) => one.state === 'active' && one.roles.includes('administrator'));
  if (administrators.length === 1 && administrators[0]?.accountId === accountId) return refusal('last-administrator');
  return setState(ports, accountId, { state: 'disabled' }, 'disable', by);
}

export const enableAccount = (ports: AccountPorts, accountId: string, by: By): Promise<Outcome<null>> =>
  setState(ports, accountId, { state: 'active', failures: 0, lockedUntil: null }, 'enable', by);

async function setState(
  { accounts }: AccountPorts,
  accountId: string,
  change: AccountChange & { state: UserAccount['state'] },
  action: string,
  by: By,
): Promise<Outcome<null>> {
  const account = await accounts.find(accountId);
  if (!account) return refusal('unknown', { id: accountId });
  await accounts.change(accountId, change, step(accountId, action, account.state, change.state, by), change.state === 'disabled');
  return { ok: true, value: null, issues: [] };
}

function step(
  accountId: string,
  action: string,
  before: string | null,
  after: string,
  { by, at }: By,
  detail?: Record<string, unknown>,
): JournalStep {
  return {
    noun: 'account',
    subjectId: accountId,
    action,
    before,
    after,
    by,
    why: null,
    at,
    ...(detail && { detail }),
    rows: [{ table: 'account/2', key: accountId }],
  };
}
