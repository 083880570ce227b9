// Ratings, schemes, facts entered by hand, and conduct of suppliers. Steps are in the journal.
import { type CreditRating, type CreditScheme, consequenceOf, type Day } from '@hengjian/domain';
import type { CreditBook } from '@hengjian/workflows';
import { type Kysely, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';
import { creditValues } from './credit-facts.ts';
import { type PersonEvent, personEvents, personValues } from './person-facts.ts';

type Db = Kysely<Database>;

const rowOf = (one: CreditRating) => ({
  ratingId: one.ratingId,
  subjectNo: one.providerNo,
  subjectKind: one.scheme.subject ?? 'provider',
  schemeId: one.scheme.schemeId,
  fromDay: one.from,
  toDay: one.to,
  state: one.state,
  score: one.result.score,
  grade: one.result.grade,
  dueDay: one.dueDay,
  effectiveOn: one.effectiveOn,
  body: JSON.stringify(one),
});

export interface CreditSources {
  /** What the fund paid to institutions for settlements of these days. */
  settled(from: Day, to: Day): Promise<ReadonlyMap<string, number>>;
  /** Days and months with too many visits, of insured people. */
  visits(from: Day, to: Day): Promise<readonly PersonEvent[]>;
}

export const creditBookOf = (db: Db, sources: CreditSources): CreditBook => ({
  async nextId(year) {
    const { rows } = await sql<{ no: string }>`select nextval('credit_number') as no`.execute(db);
    return `XY${year}-${String(rows[0]?.no).padStart(6, '0')}`;
  },
  values: async ({ subject, halfDays }, from, to, asOf) =>
    subject === 'person'
      ? personValues([...(await sources.visits(from, to)), ...(await personEvents(db, { from, to, asOf }))], { asOf, halfDays })
      : creditValues(db, { from, to, asOf, settled: await sources.settled(from, to) }),
  async schemeVersions() {
    const rows = await db.selectFrom('creditScheme').selectAll().orderBy('serial', 'desc').execute();
    return rows.map(({ serial, body, by, at, fromDay, enactedBy }) => ({
      version: Number(serial),
      scheme: body as CreditScheme,
      by,
      at,
      fromDay,
      enactedBy,
    }));
  },
  draftScheme: (scheme, step) =>
    db.transaction().execute(async (trx) => {
      const { serial } = await trx
        .insertInto('creditScheme')
        .values({ schemeId: scheme.schemeId, body: JSON.stringify(scheme), by: step.by, at: step.at })
        .returning('serial')
        .executeTakeFirstOrThrow();
      await appendSteps(trx, [step]);
      return Number(serial);
    }),
  enactScheme: (version, fromDay, step) =>
    db.transaction().execute(async (trx) => {
      const done = await trx
        .updateTable('creditScheme')
        .set({ fromDay, enactedBy: step.by })
        .where('serial', '=', String(version))
        .where('fromDay', 'is', null)
        .executeTakeFirst();
      if (done.numUpdatedRows === 0n) return false;
      await appendSteps(trx, [step]);
      return true;
    }),
  enter: (entry, by, at, step) =>
    db.transaction().execute(async (trx) => {
      const { serial } = await trx
        .insertInto('creditEntry')
        .values({ ...entry, by, at })
        .returning('serial')
        .executeTakeFirstOrThrow();
      await appendSteps(trx, [{ ...step, rows: [...(step.rows ?? []), { table: 'credit_entry', key: String(serial) }] }]);
    }),
  add: (ratings, steps) =>
    db.transaction().execute(async (trx) => {
      if (ratings.length === 0) return 0;
      const added = await trx
        .insertInto('creditRating')
        .values(ratings.map(rowOf))
        .onConflict((oc) => oc.doNothing())
        .returning('ratingId')
        .execute();
      const ids = new Set(added.map(({ ratingId }) => ratingId));
      await appendSteps(
        trx,
        steps.filter(({ subjectId }) => ids.has(subjectId)),
      );
      return ids.size;
    }),
  async rating(ratingId) {
    const row = await db.selectFrom('creditRating').select('body').where('ratingId', '=', ratingId).executeTakeFirst();
    return row?.body as CreditRating | undefined;
  },
  change: (ratingId, work) =>
    db.transaction().execute(async (trx) => {
      const row = await trx.selectFrom('creditRating').select('body').where('ratingId', '=', ratingId).forUpdate().executeTakeFirst();
      const change = row && (await work(row.body as CreditRating));
      if (!change) return;
      await trx.updateTable('creditRating').set(rowOf(change.rating)).where('ratingId', '=', ratingId).execute();
      await appendSteps(trx, [change.step]);
    }),
  async lapsed(today) {
    const rows = await db
      .selectFrom('creditRating')
      .select('ratingId')
      .where('state', '=', 'published')
      .where('dueDay', '<', today)
      .orderBy('ratingId')
      .execute();
    return rows.map(({ ratingId }) => ratingId);
  },
  conducts: () => db.selectFrom('supplierConduct').selectAll().orderBy('conductId').execute(),
  saveConduct: (conduct, step) =>
    db.transaction().execute(async (trx) => {
      await trx
        .insertInto('supplierConduct')
        .values(conduct)
        .onConflict((oc) => oc.column('conductId').doUpdateSet(conduct))
        .execute();
      await appendSteps(trx, [step]);
    }),
});

/** The grade that is in force for each institution on a day, and the inspections a year that its scheme proposes; of several the latest. */
export async function gradesInForce(db: Db, on: Day): Promise<Map<string, { grade: string; inspectionsPerYear: number | null }>> {
  const { rows } = await sql<{ subjectNo: string; body: CreditRating }>`
    select distinct on (subject_no) subject_no, body from credit_rating
    where subject_kind = 'provider' and state <> 'dropped' and effective_on <= ${on} order by subject_no, to_day desc, rating_id desc`.execute(
    db,
  );
  return new Map(
    rows.map(({ subjectNo, body: { scheme, result } }) => [
      subjectNo,
      { grade: result.grade, inspectionsPerYear: consequenceOf(scheme, result.grade)?.inspectionsPerYear ?? null },
    ]),
  );
}

export interface RatingSearch {
  readonly schemeId?: string | undefined;
  readonly providerNo?: string | undefined;
  /** Institutions where absent. */
  readonly subject?: 'person' | undefined;
  readonly state?: string | undefined;
  readonly grade?: string | undefined;
  /** In force on this day, and the last of each institution only. */
  readonly inForceOn?: Day | undefined;
  readonly overdueOn?: Day | undefined;
  readonly scope: readonly string[] | null;
  readonly offset: number;
  readonly limit: number;
}

/** A page of ratings, the lowest first; an institution does not see those that are not public yet. */
export async function ratingPage(
  db: Db,
  wish: RatingSearch,
): Promise<{ total: number; rows: CreditRating[]; grades: { grade: string; count: number }[] }> {
  const { schemeId, providerNo, subject = 'provider', state, grade, inForceOn, overdueOn, scope, offset, limit } = wish;
  const chosen = sql`from credit_rating r where state <> 'dropped' and subject_kind = ${subject}
    ${schemeId ? sql`and scheme_id = ${schemeId}` : sql``} ${providerNo ? sql`and subject_no = ${providerNo}` : sql``}
    ${state ? sql`and state = ${state}` : sql``} ${scope === null ? sql`` : sql`and subject_no = any(${[...scope]}::text[]) and state <> 'draft'`}
    ${overdueOn === undefined ? sql`` : sql`and state in ('published', 'objected') and due_day < ${overdueOn}`}
    ${
      inForceOn === undefined
        ? sql``
        : sql`and effective_on <= ${inForceOn} and not exists (select 1 from credit_rating n where n.subject_no = r.subject_no and n.scheme_id = r.scheme_id
        and n.effective_on <= ${inForceOn} and (n.to_day, n.rating_id) > (r.to_day, r.rating_id))`
    }`;
  const graded = grade ? sql`and grade = ${grade}` : sql``;
  const { rows } = await sql<{ body: CreditRating; total: number }>`select body, count(*) over ()::int as total ${chosen} ${graded}
    order by to_day desc, score, subject_no offset ${offset} limit ${limit}`.execute(db);
  const { rows: grades } = await sql<{
    grade: string;
    count: number;
  }>`select grade, count(*)::int as count ${chosen} group by grade order by grade`.execute(db);
  return { total: rows[0]?.total ?? 0, rows: rows.map(({ body }) => body), grades };
}
