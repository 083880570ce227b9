// Signing on by an identity server: a small one on loopback that proves PKCE, secret, redirect and single use of its codes itself, and
// lies when it is told to. A browser's part is played by following redirects with the cookies it was given.
import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { type Home, journalOf, openHome } from '@hengjian/store';
import { addAccount, disableAccount, verifyJournal } from '@hengjian/workflows';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { wallClock } from '../wall-clock.ts';
import { accountPortsOf } from './account-ports.ts';
import { signOnSettings } from './sign-on-settings.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-sign-on-'));
const [own, foreign] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 })) as [Pair, Pair];
type Pair = { publicKey: KeyObject; privateKey: KeyObject };
const SECRET = 'a secret/with+signs';
const PUBLIC = 'https://yb.example.invalid/';
const LOCAL = 'my-own-password';

/** Whom it knows as signed in, and the lie it is to tell. */
const identity = { user: 'li', name: '李某', lie: '' as '' | 'nonce' | 'key' | 'audience' | 'late' };
const given: { code: string; challenge: string; redirect: string; nonce: string }[] = [];
let provider: Server;
let issuer: string;
let home: Home;
const apps: App[] = [];

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
function identityToken(nonce: string): string {
  const seconds = Math.floor(Date.now() / 1000) - (identity.lie === 'late' ? 7200 : 0);
  const claims = {
    iss: issuer,
    sub: `s-${identity.user}`,
    aud: identity.lie === 'audience' ? 'somebody-else' : 'hengjian',
    iat: seconds,
    exp: seconds + 300,
    nonce: identity.lie === 'nonce' ? 'another' : nonce,
    preferred_username: identity.user,
    name: identity.name,
  };
  const signed = `${part({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${part(claims)}`;
  const key = identity.lie === 'key' ? foreign.privateKey : own.privateKey;
  return `${signed}.${createSign('RSA-SHA256').update(signed).sign(key).toString('base64url')}`;
}

/** The token endpoint's own checks (RFC 6749, RFC 7636): refuses with 400. */
function tokensFor(form: URLSearchParams): object | undefined {
  const at = given.findIndex(({ code }) => code === form.get('code'));
  const [one] = at < 0 ? [] : given.splice(at, 1);
  const verifier = form.get('code_verifier') ?? '';
  const proved =
    one !== undefined &&
    createHash('sha256').update(verifier).digest('base64url') === one.challenge &&
    form.get('redirect_uri') === one.redirect &&
    form.get('client_id') === 'hengjian' &&
    form.get('client_secret') === SECRET;
  return proved ? { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: identityToken(one.nonce) } : undefined;
}

beforeAll(async () => {
  provider = createServer((request, response) => {
    const url = new URL(request.url ?? '/', issuer);
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    if (url.pathname === '/.well-known/openid-configuration')
      return void answer(200, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/keys')
      return void answer(200, { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }] });
    if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? '';
      const code = randomBytes(12).toString('hex');
      given.push({ code, challenge: asked('code_challenge'), redirect: asked('redirect_uri'), nonce: asked('nonce') });
      const back = new URL(asked('redirect_uri'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked('state'));
      return void response.writeHead(302, { location: back.href }).end();
    }
    let body = '';
    request.on('data', (chunk) => {
      body += chunk;
    });
    request.on('end', () => {
      const tokens = tokensFor(new URLSearchParams(body));
      answer(tokens ? 200 : 400, tokens ?? { error: 'invalid_grant' });
    });
  });
  await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
  home = await openHome(path.join(scratch, 'home'));
  const ports = await accountPortsOf(home, wallClock());
  for (const [accountId, name, role] of [
    ['admin', '管理员甲', 'administrator'],
    ['li', '李某', 'reviewer'],
    ['gone', '离职者', 'reviewer'],
  ] as const) {
    const wish = { accountId, name, roles: [role], providerNos: [], practitionerNo: null, password: LOCAL };
    expect((await addAccount(ports, wish, { by: 'test', at: wallClock() })).ok).toBe(true);
  }
  await disableAccount(ports, 'gone', { by: 'test', at: wallClock() });
});
afterAll(async () => {
  for (const app of apps) await app.close();
  provider?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});
beforeEach(() => Object.assign(identity, { user: 'li', name: '李某', lie: '' }));

const environment = (more: Record<string, string> = {}) => {
  const file = path.join(scratch, 'secret');
  writeFileSync(file, `${SECRET}\n`);
  return {
    HENGJIAN_OIDC_ISSUER: issuer,
    HENGJIAN_OIDC_CLIENT_ID: 'hengjian',
    HENGJIAN_OIDC_CLIENT_SECRET_FILE: file,
    HENGJIAN_PUBLIC_ADDRESS: PUBLIC.slice(0, -1),
    ...more,
  };
};
const started = async (env: Record<string, string>): Promise<App> => {
  const app = await createApp({ home, signOn: signOnSettings(env) });
  apps.push(app);
  return app;
};
const cookies = (headers: Record<string, unknown>): string =>
  [headers['set-cookie'] ?? []]
    .flat()
    .map((one) => String(one).split(';')[0])
    .join('; ');
const at = (location: unknown) => String(location).replace(PUBLIC, '/');
/** Begins, goes to the identity server, and brings back what it says: the address and the ticket. */
async function brought(app: App): Promise<{ url: string; cookie: string }> {
  const begun = await app.inject({ url: '/api/sign-on/begin' });
  expect(begun.statusCode).toBe(302);
  const there = await fetch(String(begun.headers.location), { redirect: 'manual' });
  return { url: at(there.headers.get('location')), cookie: cookies(begun.headers) };
}
const signedOn = async (app: App) => {
  const { url, cookie } = await brought(app);
  const back = await app.inject({ url, headers: { cookie } });
  return { to: back.headers.location, cookie: cookies(back.headers) };
};
const whoIs = async (app: App, cookie: string) => (await app.inject({ url: '/api/session', headers: { cookie } })).json();

test('an account that is there signs on; the password that somebody else had set for it opens no more', async () => {
  const app = await started(environment());
  expect((await app.inject({ url: '/api/sign-on' })).json()).toEqual({ on: true, title: null, refusal: null });
  const { to, cookie } = await signedOn(app);
  expect(to).toBe('/');
  expect(await whoIs(app, cookie)).toMatchObject({ kind: 'account', accountId: 'li', name: '李某', mustChange: false });
  expect((await app.inject({ url: '/api/findings', headers: { cookie } })).statusCode).toBe(200);
  const local = (accountId: string) => app.inject({ method: 'POST', url: '/api/session', payload: { accountId, password: LOCAL } });
  expect((await local('li')).statusCode).toBe(401);
  // the local door stays for the others
  expect((await local('admin')).statusCode).toBe(200);
  expect((await verifyJournal(journalOf(home.db))).fault).toBeNull();
});

test('who has no account here, or a disabled one, is told so and not let in', async () => {
  const app = await started(environment());
  for (const [user, why, sentence] of [
    ['nobody', 'unknown', '请管理员先增加账号'],
    ['gone', 'disabled', '已停用'],
  ] as const) {
    identity.user = user;
    const { to, cookie } = await signedOn(app);
    expect(to).toBe(`/?signOn=${why}`);
    expect(await whoIs(app, cookie)).toMatchObject({ kind: 'public' });
    expect((await app.inject({ url: `/api/sign-on?refused=${why}` })).json().refusal).toContain(sentence);
  }
});

test('an answer counts once, for the browser that asked, with its own state', async () => {
  const app = await started(environment());
  const refused = async (url: string, cookie: string) => {
    const back = await app.inject({ url, headers: { cookie } });
    expect([back.headers.location, cookies(back.headers).includes('hengjian_session')]).toEqual(['/?signOn=failed', false]);
  };
  const one = await brought(app);
  await refused(one.url, '');
  await refused(one.url, 'hengjian_sign_on=another');
  expect((await app.inject({ url: one.url, headers: { cookie: one.cookie } })).headers.location).toBe('/');
  await refused(one.url, one.cookie);
  const two = await brought(app);
  await refused(two.url.replace(/state=[^&]+/, 'state=another'), two.cookie);
  const [mine, theirs] = [await brought(app), await brought(app)];
  await refused(theirs.url, mine.cookie);
  const denied = await brought(app);
  await refused(denied.url.replace(/code=[^&]+/, 'error=access_denied'), denied.cookie);
});

test('a token with another nonce, key, audience or time is not believed', async () => {
  const app = await started(environment());
  for (const lie of ['nonce', 'key', 'audience', 'late'] as const) {
    identity.lie = lie;
    const { to, cookie } = await signedOn(app);
    expect([lie, to, cookie.includes('hengjian_session')]).toEqual([lie, '/?signOn=failed', false]);
  }
});

test('accounts are added at their first sign-on only where a role is set for them', async () => {
  const app = await started(environment({ HENGJIAN_OIDC_NEW_ROLE: 'reviewer', HENGJIAN_OIDC_TITLE: '政务云账号' }));
  Object.assign(identity, { user: 'Zhao', name: '赵某' });
  const { cookie } = await signedOn(app);
  expect(await whoIs(app, cookie)).toMatchObject({ accountId: 'zhao', name: '赵某', roles: ['reviewer'], mustChange: false });
  expect((await app.inject({ url: '/api/sign-on' })).json().title).toBe('政务云账号');
});

test('without settings there is no such door; half a setting does not start', async () => {
  const app = await started({});
  expect((await app.inject({ url: '/api/sign-on' })).json()).toMatchObject({ on: false });
  expect((await app.inject({ url: '/api/sign-on/begin' })).statusCode).toBe(404);
  const { HENGJIAN_OIDC_CLIENT_ID: _, ...half } = environment();
  expect(() => signOnSettings(half)).toThrow('HENGJIAN_OIDC_CLIENT_ID');
  expect(() => signOnSettings(environment({ HENGJIAN_OIDC_ISSUER: 'http://id.example.invalid' }))).toThrow('https://');
  expect(() => signOnSettings(environment({ HENGJIAN_OIDC_NEW_ROLE: 'administrator' }))).toThrow('administrator');
});

test('an identity server that is not there leaves the page with a sentence', async () => {
  const app = await started(environment({ HENGJIAN_OIDC_ISSUER: 'http://127.0.0.1:9' }));
  expect((await app.inject({ url: '/api/sign-on/begin' })).headers.location).toBe('/?signOn=failed');
});
