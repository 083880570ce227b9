// Kept questions, each with its steps in the journal.
import type { Instant, SavedView } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

/** Those in force, the oldest first. */
export async function savedViews(db: Kysely<Database>): Promise<SavedView[]> {
  const rows = await db.selectFrom('savedView').selectAll().where('endedAt', 'is', null).orderBy('at').orderBy('viewId').execute();
  return rows.map(({ endedBy: _, endedAt: _at, ...view }) => view);
}

export const saveView = (db: Kysely<Database>, wish: Omit<SavedView, 'viewId'>): Promise<SavedView> =>
  db.transaction().execute(async (trx) => {
    const { rows } = await sql<{ no: string }>`select nextval('saved_view_number') as no`.execute(trx);
    const viewId = `V${rows[0]?.no}`;
    const { question, places, ...told } = wish;
    await trx
      .insertInto('savedView')
      .values({ ...told, viewId, question: JSON.stringify(question), places: [...places], endedBy: null, endedAt: null })
      .execute();
    const { by, at, title } = wish;
    const step = { noun: 'savedView', subjectId: viewId, action: 'save', before: null, after: 'kept', by, why: null, at };
    await appendSteps(trx, [{ ...step, detail: { title, places } }]);
    return { ...wish, viewId };
  });

/** False: there is none in force. */
export const endView = (db: Kysely<Database>, viewId: string, by: string, at: Instant): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const done = await trx
      .updateTable('savedView')
      .set({ endedBy: by, endedAt: at })
      .where('viewId', '=', viewId)
      .where('endedAt', 'is', null)
      .executeTakeFirst();
    if (done.numUpdatedRows === 0n) return false;
    await appendSteps(trx, [{ noun: 'savedView', subjectId: viewId, action: 'end', before: 'kept', after: 'ended', by, why: null, at }]);
    return true;
  });
