// What people say about readings: corrections of cells, and what a layout's documents taught.
import type { CellValue, CorrectableField, Instant, ReadingCorrection, ReadingHabit } from '@hengjian/domain';
import type { Kysely } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

/** A habit as it stands, and who taught it. */
export interface TaughtHabit extends ReadingHabit {
  why: string;
  documentId: string | null;
  by: string;
  at: Instant;
}
type Teaching = Omit<TaughtHabit, 'meaning'> & { /** null: to be forgotten. */ meaning: string | null };

export interface ReadingDesk {
  /** In the order they were made. */
  corrections(documentId: string): Promise<ReadingCorrection[]>;
  /** Those in force: the last word on each layout, kind and word. */
  habits(): Promise<TaughtHabit[]>;
  /** Keeps a correction with what it teaches, in one transaction and one step of the journal. Readings made before a habit are made anew. */
  correct(correction: ReadingCorrection, habits: readonly ReadingHabit[]): Promise<void>;
  teach(habit: Teaching): Promise<void>;
}

export const readingDeskOf = (db: Kysely<Database>): ReadingDesk => ({
  async corrections(documentId) {
    const rows = await db.selectFrom('readingCorrection').selectAll().where('documentId', '=', documentId).orderBy('serial').execute();
    return rows.map(({ line, name, changes, why, correctedBy, correctedAt }) => ({
      documentId,
      line,
      name,
      changes: changes as Partial<Record<CorrectableField, CellValue>>,
      why,
      by: correctedBy,
      at: correctedAt,
    }));
  },
  async habits() {
    const rows = await db
      .selectFrom('readingHabit')
      .distinctOn(['layout', 'kind', 'word'])
      .selectAll()
      .orderBy('layout')
      .orderBy('kind')
      .orderBy('word')
      .orderBy('serial', 'desc')
      .execute();
    return rows.flatMap(({ layout, kind, word, meaning, why, documentId, taughtBy, taughtAt }) =>
      meaning === null
        ? []
        : [
            {
              layout,
              kind: kind as ReadingHabit['kind'],
              word,
              meaning,
              why,
              documentId,
              by: taughtBy,
              at: taughtAt,
            } satisfies TaughtHabit,
          ],
    );
  },
  correct: ({ documentId, line, name, changes, why, by, at }, habits) =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('readingCorrection')
        .values({ documentId, line, name, changes: JSON.stringify(changes), why, correctedBy: by, correctedAt: at })
        .execute();
      for (const habit of habits) await keepHabit(trx, { ...habit, why, documentId, by, at });
      const detail = { line, fields: Object.keys(changes), taught: habits.length };
      await appendSteps(trx, [
        { noun: 'document', subjectId: documentId, action: 'correct', before: null, after: null, by, why, at, detail },
      ]);
    }),
  teach: (habit) =>
    db.transaction().execute(async (trx) => {
      await keepHabit(trx, habit);
      const { layout, kind, word, meaning, by, why, at } = habit;
      const action = meaning === null ? 'forget' : 'teach';
      const detail = { layout, kind, word };
      await appendSteps(trx, [
        { noun: 'document', subjectId: habit.documentId ?? '-', action, before: null, after: meaning, by, why, at, detail },
      ]);
    }),
});

/** A habit changes how documents read: what was kept of them is derived, and dropped to be made anew. */
async function keepHabit(trx: Kysely<Database>, { layout, kind, word, meaning, why, documentId, by, at }: Teaching): Promise<void> {
  await trx.insertInto('readingHabit').values({ layout, kind, word, meaning, why, documentId, taughtBy: by, taughtAt: at }).execute();
  await trx.deleteFrom('documentReading').execute();
}
