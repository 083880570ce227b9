// Practitioners, their points, and what follows for their right to be paid. Steps are in the journal.
import {
  type Day,
  type DecisionKind,
  dayOf,
  type Instant,
  inForceStates,
  openPointStates,
  type PointRecord,
  type PointState,
  pointsOn,
  type RegisteredPractitioner,
  type Standing,
  type StoppedPeriod,
  standingOn,
  yearStartOf,
} from '@hengjian/domain';
import type { PointsBook, ProviderDecision } from '@hengjian/workflows';
import { type Kysely, type Selectable, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

type Db = Kysely<Database>;

const recordOf = (row: Selectable<Database['pointRecord']>): PointRecord => row;
const wire = ({ repairs, conduct, ...row }: PointRecord) => ({ ...row, conduct: [...conduct], repairs: JSON.stringify(repairs) });
const personRow = (person: RegisteredPractitioner) => ({
  ...person,
  providerNos: [...person.providerNos],
  returnedOn: [...person.returnedOn],
});

const ROSTER_CHUNK = 2000;

export const pointsBookOf = (db: Db): PointsBook => ({
  async nextId(year) {
    const { rows } = await sql<{ no: string }>`select nextval('point_number') as no`.execute(db);
    return `JF${year}-${String(rows[0]?.no).padStart(6, '0')}`;
  },
  practitioner: (practitionerNo) =>
    db.selectFrom('practitionerRegistration').selectAll().where('practitionerNo', '=', practitionerNo).executeTakeFirst(),
  async record(pointId) {
    const row = await db.selectFrom('pointRecord').selectAll().where('pointId', '=', pointId).executeTakeFirst();
    return row && recordOf(row);
  },
  decision: (kind, ref, providerNo) => decisionOf(db, kind, ref, providerNo),
  register: (people, steps) =>
    db.transaction().execute(async (trx) => {
      if (people.length === 0) return 0;
      const added: { practitionerNo: string }[] = [];
      // a city has tens of thousands of them, a statement of PostgreSQL 65,535 parameters
      for (let at = 0; at < people.length; at += ROSTER_CHUNK)
        added.push(
          ...(await trx
            .insertInto('practitionerRegistration')
            .values(people.slice(at, at + ROSTER_CHUNK).map(personRow))
            .onConflict((oc) => oc.doNothing())
            .returning('practitionerNo')
            .execute()),
        );
      const names = new Set(added.map(({ practitionerNo }) => practitionerNo));
      await appendSteps(
        trx,
        steps.filter(({ subjectId }) => names.has(subjectId)),
      );
      return names.size;
    }),
  change: (practitionerNo, work) =>
    db.transaction().execute(async (trx) => {
      const person = await trx
        .selectFrom('practitionerRegistration')
        .selectAll()
        .where('practitionerNo', '=', practitionerNo)
        .forUpdate()
        .executeTakeFirst();
      if (!person) return;
      const change = await work({ person, records: await recordsOf(trx, [practitionerNo]) });
      if (!change) return;
      for (const record of change.records ?? []) {
        const row = wire(record);
        await trx
          .insertInto('pointRecord')
          .values(row)
          .onConflict((oc) => oc.column('pointId').doUpdateSet(row))
          .execute();
      }
      if (change.person)
        await trx
          .updateTable('practitionerRegistration')
          .set(personRow(change.person))
          .where('practitionerNo', '=', practitionerNo)
          .execute();
      await replaceStanding(trx, practitionerNo, change.stopped, change.steps[0]?.at ?? 0);
      await appendSteps(trx, change.steps);
    }),
  async waiting(today) {
    const over = await db
      .selectFrom('pointRecord')
      .select('pointId')
      .where('state', '=', 'notified')
      .where('dueDay', '<', today)
      .orderBy('pointId')
      .execute();
    const open: PointState[] = [...openPointStates, 'effective'];
    const { rows: fallen } = await sql<{ pointId: string }>`
      select r.point_id from point_record r where r.decision_kind = 'finding' and r.state = any(${open}::text[])
        and not exists (select 1 from finding_case c where c.finding_id = r.decision_ref and c.provider_no = r.provider_no
          and c.state in ('confirmed', 'recovery', 'closed'))
      union all
      select r.point_id from point_record r where r.decision_kind = 'enforcement' and r.state = any(${open}::text[])
        and exists (select 1 from enforcement_case c where c.matter_id = r.decision_ref and not (${punished}))
      order by 1`.execute(db);
    return { lapsed: over.map(({ pointId }) => pointId), fallen: fallen.map(({ pointId }) => pointId) };
  },
});

const recordsOf = async (db: Db, practitionerNos: readonly string[]): Promise<PointRecord[]> =>
  (
    await db
      .selectFrom('pointRecord')
      .selectAll()
      .where('practitionerNo', 'in', [...practitionerNos])
      .orderBy('pointId')
      .execute()
  ).map(recordOf);

/** A punishment of the institution that was served on it and was not set aside since. */
const punished = sql`c.outcome = 'punish' and c.state = any(${[...inForceStates]}::text[]) and c.content->>'service' is not null`;

/** What was decided against the institution; letters of others are taken as they are entered. */
async function decisionOf(db: Db, kind: DecisionKind, ref: string, providerNo: string): Promise<ProviderDecision | null> {
  if (kind === 'finding') {
    const { rows } = await sql<{ at: Instant }>`select e.at from finding_case c
      join lateral (select at from finding_event e where e.finding_id = c.finding_id and e.state_after in ('confirmed', 'recovery')
        and e.state_before not in ('confirmed', 'recovery', 'closed') order by serial desc limit 1) e on true
      where c.finding_id = ${ref} and c.provider_no = ${providerNo} and c.state in ('confirmed', 'recovery', 'closed')`.execute(db);
    return rows[0] ? { ref, decidedOn: dayOf(rows[0].at), article: null, conduct: [ref] } : null;
  }
  if (kind === 'enforcement') {
    const { rows } = await sql<{ ref: string; decidedOn: Day; article: string; findingIds: string[] }>`
      select c.matter_id as ref, c.decided_on, c.article, c.content->'findingIds' as finding_ids from enforcement_case c
      where (c.matter_id = ${ref} or c.content->'decision'->>'no' = ${ref}) and c.provider_no = ${providerNo} and ${punished}
      order by c.matter_id limit 1`.execute(db);
    const [one] = rows;
    return one ? { ...one, conduct: [one.ref, ...one.findingIds] } : null;
  }
  return null;
}

/** What stands in place of what stood; the same again writes nothing. */
async function replaceStanding(trx: Db, practitionerNo: string, stopped: readonly StoppedPeriod[], at: Instant): Promise<void> {
  const held = await trx
    .selectFrom('practitionerStanding')
    .selectAll()
    .where('practitionerNo', '=', practitionerNo)
    .where('replacedAt', 'is', null)
    .execute();
  const same = (a: StoppedPeriod, b: (typeof held)[number]) =>
    a.state === b.state && a.from === b.fromDay && a.to === b.toDay && a.pointId === b.pointId && a.points === b.points;
  const gone = held.filter((row) => !stopped.some((one) => same(one, row)));
  const added = stopped.filter((one) => !held.some((row) => same(one, row)));
  if (gone.length > 0)
    await trx
      .updateTable('practitionerStanding')
      .set({ replacedAt: at })
      .where(
        'serial',
        'in',
        gone.map(({ serial }) => serial),
      )
      .execute();
  if (added.length > 0)
    await trx
      .insertInto('practitionerStanding')
      .values(added.map(({ from, to, ...one }) => ({ ...one, practitionerNo, fromDay: from, toDay: to, recordedAt: at, replacedAt: null })))
      .execute();
}

export interface ShownPractitioner extends RegisteredPractitioner {
  readonly points: number;
  readonly standing: Standing;
  readonly stopped: readonly StoppedPeriod[];
  /** Records somebody still has something to do about. */
  readonly openCount: number;
}

export interface PractitionerSearch {
  readonly text?: string | undefined;
  readonly providerNo?: string | undefined;
  readonly standing?: Standing | undefined;
  /** With points in the year of the day. */
  readonly withPoints?: boolean | undefined;
  readonly withoutCommitment?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  /** Institutions that may be seen; null: all. And the person's own number. */
  readonly scope: readonly string[] | null;
  readonly own?: string | null | undefined;
  /** As of this day. */
  readonly day: Day;
  readonly offset: number;
  readonly limit: number;
}

/** A page of practitioners, those with most points first. */
export async function practitionerPage(db: Db, wish: PractitionerSearch): Promise<{ total: number; rows: ShownPractitioner[] }> {
  const { text, providerNo, standing, scope, own, day, offset, limit } = wish;
  const like = `%${(text ?? '').trim().replaceAll(/[\\%_]/g, (c) => `\\${c}`)}%`;
  const seen = scope === null ? sql`true` : sql`(p.provider_nos && ${[...scope]}::text[] or p.practitioner_no = ${own ?? null})`;
  const { rows: found } = await sql<{ practitionerNo: string; total: number }>`
    with stopped as (select distinct on (practitioner_no) practitioner_no, state from practitioner_standing
        where replaced_at is null and from_day <= ${day} and (to_day is null or to_day >= ${day}) order by practitioner_no, from_day desc),
      had as (select practitioner_no, sum(counted - (select coalesce(sum((x->>'points')::int), 0) from jsonb_array_elements(repairs) x
            where (x->>'on')::int <= ${day})) filter (where state = 'effective' and effective_on between ${yearStartOf(day)} and ${day})::int as points,
          bool_or(state in ('proposed', 'notified', 'appealed') and due_day < ${day}) as overdue
        from point_record group by practitioner_no)
    select p.practitioner_no, count(*) over ()::int as total from practitioner_registration p left join stopped s using (practitioner_no) left join had h using (practitioner_no)
    where ${seen}
      ${text?.trim() ? sql`and (p.practitioner_no ilike ${like} or p.name ilike ${like})` : sql``}
      ${providerNo ? sql`and ${providerNo} = any(p.provider_nos)` : sql``}
      ${standing ? sql`and coalesce(s.state, 'normal') = ${standing}` : sql``}
      ${wish.withPoints ? sql`and h.points > 0` : sql``}
      ${wish.withoutCommitment ? sql`and p.committed_on is null` : sql``}
      ${wish.overdue ? sql`and h.overdue` : sql``}
    order by coalesce(h.points, 0) desc, s.state is null, p.practitioner_no offset ${offset} limit ${limit}`.execute(db);
  const rows = await shownPractitioners(
    db,
    found.map(({ practitionerNo }) => practitionerNo),
    day,
  );
  return { total: found[0]?.total ?? 0, rows };
}

/** These people as they stand on a day, in the order asked. */
export async function shownPractitioners(db: Db, practitionerNos: readonly string[], day: Day): Promise<ShownPractitioner[]> {
  if (practitionerNos.length === 0) return [];
  const nos = [...practitionerNos];
  const people = await db.selectFrom('practitionerRegistration').selectAll().where('practitionerNo', 'in', nos).execute();
  const records = Map.groupBy(await recordsOf(db, nos), ({ practitionerNo }) => practitionerNo);
  const stopped = Map.groupBy(await standings(db, nos), ({ practitionerNo }) => practitionerNo);
  return nos.flatMap((no) => {
    const person = people.find(({ practitionerNo }) => practitionerNo === no);
    if (!person) return [];
    const [own, periods] = [records.get(no) ?? [], (stopped.get(no) ?? []).map(({ practitionerNo: _, ...period }) => period)];
    const openCount = own.filter(({ state }) => openPointStates.includes(state)).length;
    return { ...person, points: pointsOn(own, day), standing: standingOn(periods, day), stopped: periods, openCount };
  });
}

async function standings(db: Db, nos: string[]): Promise<(StoppedPeriod & { practitionerNo: string })[]> {
  const rows = await db
    .selectFrom('practitionerStanding')
    .selectAll()
    .where('practitionerNo', 'in', nos)
    .where('replacedAt', 'is', null)
    .orderBy('fromDay')
    .execute();
  return rows.map(({ practitionerNo, state, fromDay, toDay, points, pointId, returnFrom }) => ({
    practitionerNo,
    state,
    from: fromDay,
    to: toDay,
    points,
    pointId,
    returnFrom,
  }));
}

/** The records of a person, the newest first; of one institution where one is given. */
export const pointRecordsOf = async (db: Db, practitionerNo: string): Promise<PointRecord[]> =>
  (await recordsOf(db, [practitionerNo])).reverse();

/** Records of a span of days by the day they were proposed, for export and lists of work. */
export async function pointRecordsBetween(
  db: Db,
  wish: { from: Day; to: Day; scope: readonly string[] | null },
): Promise<(PointRecord & { name: string })[]> {
  let query = db
    .selectFrom('pointRecord as r')
    .innerJoin('practitionerRegistration as p', 'p.practitionerNo', 'r.practitionerNo')
    .selectAll('r')
    .select('p.name')
    .where('r.proposedOn', '>=', wish.from)
    .where('r.proposedOn', '<=', wish.to);
  if (wish.scope !== null) query = query.where('r.providerNo', 'in', [...wish.scope, '']);
  const rows = await query.orderBy('r.pointId').execute();
  return rows.map((row) => ({ ...recordOf(row), name: row.name }));
}

export interface StaffShare {
  readonly providerNo: string;
  readonly registered: number;
  readonly stopped: number;
}

/** Institutions of whose registered staff somebody is suspended or ended on a day, the largest share first. */
export async function stoppedStaff(db: Db, day: Day): Promise<StaffShare[]> {
  const { rows } = await sql<StaffShare>`
    select x.provider_no, count(*)::int as registered, count(s.practitioner_no)::int as stopped
    from practitioner_registration p cross join lateral unnest(p.provider_nos) x(provider_no)
    left join (select distinct practitioner_no from practitioner_standing where replaced_at is null and from_day <= ${day} and (to_day is null or to_day >= ${day})) s
      on s.practitioner_no = p.practitioner_no
    group by x.provider_no having count(s.practitioner_no) > 0
    order by count(s.practitioner_no)::float8 / count(*) desc, x.provider_no`.execute(db);
  return rows;
}
