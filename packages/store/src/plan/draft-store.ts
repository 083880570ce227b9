import type { DraftContent, PlanDraft } from '@hengjian/domain';
import type { DraftStore } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

/** Targets being drawn up; each save is a row of its own. */
export function draftStoreOf(db: Kysely<Database>): DraftStore {
  const lasts = () =>
    db
      .selectFrom('planDraft')
      .distinctOn('draftId')
      .select(['draftId', 'serial', 'content', 'planId', 'savedBy as by', 'savedAt as at'])
      .orderBy('draftId')
      .orderBy('serial', 'desc');
  const whole = (row: { content: DraftContent | null } & Omit<PlanDraft, 'content'>): PlanDraft[] =>
    row.content === null ? [] : [{ ...row, content: row.content }];
  const append = async (row: Pick<PlanDraft, 'draftId' | 'serial' | 'by' | 'at'>, content: DraftContent | null, planId: string | null) => {
    const made = await db
      .insertInto('planDraft')
      .values({
        draftId: row.draftId,
        serial: row.serial,
        content: content === null ? (sql`null` as never) : JSON.stringify(content),
        planId,
        savedBy: row.by,
        savedAt: row.at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('serial')
      .executeTakeFirst();
    return made !== undefined;
  };
  return {
    draft: async (draftId) => (await lasts().where('draftId', '=', draftId).execute()).flatMap(whole)[0],
    open: async () =>
      (await lasts().execute())
        .flatMap(whole)
        .filter(({ planId }) => planId === null)
        .sort((a, b) => b.at - a.at || (a.draftId < b.draftId ? -1 : 1)),
    save: ({ content, planId, ...row }) => append(row, content, planId),
    drop: (row) => append(row, null, null),
  };
}
