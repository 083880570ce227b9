// Running sums over findings: kept by PostgreSQL in the transaction of what changes them (migration 1370), folded and checked here.
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

type Db = Kysely<Database>;

/** Adds what was added since to the folded row of its key. May be done at any time, beside anything; changes no sum. */
export const foldFindingSums = (db: Db): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`with added as (delete from finding_ledger_day where not folded returning *)
      insert into finding_ledger_day as kept (provider_no, account, day, gross_fen, in_scope_fen, fund_fen, folded)
        select provider_no, account, day, sum(gross_fen), sum(in_scope_fen), sum(fund_fen), true from added group by 1, 2, 3 order by 1, 2, 3
      on conflict (provider_no, account, day) where folded do update set gross_fen = kept.gross_fen + excluded.gross_fen,
        in_scope_fen = kept.in_scope_fen + excluded.in_scope_fen, fund_fen = kept.fund_fen + excluded.fund_fen`.execute(trx);
    await sql`with added as (delete from finding_waiting where not folded returning *)
      insert into finding_waiting as kept (state, pursued, provider_no, due_day, count, worth_fen, folded)
        select state, pursued, provider_no, due_day, sum(count), sum(worth_fen), true from added group by 1, 2, 3, 4 order by 1, 2, 3, 4
      on conflict (state, pursued, provider_no, due_day) where folded
        do update set count = kept.count + excluded.count, worth_fen = kept.worth_fen + excluded.worth_fen`.execute(trx);
    await sql`delete from finding_waiting where folded and count = 0 and worth_fen = 0`.execute(trx);
  });

/** A sum that does not agree with the rows it is kept of, or a case that does not stand where its last step and its review left it. */
export interface WrongSum {
  readonly table: 'finding_case' | 'finding_ledger_day' | 'finding_waiting';
  readonly key: string;
}

/** Adds everything up anew, reading every case, step and posting, and compares: what `journal verify` asks beside the sealed rows. */
export async function wrongFindingSums(db: Db): Promise<WrongSum[]> {
  const { rows } = await sql<WrongSum>`
    with day_of as (select coalesce(c.provider_no, '') as provider_no, l.account, floor(l.at / 86400)::int as day, l.gross_fen, l.in_scope_fen, l.fund_fen
        from finding_ledger l left join finding_case c using (finding_id)),
      money as (
        select provider_no, account, day, gross_fen, in_scope_fen, fund_fen from day_of
        union all select '*', account, day, gross_fen, in_scope_fen, fund_fen from day_of
        union all select provider_no, account, day, -gross_fen, -in_scope_fen, -fund_fen from finding_ledger_day),
      waits as (
        select state, pursued, coalesce(provider_no, '') as provider_no, due_day, 1 as n, worth_fen from finding_case
        union all select state, pursued, provider_no, due_day, -count, -worth_fen from finding_waiting)
    select 'finding_case' as table, c.finding_id as key from finding_case c
      left join lateral (select state_after from finding_event e where e.finding_id = c.finding_id order by serial desc limit 1) last on true
      join finding f using (finding_id)
      where c.state <> coalesce(last.state_after, 'suspect') or c.pursued <> (f.state = 'live' and f.exempted_by is null)
    union all select 'finding_ledger_day', concat_ws(' ', account, provider_no, date '1970-01-01' + day) as key
      from money group by provider_no, account, day having sum(gross_fen) <> 0 or sum(in_scope_fen) <> 0 or sum(fund_fen) <> 0
    union all select 'finding_waiting', concat_ws(' ', state, provider_no, date '1970-01-01' + due_day)
      from waits group by state, pursued, provider_no, due_day having sum(n) <> 0 or sum(worth_fen) <> 0
    order by 1, 2`.execute(db);
  return rows;
}

/** Makes all sums anew from their rows, while nobody writes; for sums that somebody changed behind the application's back. */
export const recountFindingSums = (db: Db): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`lock table finding_case, finding_ledger in share row exclusive mode`.execute(trx);
    await sql`truncate finding_ledger_day, finding_waiting`.execute(trx);
    await sql`insert into finding_ledger_day (provider_no, account, day, gross_fen, in_scope_fen, fund_fen, folded)
      select case when grouping(p.provider_no) = 1 then '*' else p.provider_no end, account, day, sum(gross_fen), sum(in_scope_fen), sum(fund_fen), true
      from (select coalesce(c.provider_no, '') as provider_no, l.account, floor(l.at / 86400)::int as day, l.gross_fen, l.in_scope_fen, l.fund_fen
        from finding_ledger l left join finding_case c using (finding_id)) p
      group by grouping sets ((account, day), (p.provider_no, account, day))`.execute(trx);
    await sql`insert into finding_waiting (state, pursued, provider_no, due_day, count, worth_fen, folded)
      select state, pursued, coalesce(provider_no, ''), due_day, count(*), sum(worth_fen), true from finding_case group by 1, 2, 3, 4`.execute(
      trx,
    );
  });
