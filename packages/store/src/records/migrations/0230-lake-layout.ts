import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Each file of the lake says which columns it was written with; one from before that is read as if any could be missing. */
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table lake_file add column layout text`.execute(db);
  },
};
export default migration;
