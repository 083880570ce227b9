// 统一身份认证: the way to the bureau's identity server and back. Where none is set up the page offers nothing.
import { signOn } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { accountPortsOf } from '../account/account-ports.ts';
import { cookieOf, setSession } from '../account/guard-permissions.ts';
import { SIGN_ON_END } from '../account/sign-on.ts';
import type { App } from '../api.ts';
import { languageOf, refuse, said } from '../refusal.ts';
import * as shapes from '../schemas/account.ts';
import type { Services } from '../services.ts';

const TICKET = 'hengjian_sign_on';
/** Lax: the browser comes back from another site. */
const ticketCookie = (ticket: string, seconds: number, secure: boolean) =>
  `${TICKET}=${ticket}; Path=/api/sign-on; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure ? '; Secure' : ''}`;
/** The page says why. */
const backWith = (why: (typeof shapes.signOnRefusals)[number]) => `/?signOn=${why}`;
const ownAddress = (request: FastifyRequest) => `${request.protocol}://${request.headers.host}/`;

export function signOnRoutes(app: App, { home, now, signOn: desk }: Services): void {
  app.get(
    '/api/sign-on',
    { config: { may: 'session.use' }, schema: { querystring: shapes.signOnQuery, response: { 200: shapes.signOn } } },
    async (request) => {
      const { refused } = request.query;
      const issue = refused && said({ code: `account.sign-on-${refused}`, severity: 'error', facts: {} }, languageOf(request));
      return { on: desk !== null, title: desk?.settings.title ?? null, refusal: issue?.message ?? null };
    },
  );
  app.get('/api/sign-on/begin', { config: { may: 'session.use' } }, async (request, reply) => {
    if (!desk) return refuse('account.sign-on-off', {}, 404);
    const begun = await desk.begin(ownAddress(request)).catch((error: Error) => {
      process.stderr.write(`identity server: ${error.message}\n`);
    });
    if (!begun) return reply.redirect(backWith('failed'));
    return reply.header('set-cookie', ticketCookie(begun.ticket, 600, request.protocol === 'https')).redirect(begun.to);
  });
  app.get(`/${SIGN_ON_END}`, { config: { may: 'session.use' } }, async (request, reply) => {
    if (!desk) return refuse('account.sign-on-off', {}, 404);
    void reply.header('set-cookie', ticketCookie('', 0, request.protocol === 'https'));
    const ticket = cookieOf(request, TICKET);
    const person = await desk.end(ticket, request.url.split('?')[1] ?? '').catch((error: Error) => {
      // what the browser brought is not written down: it may hold a code
      process.stderr.write(`identity server: ${error.name}: ${error.message}\n`);
    });
    if (!person) return reply.redirect(backWith('failed'));
    const ports = await accountPortsOf(home, now());
    const { newRole } = desk.settings;
    const outcome = await signOn(ports, { ...person, newRole, address: request.ip, now: now() });
    if (!outcome.ok) {
      const why = shapes.signOnRefusals.find((one) => outcome.issues.some(({ code }) => code === `account.sign-on-${one}`));
      return reply.redirect(backWith(why ?? 'failed'));
    }
    setSession(request, reply, outcome.value.token, ports.limits.sessionHours * 3600);
    return reply.redirect('/');
  });
}
