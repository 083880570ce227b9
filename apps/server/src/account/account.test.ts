// Logging in over a real home: right and wrong passwords, the lock, the first change, disabling, scope, and who looked at what.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Home, journalOf, openHome, setBureauParameter } from '@hengjian/store';
import { addAccount, resetPassword, verifyJournal } from '@hengjian/workflows';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { wallClock } from '../wall-clock.ts';
import { accountPortsOf } from './account-ports.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-account-'));
let home: Home;
let app: App;
const by = () => ({ by: 'test', at: wallClock() });
const FIRST = 'first-password';

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const call = async (method: 'GET' | 'POST', url: string, payload?: object, cookie?: string) => {
  const response = await app.inject({ method, url, ...(payload && { payload }), headers: cookie ? { cookie } : {} });
  return { status: response.statusCode, json: response.json(), cookie: String(response.headers['set-cookie'] ?? '').split(';')[0] };
};
const logIn = (accountId: string, password: string) => call('POST', '/api/session', { accountId, password });
const wish = { accountId: 'admin', name: '李管理', roles: ['administrator'], providerNos: [], practitionerNo: null, password: FIRST };

test('while there is no account everybody of this machine works; the first must be an administrator', async () => {
  expect((await call('GET', '/api/session')).json).toMatchObject({ kind: 'declared', mustChange: false });
  expect((await call('GET', '/api/findings')).status).toBe(200);
  const ports = await accountPortsOf(home, wallClock());
  const refused = await addAccount(ports, { ...wish, roles: ['reviewer'] }, by());
  expect(refused.issues[0]?.code).toBe('account.first-administrator');
  expect((await addAccount(ports, wish, by())).ok).toBe(true);
  expect((await call('GET', '/api/session')).json).toMatchObject({ kind: 'public' });
  expect((await call('GET', '/api/findings')).json.issues[0].code).toBe('account.login-first');
});

test('a wish that does not hold together is refused whole, with every reason', async () => {
  const ports = await accountPortsOf(home, wallClock());
  const refused = await addAccount(
    ports,
    {
      accountId: 'Å',
      name: ' ',
      roles: ['king', 'insuranceOffice', 'practitioner'],
      providerNos: [],
      practitionerNo: null,
      password: 'short',
    },
    by(),
  );
  expect(refused.issues.map(({ code }) => code)).toEqual([
    'account.bad-id',
    'account.bad-name',
    'account.bad-role',
    'account.needs-provider',
    'account.needs-practitioner',
    'account.short-password',
  ]);
  const namesake = await addAccount(ports, { ...wish, accountId: 'other' }, by());
  expect(namesake.issues[0]?.code).toBe('account.taken');
});

test('the first password only opens the way to one’s own', async () => {
  const first = await logIn('ADMIN ', FIRST);
  expect(first.json).toMatchObject({ kind: 'account', name: '李管理', mustChange: true });
  expect((await call('GET', '/api/accounts', undefined, first.cookie)).json.issues[0].code).toBe('account.must-change');
  const change = (old: string, password: string) => call('POST', '/api/password', { old, password }, first.cookie);
  expect((await change('not it', 'my-own-password')).json.issues[0].code).toBe('account.wrong');
  expect((await change(FIRST, 'short')).json.issues[0].code).toBe('account.short-password');
  expect((await change(FIRST, 'my-own-password')).status).toBe(200);
  // the old session ended with the old password
  expect((await call('GET', '/api/accounts', undefined, first.cookie)).status).toBe(401);
  expect((await logIn('admin', FIRST)).json.issues[0].code).toBe('account.wrong');
  const own = await logIn('admin', 'my-own-password');
  expect((await call('GET', '/api/accounts', undefined, own.cookie)).json).toHaveLength(1);
  const kept = await home.db.selectFrom('account').select('passwordHash').executeTakeFirstOrThrow();
  expect(kept.passwordHash).toMatch(/^\$argon2id\$/);
});

test('the cookie is out of reach of scripts and other sites', async () => {
  const response = await app.inject({ method: 'POST', url: '/api/session', payload: { accountId: 'admin', password: 'my-own-password' } });
  expect(response.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/);
  const { tokenHash } = await home.db.selectFrom('accountSession').select('tokenHash').executeTakeFirstOrThrow();
  expect(String(response.headers['set-cookie'])).not.toContain(tokenHash);
});

test('wrong passwords in a row lock, as many as the bureau says, even when they come at once', async () => {
  await setBureauParameter(home.db, {
    name: 'loginFailures',
    region: '*',
    fromDay: null,
    toDay: null,
    value: 3,
    by: 'test',
    why: 'stricter',
    at: wallClock(),
  });
  const tries = await Promise.all([1, 2, 3].map(() => logIn('admin', 'guess')));
  expect(tries.map(({ json }) => json.issues[0].code).sort()).toEqual(['account.locked', 'account.wrong', 'account.wrong']);
  expect((await logIn('admin', 'my-own-password')).json.issues[0].code).toBe('account.locked');
  // who does not exist is told the same as who is wrong
  expect((await logIn('nobody', 'guess')).json.issues[0].code).toBe('account.wrong');
  await resetPassword(await accountPortsOf(home, wallClock()), 'admin', 'another-password', by());
  const again = await logIn('admin', 'another-password');
  expect(again.status).toBe(200);
  await call('POST', '/api/password', { old: 'another-password', password: 'my-own-password' }, again.cookie);
});

test('a disabled account is out at once; the last administrator stays; a session ends when idle', async () => {
  const { cookie } = await logIn('admin', 'my-own-password');
  const made = await call('POST', '/api/accounts', { accountId: 'wang', name: '王初审', roles: ['reviewer'] }, cookie);
  const first = await logIn('wang', made.json.password);
  expect(first.json.roles).toEqual(['reviewer']);
  expect((await call('POST', '/api/accounts/wang/disabling', {}, cookie)).status).toBe(200);
  expect((await call('GET', '/api/session', undefined, first.cookie)).json.kind).toBe('public');
  expect((await logIn('wang', made.json.password)).status).toBe(401);
  expect((await call('POST', '/api/accounts/admin/disabling', {}, cookie)).json.issues[0].code).toBe('account.last-administrator');
  await home.db
    .updateTable('accountSession')
    .set((eb) => ({ seenAt: eb('seenAt', '-', 3601) }))
    .execute();
  expect((await call('GET', '/api/accounts', undefined, cookie)).status).toBe(401);
});

test('every change is in the journal, which tells the first row changed behind the application’s back', async () => {
  const journal = journalOf(home.db);
  const sound = await verifyJournal(journal);
  // two accounts, and the limit of wrong passwords that was set
  expect(sound).toMatchObject({ fault: null, rows: 3 });
  const steps = await journal.after(0, 100);
  expect(steps.map((step) => `${step.subjectId} ${step.action}`)).toEqual([
    'admin add',
    'admin changePassword',
    'loginFailures set',
    'admin lock',
    'admin reset',
    'admin changePassword',
    'wang add',
    'wang disable',
  ]);
  // a row of a sealed table
  await sql`update account set roles = '{administrator,auditor}' where account_id = 'wang'`.execute(home.db);
  expect((await verifyJournal(journal)).fault).toMatchObject({ kind: 'row-changed', table: 'account', key: 'wang', step: { serial: 8 } });
  await sql`update account set roles = '{reviewer}' where account_id = 'wang'`.execute(home.db);
  expect((await verifyJournal(journal)).fault).toBeNull();
  // the database itself refuses to change a step
  await expect(sql`update journal set by = '别人' where serial = 4`.execute(home.db)).rejects.toThrow('append-only');
  const behind = (change: ReturnType<typeof sql>) =>
    home.db.transaction().execute(async (trx) => {
      await sql`alter table journal disable trigger append_only`.execute(trx);
      await change.execute(trx);
      await sql`alter table journal enable trigger append_only`.execute(trx);
    });
  await behind(sql`update journal set by = '别人' where serial = 4`);
  expect((await verifyJournal(journal)).fault).toMatchObject({ kind: 'step-changed', serial: 4 });
  await behind(sql`update journal set by = '李管理' where serial = 4`);
  expect((await verifyJournal(journal)).fault).toBeNull();
  await behind(sql`delete from journal where serial = 5`);
  expect((await verifyJournal(journal)).fault).toEqual({ kind: 'steps-missing', serial: 6 });
  await behind(sql`delete from journal where serial > 4`);
  expect((await verifyJournal(journal)).fault).toEqual({ kind: 'end-differs', serial: 4 });
  // even where the head was rewritten too: a row that is not as its last step left it, and an end noted down elsewhere, tell
  await sql`update journal_head set serial = 4, hash = (select hash from journal where serial = 4)`.execute(home.db);
  expect((await verifyJournal(journal)).fault).toMatchObject({ kind: 'row-changed', key: 'admin', step: { serial: 2 } });
  expect((await verifyJournal(journal, sound.head)).fault).toEqual({ kind: 'noted-head-differs', serial: 8 });
});
