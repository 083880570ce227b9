import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** An import may write deltas over the buckets; each says how many older rows it takes the place of. */
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table lake_file add column replaced_rows integer not null default 0`.execute(db);
  },
};
export default migration;
