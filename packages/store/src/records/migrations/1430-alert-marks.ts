import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What the last run of an alert over the usual period found, and in which version of the lake: the next one judges again what changed since.
  `create table alert_mark (alert_id text primary key, signature text not null, from_day integer not null, to_day integer not null,
     lake_version integer not null, at double precision not null, hits jsonb not null, ties jsonb not null)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
