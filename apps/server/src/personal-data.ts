import { recordPersonalDataAccess } from '@hengjian/store';
import type { FastifyRequest } from 'fastify';
import { operatorOf } from './operator.ts';
import { refuse } from './refusal.ts';
import type { Services } from './services.ts';

/**
 * Writes down that personal data is about to be shown: before it is, who, whose, when and why, without the data itself. Refused where
 * nobody says why.
 */
export async function recordAccess(
  { home, now }: Pick<Services, 'home' | 'now'>,
  request: FastifyRequest,
  { purpose, subject, why }: { purpose: 'view' | 'export'; subject: string; why: string | undefined },
): Promise<void> {
  const { actor } = request;
  const reason = why?.trim().slice(0, 200) ?? '';
  if (reason.length < 2) refuse('account.why', {}, 422);
  const accountId = actor.kind === 'account' ? actor.account.accountId : null;
  await recordPersonalDataAccess(home.db, {
    at: now(),
    operator: operatorOf(request),
    accountId,
    address: request.ip,
    purpose,
    subject,
    why: reason,
  });
}
