// Accounts and their sessions.
import type { Role, UserAccount } from '@hengjian/domain';
import type { AccountStore, KeptAccount } from '@hengjian/workflows';
import { type Kysely, type Selectable, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

type Row = Selectable<Database['account']>;

const accountOf = (row: Row): UserAccount => ({
  accountId: row.accountId,
  name: row.name,
  roles: row.roles as Role[],
  providerNos: row.providerNos,
  practitionerNo: row.practitionerNo,
  personNo: row.personNo,
  verified: row.verified,
  state: row.state,
  mustChange: row.mustChange,
  createdAt: row.createdAt,
});
const keptOf = (row: Row): KeptAccount => ({
  ...accountOf(row),
  passwordHash: row.passwordHash,
  failures: row.failures,
  lockedUntil: row.lockedUntil,
});

export const accountStoreOf = (db: Kysely<Database>): AccountStore => ({
  all: async () => (await db.selectFrom('account').selectAll().orderBy('accountId').execute()).map(accountOf),
  async find(accountId) {
    const row = await db.selectFrom('account').selectAll().where('accountId', '=', accountId).executeTakeFirst();
    return row && keptOf(row);
  },
  add: ({ roles, providerNos, ...account }, step) =>
    db.transaction().execute(async (trx) => {
      const done = await trx
        .insertInto('account')
        .values({ ...account, roles: [...roles], providerNos: [...providerNos], lockedUntil: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      const added = (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
      if (added) await appendSteps(trx, [step]);
      return added;
    }),
  change: (accountId, change, step, endSessions) =>
    db.transaction().execute(async (trx) => {
      await trx.updateTable('account').set(change).where('accountId', '=', accountId).execute();
      if (endSessions) await trx.deleteFrom('accountSession').where('accountId', '=', accountId).execute();
      await appendSteps(trx, [step]);
    }),
  async countFailure(accountId) {
    const row = await db
      .updateTable('account')
      .set((eb) => ({ failures: eb('failures', '+', 1) }))
      .where('accountId', '=', accountId)
      .returning('failures')
      .executeTakeFirst();
    return row?.failures ?? 0;
  },
  clearFailures: async (accountId) =>
    void (await db.updateTable('account').set({ failures: 0, lockedUntil: null }).where('accountId', '=', accountId).execute()),
  async openSession(session) {
    await db.deleteFrom('accountSession').where('endsAt', '<', session.begunAt).execute();
    await db
      .insertInto('accountSession')
      .values({ ...session, seenAt: session.begunAt })
      .execute();
  },
  endSession: async (tokenHash) => void (await db.deleteFrom('accountSession').where('tokenHash', '=', tokenHash).execute()),
  async standing(tokenHash, now, idleSeconds) {
    if (tokenHash === null) {
      const { rows } = await sql<{ any: boolean }>`select exists (select 1 from account where 'administrator' = any(roles)) as any`.execute(
        db,
      );
      return { governed: rows[0]?.any === true, account: null };
    }
    const account = await db
      .selectFrom('accountSession as s')
      .innerJoin('account as a', 'a.accountId', 's.accountId')
      .selectAll('a')
      .select('s.seenAt')
      .where('s.tokenHash', '=', tokenHash)
      .where('a.state', '=', 'active')
      .where('s.endsAt', '>', now)
      .where('s.seenAt', '>', now - idleSeconds)
      .executeTakeFirst();
    if (!account) return { ...(await this.standing(null, now, idleSeconds)) };
    // Once a minute is exact enough for a session that ends by the hour.
    if (account.seenAt < now - 60) await db.updateTable('accountSession').set({ seenAt: now }).where('tokenHash', '=', tokenHash).execute();
    return { governed: true, account: accountOf(account) };
  },
});
