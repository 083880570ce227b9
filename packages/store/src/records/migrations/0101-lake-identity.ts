import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Which folder of files this manifest belongs to: the same word stands in the lake's folder. */
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('lake_identity')
      .addColumn('identity', 'text', (c) => c.primaryKey())
      .execute();
  },
};
export default migration;
