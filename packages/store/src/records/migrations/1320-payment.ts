import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Grouping packs and payment schemes (DRG, DIP), appended only; a what-if keeps the version of the claims it was tried on.
  `create table payment_pack (pack_id text primary key, title text not null, source text not null, body jsonb not null, recorded_by text not null,
     recorded_at double precision not null)`,
  `create table payment_scheme (scheme_id text primary key, method text not null, region text not null, from_day integer not null, to_day integer,
     title text not null, body jsonb not null, recorded_by text not null, recorded_at double precision not null)`,
  `create table payment_trial (trial_id text primary key, title text not null, scheme_id text not null references payment_scheme, year integer not null,
     levers jsonb not null, lake_version integer not null, seconds double precision not null, result jsonb not null, tried_by text not null,
     tried_at double precision not null)`,
  ...['payment_pack', 'payment_scheme', 'payment_trial'].map(
    (table) => `create trigger append_only before update or delete on ${table} for each row execute function refuse_change()`,
  ),
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
