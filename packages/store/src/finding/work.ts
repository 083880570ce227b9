// Findings as work: what waits where, the next one for a person, what was decided on the like of it.
import type { Day, FindingState, Instant, StepDetail } from '@hengjian/domain';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '../records/database.ts';

type Db = Kysely<Database>;

export interface WaitingState {
  readonly state: FindingState;
  readonly count: number;
  /** Fund share, the whole amount where that is undetermined; a sum over findings, not money once. */
  readonly worthFen: number;
  readonly overdue: number;
}

/** Cases by state, of one institution or of all, from the running sums. */
export async function waitingFindings(db: Db, today: Day, providerNo?: string): Promise<WaitingState[]> {
  const { rows } = await sql<WaitingState>`select state, sum(count)::int as count, sum(worth_fen) as worth_fen,
      coalesce(sum(count) filter (where due_day < ${today}), 0)::int as overdue
    from finding_waiting ${providerNo === undefined ? sql`` : sql`where provider_no = ${providerNo}`}
    group by state having sum(count) > 0`.execute(db);
  return rows;
}

export interface NextWanted {
  readonly state: FindingState;
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
  readonly ruleIds?: readonly string[] | undefined;
  readonly providerNos?: readonly string[] | undefined;
  /** Not this one again: it is let go. */
  readonly after?: string | undefined;
}

/** Hands out the next finding of a state, the most recoverable first (so small sums come last), locked to this person; undefined when none is left. */
export async function nextFinding(db: Db, wanted: NextWanted): Promise<string | undefined> {
  const { state, by, at, until, ruleIds, providerNos, after } = wanted;
  return db.transaction().execute(async (trx) => {
    if (after !== undefined)
      await sql`update finding_case set locked_by = null, locked_until = null where finding_id = ${after} and locked_by = ${by}`.execute(
        trx,
      );
    const which = sql`c.state = ${state} and c.pursued
      ${ruleIds?.length ? sql`and c.rule_id = any(${ruleIds}::text[])` : sql``}
      ${providerNos?.length ? sql`and c.provider_no = any(${providerNos}::text[])` : sql``}
      ${after === undefined ? sql`` : sql`and c.finding_id <> ${after}`}
      ${state === 'panel' ? sql`and ${by} = any(c.experts) and not coalesce(c.body->'votes' @> ${JSON.stringify([{ by }])}::jsonb, false)` : sql`and c.first_by is distinct from ${by} and c.second_by is distinct from ${by}`}`;
    const own = await sql<{
      findingId: string;
    }>`select c.finding_id from finding_case c where c.locked_by = ${by} and c.locked_until > ${at} and ${which}
      order by c.worth_fen desc, c.finding_id limit 1`.execute(trx);
    // what another person takes at this moment is passed over
    const { rows } = own.rows[0]
      ? own
      : await sql<{ findingId: string }>`select c.finding_id from finding_case c
          where ${which} and (c.locked_by is null or c.locked_until <= ${at})
          order by c.worth_fen desc, c.finding_id limit 1 for update of c skip locked`.execute(trx);
    const findingId = rows[0]?.findingId;
    if (findingId === undefined) return undefined;
    await sql`update finding_case set locked_by = ${by}, locked_until = ${until} where finding_id = ${findingId}`.execute(trx);
    return findingId;
  });
}

/** Most findings of the same rule at the same institution within so many days that hold this finding's; dismissed ones do not count. */
export async function mostAlike(db: Db, findingId: string, days: number): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`with own as (select f.period_day, c.rule_id, c.provider_no from finding f join finding_case c using (finding_id)
      where f.finding_id = ${findingId}),
    alike as (select f.period_day, count(*) over (order by f.period_day range between current row and ${sql.lit(days - 1)} following) as n
      from own join finding_case c on c.rule_id = own.rule_id and c.provider_no = own.provider_no and c.pursued and c.state <> 'dismissed'
        join finding f using (finding_id) where f.period_day > own.period_day - ${days} and f.period_day < own.period_day + ${days})
    select coalesce(max(n), 0)::int as n from alike, own where alike.period_day <= own.period_day`.execute(db);
  return rows[0]?.n ?? 0;
}

/** It and others in the same state with the same rule, item and institution: what may be decided together. */
export async function patternOf(db: Db, findingId: string, limit: number): Promise<{ findingIds: string[]; worthFen: number }> {
  const { rows } = await sql<{
    findingId: string;
    worthFen: number;
  }>`select o.finding_id, o.worth_fen from finding_case c join finding_case o
      on o.rule_id = c.rule_id and o.item_code = c.item_code and o.state = c.state and o.pursued and o.provider_no is not distinct from c.provider_no
    where c.finding_id = ${findingId} order by o.worth_fen desc, o.finding_id limit ${limit}`.execute(db);
  return { findingIds: rows.map((row) => row.findingId), worthFen: rows.reduce((sum, row) => sum + row.worthFen, 0) };
}

export interface Precedent {
  readonly findingId: string;
  readonly state: FindingState;
  readonly cause: string | null;
  readonly providerNo: string | null;
  /** It was appealed: its decision is precedent. */
  readonly appealed: boolean;
  readonly sameProvider: boolean;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly worthFen: number;
}

/** Decided findings of the same rule and item: decided appeals first, then those of the same institution, the latest first. */
export async function precedentsOf(db: Db, findingId: string, limit: number): Promise<Precedent[]> {
  // the best of each kind come from an index, however many were decided
  const best = (appealed: boolean, same: RawBuilder<unknown>) => sql`(select o.* from c cross join lateral (
      select o.finding_id, o.state, o.body->>'cause' as cause, o.provider_no, o.appealed, o.worth_fen from finding_case o where o.rule_id = c.rule_id and o.item_code = c.item_code and ${same} and o.appealed = ${sql.lit(appealed)}
        and o.state in ('dismissed', 'confirmed', 'recovery', 'closed') and o.finding_id <> c.finding_id
        and o.decided_at is not null and coalesce(o.body->>'cause', '') <> 'withdrawn'
      order by o.decided_at desc limit ${limit}) o)`;
  const own = sql`o.provider_no = c.provider_no`;
  const { rows } = await sql<Precedent>`
    with c as (select finding_id, rule_id, item_code, provider_no from finding_case where finding_id = ${findingId}),
      best as (${best(true, own)} union ${best(true, sql`true`)} union ${best(false, own)} union ${best(false, sql`true`)})
    select o.finding_id, o.state, o.cause, o.provider_no, o.appealed,
      coalesce(o.provider_no = c.provider_no, false) as same_provider, e.by, e.why, e.at, o.worth_fen
    from best o cross join c
    join lateral (select by, why, at from finding_event e where e.finding_id = o.finding_id
      and e.action in ('dismiss', 'uphold', 'maintain') order by serial desc limit 1) e on true
    order by appealed desc, same_provider desc, e.at desc, o.finding_id limit ${limit}`.execute(db);
  return rows;
}

export interface StoredEvent {
  readonly serial: number;
  readonly action: string;
  readonly before: FindingState;
  readonly after: FindingState;
  readonly by: string;
  readonly why: string;
  readonly at: Instant;
  readonly detail: StepDetail | null;
}

/** The steps of a finding in the order they were taken. */
export async function stepsTaken(db: Db, findingId: string): Promise<StoredEvent[]> {
  const rows = await db.selectFrom('findingEvent').selectAll().where('findingId', '=', findingId).orderBy('serial').execute();
  return rows.map(({ serial, stateBefore, stateAfter, detail, ...row }) => ({
    ...row,
    serial: Number(serial),
    before: stateBefore as FindingState,
    after: stateAfter as FindingState,
    detail: detail as StepDetail | null,
  }));
}
