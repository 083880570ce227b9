import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Starter knowledge shipped with a rule steps back from codes that the bureau's own rows of the same rule speak of. */
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .alterTable('knowledge_point')
      .addColumn('shipped', 'boolean', (c) => c.notNull().defaultTo(false))
      .execute();
  },
};
export default migration;
