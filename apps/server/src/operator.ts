import type { Actor } from '@hengjian/domain';
import type { FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who acts; set by the hook of account/guard-permissions.ts before any route. */
    actor: Actor;
  }
}

/** Who says they act, percent-encoded, while there are no accounts: a statement, not a proof. */
export function declaredName(request: FastifyRequest): string {
  const header = request.headers['x-operator'];
  if (typeof header !== 'string' || header === '') return '控制台';
  try {
    return decodeURIComponent(header).slice(0, 60);
  } catch {
    return '控制台';
  }
}

/** Name to write beside what is done: of the account; while there are none, the name stated in the form, else in the bar. */
export const operatorOf = ({ actor }: FastifyRequest, stated?: string): string =>
  actor.kind === 'declared' ? (stated ?? actor.name) : actor.name;
