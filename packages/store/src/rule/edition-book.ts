// Editions of rules, their parameters and their steps in PostgreSQL.
import type { EditionBook } from '@hengjian/workflows';
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
  async all() {
    await loadShipped(db);
    return editionsOf(db);
  },
  ranInShadow: async () => false,
  async change(ruleId, work) {
    await loadShipped(db);
    return db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(hashtext('rule'), hashtext(${ruleId}))`.execute(trx);
      return work(writerOf(trx, ruleId), await editionsOf(trx, ruleId), await eventsOf(trx, ruleId));
    });
  },
});
