// Exemptions in PostgreSQL: rows that are added and ended, never changed.
import type { ExemptionBook, ExemptionRow } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

const LATER = Number.MAX_SAFE_INTEGER;

export const exemptionBookOf = (db: Kysely<Database>): ExemptionBook => ({
  async rows(asKnownAt = LATER) {
    const rows = await db.selectFrom('exemption').selectAll().where('at', '<=', asKnownAt).orderBy('at').orderBy('exemptionId').execute();
    const ends = await db
      .selectFrom('exemptionEnd')
      .select(['exemptionId', 'toDay'])
      .where('at', '<=', asKnownAt)
      .orderBy('serial')
      .execute();
    const ended = new Map(ends.map((end) => [end.exemptionId, end.toDay]));
    return rows.map(
      ({ fromDay, toDay, ...row }) =>
        ({
          ...row,
          condition: row.condition as ExemptionRow['condition'],
          from: fromDay,
          to: ended.get(row.exemptionId) ?? toDay,
        }) as ExemptionRow,
    );
  },
  async add({ from, to, condition, ruleIds, ...row }) {
    await db
      .insertInto('exemption')
      .values({ ...row, ruleIds: ruleIds && [...ruleIds], condition: JSON.stringify(condition), fromDay: from, toDay: to })
      .execute();
  },
  async end({ exemptionId, to, by, why, at }) {
    await db.insertInto('exemptionEnd').values({ exemptionId, toDay: to, by, why, at }).execute();
  },
});

/** How often each exemption kept something from being said in answers to institutions, by its id among a rule's exemptions. */
export async function exemptedInCalls(db: Kysely<Database>): Promise<ReadonlyMap<string, number>> {
  const rows = await db
    .selectFrom('callExemption')
    .select(['exemptionId', (eb) => eb.fn.sum<string>('times').as('times')])
    .groupBy('exemptionId')
    .execute();
  return new Map(rows.map(({ exemptionId, times }) => [exemptionId, Number(times)]));
}
