import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // where a finding stands: the fold of its events; body null: nothing happened yet
  `create table finding_case (finding_id text primary key references finding, state text not null, entered_at double precision not null, due_day integer,
     evidence_hash text not null, rule_id text not null, provider_no text, item_code text, worth_fen double precision not null, first_by text, second_by text, experts text[] not null default '{}',
     locked_by text, locked_until double precision, claimed_order double precision, body jsonb)`,
  'create index finding_case_queue on finding_case (state, worth_fen desc, finding_id)',
  'create index finding_case_provider on finding_case (provider_no, state)',
  'create index finding_case_due on finding_case (due_day) where due_day is not null',
  'create index finding_case_pattern on finding_case (rule_id, item_code, state)',
  'create index finding_case_lock on finding_case (locked_by) where locked_by is not null',
  // steps, appended only
  `create table finding_event (serial bigserial primary key, finding_id text not null references finding, action text not null, state_before text not null, state_after text not null,
     by text not null, why text not null, at double precision not null, detail jsonb)`,
  'create index finding_event_finding on finding_event (finding_id, serial)',
  'create index finding_event_at on finding_event (at)',
  // money, appended only; every posting of a finding adds up to nothing
  `create table finding_ledger (serial bigserial primary key, finding_id text not null references finding, account text not null, gross_fen double precision not null, fund_fen double precision not null,
     at double precision not null, event_serial bigint)`,
  'create index finding_ledger_finding on finding_ledger (finding_id)',
  'create index finding_ledger_at on finding_ledger (at)',
  `create table finding_claim (finding_id text not null references finding, encounter_no text not null, gross_fen double precision not null, fund_fen double precision not null, primary key (finding_id, encounter_no))`,
  'create index finding_claim_encounter on finding_claim (encounter_no)',
  // the bureau's own working days: a day worked or not, or a year that is declared complete
  `create table working_day (serial bigserial primary key, day integer, worked boolean, declared_year integer, by text not null, why text not null, at double precision not null)`,
  `create function refuse_unbalanced() returns trigger language plpgsql as $$
     begin
       if exists (select 1 from posted group by finding_id having sum(gross_fen) <> 0 or sum(fund_fen) <> 0) then raise exception 'a posting does not balance'; end if;
       return null;
     end $$`,
  'create trigger balanced after insert on finding_ledger referencing new table as posted for each statement execute function refuse_unbalanced()',
  ...['finding_event', 'finding_ledger', 'working_day'].map(
    (table) => `create trigger append_only before update or delete on ${table} for each row execute function refuse_change()`,
  ),
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
