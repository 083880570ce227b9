import type { ScoreRulesStore, ScoringPorts } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';
import { bureauRegion } from '../rule/decision-book.ts';
import { planStoreOf } from './plan-store.ts';

/** Local rules of scoring; every change is a row. */
export const scoreRulesStoreOf = (db: Kysely<Database>): ScoreRulesStore => ({
  region: () => bureauRegion(db),
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

export const scoringOf = (db: Kysely<Database>): ScoringPorts => ({ plans: planStoreOf(db), rules: scoreRulesStoreOf(db) });
