// Answers of surveys, appended only, and the codes they may be given with. Nothing ties an answer to a code, an address or a time.
import type { Answers, Survey, SurveyAnswer } from '@hengjian/domain';
import type { AnswerBook, AnswerTransaction } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

type Db = Kysely<Database>;

export async function answersTo(db: Db, surveyId: string): Promise<SurveyAnswer[]> {
  const rows = await db
    .selectFrom('surveyAnswer as a')
    .leftJoin('surveyAnswerWithdrawal as w', 'w.answerId', 'a.answerId')
    .select(['a.answerId', 'a.channel', 'a.answeredOn', 'a.answers', 'a.whole', 'a.sheetNo', 'a.enteredBy', 'w.why as withdrawn'])
    .where('a.surveyId', '=', surveyId)
    .orderBy('a.answerId')
    .execute();
  return rows.map((row) => ({ ...row, answerId: Number(row.answerId), answers: row.answers as Answers }));
}

/** The survey, which no step may change until the transaction ends; answers do not wait for each other. */
async function standing(trx: Db, surveyId: string): Promise<Survey | undefined> {
  const { rows } = await sql<{ content: Survey }>`select content from survey where matter_id = ${surveyId} for share`.execute(trx);
  return rows[0]?.content;
}

/** Answers that were not withdrawn. */
const counting = (trx: Db, surveyId: string) =>
  trx
    .selectFrom('surveyAnswer as a')
    .leftJoin('surveyAnswerWithdrawal as w', 'w.answerId', 'a.answerId')
    .select('a.answerId')
    .where('a.surveyId', '=', surveyId)
    .where('w.answerId', 'is', null);

const insideOf = (trx: Db, surveyId: string): AnswerTransaction => ({
  async useCode(code) {
    const used = await trx
      .updateTable('surveyCode')
      .set({ used: true })
      .where('surveyId', '=', surveyId)
      .where('code', '=', code)
      .where('used', '=', false)
      .returning('code')
      .executeTakeFirst();
    return used !== undefined;
  },
  async hasSheet(sheetNo) {
    // two who enter the same sheet at once wait for each other
    await sql`select pg_advisory_xact_lock(hashtextextended(${`survey ${surveyId} ${sheetNo}`}, 0))`.execute(trx);
    return (await counting(trx, surveyId).where('a.sheetNo', '=', sheetNo).executeTakeFirst()) !== undefined;
  },
});

export const answerBookOf = (db: Db): AnswerBook => ({
  of: (surveyId) => answersTo(db, surveyId),
  receive: (surveyId, work) =>
    db.transaction().execute(async (trx) => {
      const outcome = await work(await standing(trx, surveyId), insideOf(trx, surveyId));
      if (!outcome.ok) return outcome;
      const { answers, ...row } = outcome.value;
      const kept = await trx
        .insertInto('surveyAnswer')
        .values({ ...row, surveyId, answers: JSON.stringify(answers) })
        .returning('answerId')
        .executeTakeFirstOrThrow();
      return { ok: true, value: Number(kept.answerId), issues: [] };
    }),
  withdraw: (surveyId, answerId, step) =>
    db.transaction().execute(async (trx) => {
      const survey = await standing(trx, surveyId);
      const known = await counting(trx, surveyId).where('a.answerId', '=', String(answerId)).executeTakeFirst();
      if (survey?.state !== 'open' || !known) return false;
      const { by, at, why } = step;
      const taken = await trx
        .insertInto('surveyAnswerWithdrawal')
        .values({ answerId: String(answerId), why: why ?? '', by, at })
        .onConflict((clash) => clash.column('answerId').doNothing())
        .returning('answerId')
        .executeTakeFirst();
      if (!taken) return false;
      await appendSteps(trx, [step]);
      return true;
    }),
  codes: (surveyId) => db.selectFrom('surveyCode').select(['code', 'used']).where('surveyId', '=', surveyId).orderBy('serial').execute(),
  giveCodes: (surveyId, codes, step) =>
    db.transaction().execute(async (trx) => {
      // one parameter for all of them: PostgreSQL takes 65,535
      await sql`insert into survey_code (survey_id, code) select ${surveyId}, unnest(${[...codes]}::text[])`.execute(trx);
      await appendSteps(trx, [step]);
    }),
});
