import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What of the amount is in the scope of payment, beside gross and fund share (实施细则 第三十五条); unknown of what was found before. */
const statements = [
  'alter table finding_record add column in_scope_fen double precision',
  'alter table finding_ledger add column in_scope_fen double precision not null default 0',
  'alter table finding_claim add column in_scope_fen double precision not null default 0',
  `create or replace function refuse_unbalanced() returns trigger language plpgsql as $$
     begin
       if exists (select 1 from posted group by finding_id having sum(gross_fen) <> 0 or sum(in_scope_fen) <> 0 or sum(fund_fen) <> 0) then
         raise exception 'a posting does not balance';
       end if;
       return null;
     end $$`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
