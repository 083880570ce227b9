import type { FastifyRequest } from 'fastify';

/** Who acts, as the console says (percent-encoded): there are no accounts yet, so it is a statement, not a proof. */
export function operatorOf(request: FastifyRequest): string {
  const header = request.headers['x-operator'];
  if (typeof header !== 'string' || header === '') return '控制台';
  try {
    return decodeURIComponent(header).slice(0, 60);
  } catch {
    return '控制台';
  }
}
