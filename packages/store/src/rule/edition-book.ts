// Editions of rules, their parameters and their steps in PostgreSQL.
import { type EditionBook, editionsKnownAt } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';
import { editionsOf, eventsOf, writerOf } from './edition-rows.ts';
import { loadShipped } from './load-shipped.ts';

/** The book; the first look loads the shipped rules that it does not know yet. */
export const editionBookOf = (db: Kysely<Database>): EditionBook => ({
  async editions(ruleId) {
    await loadShipped(db);
    return editionsOf(db, ruleId);
  },
  async events(ruleId) {
    await loadShipped(db);
    return eventsOf(db, ruleId);
  },
  async all(asKnownAt) {
    await loadShipped(db);
    const editions = await editionsOf(db);
    return asKnownAt === undefined ? editions : editionsKnownAt(editions, await eventsOf(db), asKnownAt);
  },
  async ranInShadow(ruleId, edition) {
    const run = db.selectFrom('shadowRun').select('runId').where('ruleId', '=', ruleId).where('edition', '=', edition);
    return (await run.executeTakeFirst()) !== undefined;
  },
  async change(ruleId, work) {
    await loadShipped(db);
    return db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('rule'), hashtext(${ruleId}))`.execute(trx);
      return work(writerOf(trx, ruleId), await editionsOf(trx, ruleId), await eventsOf(trx, ruleId));
    });
  },
});
