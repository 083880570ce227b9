/**
 * There are no accounts yet, so the server must not be steered by other sites: writes come from our own page (or from a program
 * that is no browser), and while only this machine may reach us, only under its own names (DNS rebinding).
 */
import type { App } from './api.ts';
import { refuse } from './refusal.ts';

const LOCAL = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;

export function guardOrigins(app: App, loopbackOnly: boolean): void {
  app.addHook('onRequest', async (request) => {
    if (loopbackOnly && !LOCAL.test(request.headers.host ?? '')) refuse('server.foreign-host', { host: request.headers.host ?? '' }, 403);
    const site = request.headers['sec-fetch-site'];
    if (request.method !== 'GET' && request.method !== 'HEAD' && site !== undefined && site !== 'same-origin')
      refuse('server.foreign-site', {}, 403);
  });
}

/** Everything the page needs stands on this server; styles are inserted by the component library. */
export function secureHeaders(app: App): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.header(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; frame-ancestors 'none'",
    );
    reply.header('x-content-type-options', 'nosniff');
    reply.header('referrer-policy', 'no-referrer');
  });
}
