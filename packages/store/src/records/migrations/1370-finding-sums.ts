import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Money by account and day, and what waits where, as running sums: the overview costs the same whatever has been done in all the years.
// What a statement changes is added as rows of its own, in its transaction, so that nobody waits for another over a sum and none is ever
// out of step; `foldFindingSums` adds them to the folded row of their key now and then.
const statements = [
  // provider_no '*': all institutions together; '': none is named
  `create table finding_ledger_day (provider_no text not null, account text not null, day integer not null,
     gross_fen double precision not null, in_scope_fen double precision not null, fund_fen double precision not null, folded boolean not null default false)`,
  'create index finding_ledger_day_provider on finding_ledger_day (provider_no, day)',
  'create unique index finding_ledger_day_folded on finding_ledger_day (provider_no, account, day) where folded',
  'create index finding_ledger_day_added on finding_ledger_day (day) where not folded',
  `create function ledger_day_follows() returns trigger language plpgsql as $$
     begin
       insert into finding_ledger_day (provider_no, account, day, gross_fen, in_scope_fen, fund_fen)
         select case when grouping(p.provider_no) = 1 then '*' else p.provider_no end, p.account, p.day, sum(gross_fen), sum(in_scope_fen), sum(fund_fen)
         from (select coalesce(c.provider_no, '') as provider_no, l.account, floor(l.at / 86400)::int as day, l.gross_fen, l.in_scope_fen, l.fund_fen
           from posted l left join finding_case c using (finding_id)) p
         group by grouping sets ((p.account, p.day), (p.provider_no, p.account, p.day));
       return null;
     end $$`,
  'create trigger day_follows after insert on finding_ledger referencing new table as posted for each statement execute function ledger_day_follows()',
  `create table finding_waiting (state text not null, pursued boolean not null, provider_no text not null, due_day integer, count integer not null,
     worth_fen double precision not null, folded boolean not null default false)`,
  'create index finding_waiting_provider on finding_waiting (provider_no)',
  'create unique index finding_waiting_folded on finding_waiting (state, pursued, provider_no, due_day) nulls not distinct where folded',
  `create function waiting_follows() returns trigger language plpgsql as $$
     begin
       if tg_op = 'INSERT' then
         insert into finding_waiting (state, pursued, provider_no, due_day, count, worth_fen)
           select state, pursued, coalesce(provider_no, ''), due_day, count(*), sum(worth_fen) from now_so group by 1, 2, 3, 4;
       else
         insert into finding_waiting (state, pursued, provider_no, due_day, count, worth_fen)
           select state, pursued, coalesce(provider_no, ''), due_day, sum(n), sum(n * worth_fen)
           from (select state, pursued, provider_no, due_day, worth_fen, 1 as n from now_so
             union all select state, pursued, provider_no, due_day, worth_fen, -1 from was_so) moved
           group by 1, 2, 3, 4 having sum(n) <> 0 or sum(n * worth_fen) <> 0;
       end if;
       return null;
     end $$`,
  `create trigger waiting_opened after insert on finding_case referencing new table as now_so
     for each statement execute function waiting_follows()`,
  `create trigger waiting_moved after update on finding_case referencing old table as was_so new table as now_so
     for each statement execute function waiting_follows()`,
  `insert into finding_ledger_day (provider_no, account, day, gross_fen, in_scope_fen, fund_fen, folded)
     select case when grouping(p.provider_no) = 1 then '*' else p.provider_no end, p.account, p.day, sum(gross_fen), sum(in_scope_fen), sum(fund_fen), true
     from (select coalesce(c.provider_no, '') as provider_no, l.account, floor(l.at / 86400)::int as day, l.gross_fen, l.in_scope_fen, l.fund_fen
       from finding_ledger l left join finding_case c using (finding_id)) p
     group by grouping sets ((p.account, p.day), (p.provider_no, p.account, p.day))`,
  `insert into finding_waiting (state, pursued, provider_no, due_day, count, worth_fen, folded)
     select state, pursued, coalesce(provider_no, ''), due_day, count(*), sum(worth_fen), true from finding_case group by 1, 2, 3, 4`,
  // the list of a state shows what is not pursued any more as well, largest first
  'drop index finding_pursued_fund_fen, finding_pursued_amount_fen',
  ...['fund_fen', 'amount_fen'].map(
    (column) => `create index finding_by_${column} on finding (${column} desc nulls last, finding_id desc)`,
  ),
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
