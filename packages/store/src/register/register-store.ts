import type { RegisterEntry } from '@hengjian/domain';
import type { RegisterStore } from '@hengjian/workflows';
import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../records/database.ts';

const entryOf = ({ serial: _serial, ...row }: Selectable<Database['registerEntry']>): RegisterEntry => row;

/** All or none, within the caller's transaction; what is there already is left. Answers how many were added. */
export async function appendEntries(trx: Kysely<Database>, entries: readonly RegisterEntry[]): Promise<number> {
  let added = 0;
  // Parameters of one statement are limited to 65,535.
  for (let start = 0; start < entries.length; start += 2000) {
    const rows = entries.slice(start, start + 2000).map((entry) => ({ ...entry, values: JSON.stringify(entry.values) }));
    const inserted = await trx
      .insertInto('registerEntry')
      .values(rows)
      .onConflict((conflict) => conflict.column('entryId').doNothing())
      .returning('entryId')
      .execute();
    added += inserted.length;
  }
  return added;
}

/** Register entries and declarations of completeness; appended only. */
export function registerStoreOf(db: Kysely<Database>): RegisterStore {
  return {
    append: (entries) => db.transaction().execute((trx) => appendEntries(trx, entries)),
    async entries(filter = {}) {
      let query = db.selectFrom('registerEntry').selectAll().orderBy('serial');
      if (filter.registerId) query = query.where('registerId', '=', filter.registerId);
      if (filter.fromDay !== undefined) query = query.where('occurredOn', '>=', filter.fromDay);
      if (filter.toDay !== undefined) query = query.where('occurredOn', '<=', filter.toDay);
      return (await query.execute()).map(entryOf);
    },
    async entry(entryId) {
      const row = await db.selectFrom('registerEntry').selectAll().where('entryId', '=', entryId).executeTakeFirst();
      return row && entryOf(row);
    },
    async replacementOf(entryId) {
      const row = await db.selectFrom('registerEntry').selectAll().where('corrects', '=', entryId).executeTakeFirst();
      return row && entryOf(row);
    },
    async declareComplete(declaration) {
      await db.insertInto('registerCompleteness').values(declaration).execute();
    },
    async completeness() {
      const rows = await db.selectFrom('registerCompleteness').selectAll().orderBy('serial').execute();
      return rows.map(({ serial: _serial, ...row }) => row);
    },
    async lastSerial() {
      const row = await db
        .selectFrom('registerEntry')
        .select((eb) => eb.fn.max('serial').as('last'))
        .executeTakeFirst();
      return Number(row?.last ?? 0);
    },
  };
}
