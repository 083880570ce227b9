import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The journal: one chain of steps, and its end. Nobody changes or removes a step.
  `create table journal (serial bigint primary key, at double precision not null, by text not null, noun text not null, subject_id text not null, action text not null, before text, after text, why text, detail text not null, hash text not null)`,
  'create index journal_subject on journal (noun, subject_id, serial)',
  'create table journal_head (one boolean primary key default true check (one), serial bigint not null, hash text not null)',
  `insert into journal_head (serial, hash) values (0, '${'0'.repeat(64)}')`,
  `create function refuse_journal_change() returns trigger language plpgsql as $$
     begin raise exception '% is append-only', tg_table_name; end $$`,
  'create trigger append_only before update or delete on journal for each row execute function refuse_journal_change()',
  // A name proves who acted, so no two accounts share one.
  `create table account (account_id text primary key, name text not null unique, roles text[] not null, provider_nos text[] not null, practitioner_no text,
     password_hash text not null, must_change boolean not null, state text not null, created_by text not null, created_at double precision not null,
     failures integer not null default 0, locked_until double precision)`,
  // Only the hash of a session's token is kept.
  `create table account_session (token_hash text primary key, account_id text not null references account, address text not null, begun_at double precision not null, seen_at double precision not null, ends_at double precision not null)`,
  'create index account_session_account on account_session (account_id)',
  // Who looked at personal data: also why, and under which account.
  `alter table personal_data_access add column why text not null default '', add column account_id text`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
