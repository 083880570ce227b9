/** The one hook that asks, before every route of the API, whether who acts may do it. */
import { type Action, may, permissions } from '@hengjian/domain';
import { accountStoreOf } from '@hengjian/store';
import { tokenHash } from '@hengjian/workflows';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../api.ts';
import { declaredName } from '../operator.ts';
import { languageOf, refuse } from '../refusal.ts';
import type { Services } from '../services.ts';
import { accountPortsOf } from './account-ports.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The question of domain/account/permissions.ts that is asked before this route. */
    may?: Action;
  }
}

export const SESSION_COOKIE = 'hengjian_session';

/** A cookie as the browser sent it. */
export function cookieOf(request: FastifyRequest, wanted: string): string | null {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === wanted && value) return value;
  }
  return null;
}

/** The session's token as the browser sent it. */
export const sessionToken = (request: FastifyRequest): string | null => cookieOf(request, SESSION_COOKIE);

/** Not for scripts of the page, not for other sites; only over TLS where the browser came so. */
export function setSession(request: FastifyRequest, reply: FastifyReply, token: string, seconds: number): void {
  const secure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : '';
  void reply.header('set-cookie', `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure}`);
}

/** Actions that an account may take while its password was set by somebody else. */
const BEFORE_CHANGE: readonly Action[] = ['session.use', 'password.change', 'health.read'];

export function guardPermissions(app: App, { home, now }: Pick<Services, 'home' | 'now'>): void {
  const accounts = accountStoreOf(home.db);
  let known = { at: Number.NEGATIVE_INFINITY, seconds: 0 };
  const idleSeconds = async (at: number) => {
    if (at - known.at > 60) known = { at, seconds: (await accountPortsOf(home, at)).limits.sessionIdleMinutes * 60 };
    return known.seconds;
  };
  // set for every request below, before anything reads it
  app.decorateRequest('actor', null as never);
  app.addHook('onRequest', async (request) => {
    request.actor = { kind: 'public', name: '公众' };
    const { may: action } = request.routeOptions.config;
    // Pages and the national interface have doors of their own; what is no route at all is answered 404.
    if (request.is404 || !request.routeOptions.url?.startsWith('/api/')) return;
    if (!action) refuse('account.no-permission-named', { path: request.routeOptions.url }, 403);
    const token = sessionToken(request);
    const { governed, account } = await accounts.standing(token && tokenHash(token), now(), await idleSeconds(now()));
    if (account) request.actor = { kind: 'account', name: account.name, account };
    else if (!governed) request.actor = { kind: 'declared', name: declaredName(request) };
    const permit = may(request.actor, action);
    if (!permit.ok) deny(request, action, permit.why);
    if (account?.mustChange && !BEFORE_CHANGE.includes(action)) refuse('account.must-change', {}, 403);
  });
}

/** Ends the request: 401 for who is not logged in, 403 for who may not. */
export function deny(request: FastifyRequest, action: Action, why: 'login' | 'role' | 'state' | 'scope'): never {
  const words = permissions.find((row) => row.action === action)?.[languageOf(request)] ?? action;
  if (why === 'login') refuse('account.login-first', {}, 401);
  if (why === 'scope') refuse('account.out-of-scope', {}, 403);
  refuse(why === 'state' ? 'account.wrong-state' : 'account.forbidden', { action: words }, why === 'state' ? 409 : 403);
}

/** For a route whose subject is known only after reading it: the same question with its state and institutions. */
export function demand(request: FastifyRequest, action: Action, subject: Parameters<typeof may>[2]): void {
  const permit = may(request.actor, action, subject);
  if (!permit.ok) deny(request, action, permit.why);
}
