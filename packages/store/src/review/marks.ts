// Marks: per rule and stretch of days, the version of the lake that its findings stand for.
import { type Coverage, type Mark, marksAfter } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';

/** All marks, by rule and day. */
export async function readMarks(db: Kysely<Database>): Promise<Mark[]> {
  const rows = await db.selectFrom('reviewMark').selectAll().orderBy('ruleId').orderBy('fromDay').execute();
  return rows.map(({ fromDay: from, toDay: to, ...mark }) => ({ ...mark, from, to }));
}

/** Sets the marks of a run in its transaction: they stand or fall with its findings. */
export async function setMarks(db: Kysely<Database>, runId: string, { period, lakeVersion, signatures }: Coverage): Promise<void> {
  const rules = [...signatures.keys()];
  if (rules.length === 0) return;
  const before = (await readMarks(db)).filter(({ ruleId }) => signatures.has(ruleId)) as (Mark & { runId: string })[];
  const after = rules.flatMap((ruleId) =>
    marksAfter(
      before.filter((mark) => mark.ruleId === ruleId),
      { ...period, ruleId, lakeVersion, signature: signatures.get(ruleId) as string },
    ),
  );
  await db.deleteFrom('reviewMark').where('ruleId', 'in', rules).execute();
  await db
    .insertInto('reviewMark')
    .values(after.map(({ from, to, ...mark }) => ({ runId, ...mark, fromDay: from, toDay: to })))
    .execute();
}
