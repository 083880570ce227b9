import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // When the messages of a segment were deleted because they are kept no longer; their accounts stay.
    await db.schema.alterTable('call_segment').addColumn('pruned_at', 'double precision').execute();
  },
};
export default migration;
