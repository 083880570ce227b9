import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'create sequence credit_number',
  `create table credit_rating (rating_id text primary key, provider_no text not null, scheme_id text not null, from_day integer not null, to_day integer not null, state text not null,
     score double precision not null, grade text not null, due_day integer, effective_on integer, body jsonb not null)`,
  `create unique index credit_rating_once on credit_rating (provider_no, scheme_id, from_day, to_day) where state <> 'dropped'`,
  'create index credit_rating_state on credit_rating (state, due_day)',
  // facts that stand in no other record, with their document
  `create table credit_entry (serial bigserial primary key, provider_no text not null, fact text not null, "on" integer not null, document text not null, by text not null, at double precision not null)`,
  'create index credit_entry_provider on credit_entry (provider_no, "on")',
  `create table credit_scheme (serial bigserial primary key, scheme_id text not null, body jsonb not null, by text not null, at double precision not null)`,
  `create table supplier_conduct (conduct_id text primary key, supplier text not null, kind text not null, amount_fen double precision not null, top boolean not null, document text not null, decided_on integer not null,
     repaired_on integer)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
