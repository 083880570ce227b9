import type { FastifyRequest } from 'fastify';
import { operatorOf } from './operator.ts';
import type { Services } from './services.ts';

/** Writes down that personal numbers are about to be shown: before they are, and without the numbers themselves. */
export async function recordAccess(
  { home, now }: Pick<Services, 'home' | 'now'>,
  request: FastifyRequest,
  purpose: 'view' | 'export',
  subject: string,
): Promise<void> {
  await home.db
    .insertInto('personalDataAccess')
    .values({ at: now(), operator: operatorOf(request), address: request.ip, purpose, subject })
    .execute();
}
