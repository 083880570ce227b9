import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What earlier runs of review have done, so that the next one needs to do only what changed since. */
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table review_run add column changed boolean not null default false`.execute(db);
    await sql`create table review_mark (rule_id text, from_day integer, to_day integer not null, lake_version integer not null, signature text not null, run_id text not null references review_run, primary key (rule_id, from_day))`.execute(
      db,
    );
  },
};
export default migration;
