// 账号: logging in and out, one's own password, and what the administrator does.
import { randomInt } from 'node:crypto';
import { type Actor, accountRoleWords, type Language, permittedActions, roles } from '@hengjian/domain';
import { knowsPerson } from '@hengjian/store';
import { addAccount, changePassword, disableAccount, enableAccount, logIn, resetPassword, tokenHash } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { accountPortsOf } from '../account/account-ports.ts';
import { sessionToken, setSession } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/account.ts';
import type { Services } from '../services.ts';

const named = z.object({ account: z.string() });
const done = z.object({ ok: z.literal(true) });
const DONE = { ok: true as const };

export function accountRoutes(app: App, services: Services): void {
  sessionRoutes(app, services);
  const { home, lake, now } = services;
  const by = (request: FastifyRequest) => ({ by: operatorOf(request), at: now() });
  app.get('/api/accounts', { config: { may: 'account.manage' }, schema: { response: { 200: z.array(shapes.account) } } }, async () =>
    (await (await accountPortsOf(home, now())).accounts.all()).map(({ roles, providerNos, ...account }) => ({
      ...account,
      roles: [...roles],
      providerNos: [...providerNos],
    })),
  );
  app.get('/api/roles', { config: { may: 'account.manage' }, schema: { response: { 200: z.array(shapes.role) } } }, async (request) =>
    roles.map((role) => ({ role, name: accountRoleWords[role][languageOf(request)] })),
  );
  app.post(
    '/api/accounts',
    { config: { may: 'account.manage' }, schema: { body: shapes.newAccount, response: { 200: shapes.firstPassword } } },
    async (request) => {
      const { personNo } = request.body;
      if (personNo !== null && !(await lake.read((connection) => knowsPerson(connection, personNo))))
        refuse('account.unknown-person', { id: personNo }, 422);
      const password = randomPassword();
      taken(await addAccount(await accountPortsOf(home, now()), { ...request.body, password }, by(request)));
      return { password };
    },
  );
  app.post(
    '/api/accounts/:account/password',
    { config: { may: 'account.manage' }, schema: { params: named, response: { 200: shapes.firstPassword } } },
    async (request) => {
      const password = randomPassword();
      taken(await resetPassword(await accountPortsOf(home, now()), request.params.account, password, by(request)));
      return { password };
    },
  );
  for (const [word, take] of [
    ['disabling', disableAccount],
    ['enabling', enableAccount],
  ] as const)
    app.post(
      `/api/accounts/:account/${word}`,
      { config: { may: 'account.manage' }, schema: { params: named, response: { 200: done } } },
      async (request) => {
        taken(await take(await accountPortsOf(home, now()), request.params.account, by(request)));
        return DONE;
      },
    );
}

function sessionRoutes(app: App, { home, now }: Services): void {
  app.get('/api/session', { config: { may: 'session.use' }, schema: { response: { 200: shapes.session } } }, async (request) =>
    sessionOf(request.actor, languageOf(request)),
  );
  app.post(
    '/api/session',
    { config: { may: 'session.use' }, schema: { body: shapes.logIn, response: { 200: shapes.session } } },
    async (request, reply) => {
      const ports = await accountPortsOf(home, now());
      const { account, token } = taken(await logIn(ports, { ...request.body, address: request.ip, now: now() }), 401);
      setSession(request, reply, token, ports.limits.sessionHours * 3600);
      return sessionOf({ kind: 'account', name: account.name, account }, languageOf(request));
    },
  );
  app.post('/api/session/end', { config: { may: 'session.use' }, schema: { response: { 200: done } } }, async (request, reply) => {
    const token = sessionToken(request);
    if (token) await (await accountPortsOf(home, now())).accounts.endSession(tokenHash(token));
    setSession(request, reply, '', 0);
    return DONE;
  });
  // Every session ends with the old password, one's own too: the new one is typed once more.
  app.post(
    '/api/password',
    { config: { may: 'password.change' }, schema: { body: shapes.newPassword, response: { 200: done } } },
    async (request) => {
      const { actor } = request;
      const accountId = actor.kind === 'account' ? actor.account.accountId : '';
      taken(await changePassword(await accountPortsOf(home, now()), { ...request.body, accountId }, { by: actor.name, at: now() }));
      return DONE;
    },
  );
}

function sessionOf(actor: Actor, language: Language): shapes.SessionJson {
  const own = actor.kind === 'account' ? actor.account : null;
  return {
    kind: actor.kind,
    accountId: own?.accountId ?? null,
    name: actor.name,
    roles: [...(own?.roles ?? [])],
    roleNames: (own?.roles ?? []).map((role) => accountRoleWords[role][language]),
    providerNos: [...(own?.providerNos ?? [])],
    practitionerNo: own?.practitionerNo ?? null,
    personNo: own?.personNo ?? null,
    mustChange: own?.mustChange ?? false,
    actions: permittedActions(actor),
  };
}

/** Signs that nobody mistakes for one another. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
/** A first password of 14 random signs: 80 bits. */
export const randomPassword = (): string => Array.from({ length: 14 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
