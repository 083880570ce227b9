import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // 待遇政策 by region and date, appended only; what was tried on it stays with the version of the claims it was tried on.
  `create table benefit_scheme (scheme_id text primary key, region text not null, from_day integer not null, to_day integer, title text not null, body jsonb not null,
     recorded_by text not null, recorded_at double precision not null)`,
  `create table what_if (what_if_id text primary key, title text not null, scheme_id text not null references benefit_scheme, year integer not null, levers jsonb not null,
     lake_version integer not null, seconds double precision not null, result jsonb not null, tried_by text not null, tried_at double precision not null)`,
  'create trigger append_only before update or delete on benefit_scheme for each row execute function refuse_change()',
  'create trigger append_only before update or delete on what_if for each row execute function refuse_change()',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
