// Every route that the server registers names its question, and every question is asked: role × action × state, over real requests.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Action, type Actor, may, permissions, type Role, roles, type UserAccount } from '@hengjian/domain';
import { accountStoreOf, type Home, openHome } from '@hengjian/store';
import { addAccount, tokenHash } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { wallClock } from '../wall-clock.ts';
import { accountPortsOf } from './account-ports.ts';
import { SESSION_COOKIE } from './guard-permissions.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-permissions-'));
let home: Home;
let app: App;
const routes: { method: string; url: string; action: string | undefined }[] = [];

beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({
    home,
    onRoute: ({ method, url, config }) => {
      for (const one of [method].flat()) routes.push({ method: one, url, action: config?.may });
    },
  });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** Anything that stands in for a parameter: whoever may not is refused before it matters. */
const filled = (url: string) => url.replaceAll(/:\w+/g, 'x1');
const api = () => routes.filter(({ url, method }) => url.startsWith('/api/') && method !== 'HEAD');

describe('routes', () => {
  test('each route of the API names a question of the table', () => {
    expect(api().length).toBeGreaterThan(60);
    const known = new Set<string>(permissions.map(({ action }) => action));
    expect(api().filter(({ action }) => action === undefined || !known.has(action))).toEqual([]);
  });
});

describe('who is asked what', () => {
  const cookies = new Map<Role, string>();
  beforeAll(async () => {
    const ports = await accountPortsOf(home, wallClock());
    const quick = { ...ports, passwords: { hash: async (word: string) => word, verify: async () => false } };
    // the administrator first: the first account must be one
    for (const role of ['administrator' as const, ...roles.filter((one) => one !== 'administrator')]) {
      const accountId = `a-${role.toLowerCase()}`;
      const wish = {
        accountId,
        name: role,
        roles: [role],
        providerNos: role === 'insuranceOffice' || role === 'pharmacyManager' ? ['H1'] : [],
        practitionerNo: role === 'practitioner' ? 'D1' : null,
        ...(role === 'insuredPerson' && { personNo: 'P1', verified: '窗口核验身份证' }),
        password: 'a-long-password',
      };
      const added = await addAccount(quick, wish, { by: 'test', at: wallClock() });
      if (!added.ok) throw new Error(JSON.stringify(added.issues));
      await home.db.updateTable('account').set({ mustChange: false }).where('accountId', '=', accountId).execute();
      const token = `token-${role}`;
      await accountStoreOf(home.db).openSession({
        tokenHash: tokenHash(token),
        accountId,
        address: '',
        begunAt: wallClock(),
        endsAt: wallClock() + 3600,
      });
      cookies.set(role, `${SESSION_COOKIE}=${token}`);
    }
  });

  test.each([...roles])('%s: each route answers as the table says', async (role) => {
    const account = await accountStoreOf(home.db).find(`a-${role.toLowerCase()}`);
    const actor: Actor = { kind: 'account', name: role, account: account as UserAccount };
    for (const { method, url, action } of api()) {
      if (url === '/api/session/end') continue; // would log the account out
      const headers = { cookie: cookies.get(role) as string };
      // a body that fits nothing: who may is told so (400, 404, 422 …), and nothing is written
      const payload = method === 'GET' ? {} : { headers: { ...headers, 'content-type': 'application/json' }, payload: '[]' };
      const { statusCode, body } = await app.inject({ method: method as 'GET', url: filled(url), headers, ...payload });
      const refused = statusCode === 401 || (statusCode === 403 && /account\.(forbidden|out-of-scope|no-permission-named)/.test(body));
      const allowed = may(actor, action as Action).ok;
      // a wrong login is 401 to everybody
      if (url === '/api/session' && method === 'POST') continue;
      expect([`${method} ${url}`, role, !refused], body).toEqual([`${method} ${url}`, role, allowed]);
    }
  });

  test('nobody: only what is open to everyone', async () => {
    for (const { method, url, action } of api()) {
      const { statusCode } = await app.inject({ method: method as 'GET', url: filled(url) });
      const open = permissions.find((row) => row.action === action)?.who === 'everyone';
      expect([`${method} ${url}`, statusCode === 401], `${statusCode}`).toEqual([`${method} ${url}`, !open]);
    }
  });

  test('a name in a header is no proof once there is an account', async () => {
    const { statusCode } = await app.inject({ url: '/api/findings', headers: { 'x-operator': 'boss' } });
    expect(statusCode).toBe(401);
  });
});

describe('states and scope', () => {
  const of = (role: Role, more: Partial<UserAccount> = {}): Actor => ({
    kind: 'account',
    name: role,
    account: {
      accountId: role,
      name: role,
      roles: [role],
      providerNos: [],
      practitionerNo: null,
      personNo: null,
      verified: null,
      state: 'active',
      mustChange: false,
      createdAt: 0,
      ...more,
    },
  });
  test('an institution reads its own finding and no other', () => {
    const office = of('insuranceOffice', { providerNos: ['H1'] });
    expect(may(office, 'finding.read', { providerNos: ['H1', 'H2'] }).ok).toBe(true);
    expect(may(office, 'finding.read', { providerNos: ['H2'] })).toEqual({ ok: false, why: 'scope' });
    expect(may(of('reviewer'), 'finding.read', { providerNos: ['H2'] }).ok).toBe(true);
  });
  test('role × action × state: yes exactly where a row says so', () => {
    const actions = new Set(permissions.filter(({ states }) => states).map(({ action }) => action));
    const states = ['no such state', ...new Set(permissions.flatMap((row) => row.states ?? []))];
    let asked = 0;
    for (const action of actions)
      for (const role of roles)
        for (const state of states) {
          asked += 1;
          const rows = permissions.filter((row) => row.action === action && row.states?.includes(state));
          const said = rows.some(({ who }) => typeof who !== 'string' && who.includes(role));
          const actor = of(role, { providerNos: ['H1'], practitionerNo: 'D1' });
          expect([action, role, state, may(actor, action, { state }).ok]).toEqual([action, role, state, said]);
        }
    expect(asked).toBeGreaterThan(1000);
  });
  test('a finding: who reviews may not decide last, the institution answers its own, the system’s steps are nobody’s', () => {
    const office = of('insuranceOffice', { providerNos: ['H1'] });
    expect(may(of('reviewer'), 'finding.uphold', { state: 'suspect' }).ok).toBe(true);
    expect(may(of('reviewer'), 'finding.uphold', { state: 'finalReview' })).toEqual({ ok: false, why: 'role' });
    expect(may(of('reviewer'), 'finding.uphold', { state: 'recovery' })).toEqual({ ok: false, why: 'state' });
    expect(may(office, 'finding.appeal', { state: 'feedback', providerNos: ['H1'] }).ok).toBe(true);
    expect(may(office, 'finding.appeal', { state: 'feedback', providerNos: ['H2'] })).toEqual({ ok: false, why: 'scope' });
    for (const role of roles) expect(may(of(role), 'finding.lapse', { state: 'feedback' }).ok).toBe(false);
  });
  test('before the first account everything may be done by who says a name', () => {
    for (const { action } of permissions) expect(may({ kind: 'declared', name: '王经办' }, action).ok).toBe(true);
  });
});
