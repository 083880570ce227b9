// Requests for other contact data, each with its step in the journal.
import type { ContactRequest, ContactState } from '@hengjian/domain';
import type { ContactBook } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

export const contactBookOf = (db: Kysely<Database>): ContactBook => ({
  async nextId() {
    const { rows } = await sql<{ no: string }>`select nextval('contact_request_number') as no`.execute(db);
    return `LX-${String(rows[0]?.no).padStart(6, '0')}`;
  },
  add: (request, step) =>
    db.transaction().execute(async (trx) => {
      const done = await trx
        .insertInto('contactRequest')
        .values(request)
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      const added = (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
      if (added) await appendSteps(trx, [step]);
      return added;
    }),
  change: (requestId, work) =>
    db.transaction().execute(async (trx) => {
      const one = await trx.selectFrom('contactRequest').selectAll().where('requestId', '=', requestId).forUpdate().executeTakeFirst();
      if (!one) return undefined;
      const { write, step, value } = work(one);
      if (write) await trx.updateTable('contactRequest').set(write).where('requestId', '=', requestId).execute();
      if (step) await appendSteps(trx, [step]);
      return value;
    }),
});

/** Requests in a state, those that wait longest first. */
export async function contactRequests(
  db: Kysely<Database>,
  { state, offset, limit }: { state: ContactState | undefined; offset: number; limit: number },
): Promise<{ total: number; rows: ContactRequest[] }> {
  let query = db.selectFrom('contactRequest');
  if (state) query = query.where('state', '=', state);
  const { n } = await query.select(({ fn }) => fn.countAll<string>().as('n')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll()
    .orderBy('askedAt', state === 'asked' ? 'asc' : 'desc')
    .orderBy('requestId')
    .offset(offset)
    .limit(limit)
    .execute();
  return { total: Number(n), rows };
}

export const contactRequest = (db: Kysely<Database>, requestId: string): Promise<ContactRequest | undefined> =>
  db.selectFrom('contactRequest').selectAll().where('requestId', '=', requestId).executeTakeFirst();

/** A person's requests, the newest first. */
export const contactRequestsOf = (db: Kysely<Database>, personNo: string): Promise<ContactRequest[]> =>
  db.selectFrom('contactRequest').selectAll().where('personNo', '=', personNo).orderBy('askedAt', 'desc').execute();
