import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What parts of measures found in a month of claims, in which version of the lake: read again while no import touched the month.
  `create table measured_month (part text not null, month integer not null, lake_version integer not null, seen integer not null,
     records integer not null, undetermined integer not null, value bigint, primary key (part, month))`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
