import type { ScoreRulesStore } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

/** Local rules of scoring; every change is a row. */
export const scoreRulesStoreOf = (db: Kysely<Database>): ScoreRulesStore => ({
  standing: async () =>
    (await db.selectFrom('scoreRules').distinctOn('id').selectAll().orderBy('id').orderBy('serial', 'desc').execute())
      .filter(({ ended }) => !ended)
      .map(({ changes }) => changes),
  async enter(changes, ended, by, at) {
    await db
      .insertInto('scoreRules')
      .values({ id: changes.id, changes: JSON.stringify(changes), ended, enteredBy: by, enteredAt: at })
      .execute();
  },
});
