import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // Rules that a deadline left to the review afterwards: the answer said so.
    await db.schema.alterTable('interface_call').addColumn('undecided', 'integer').execute();
    // Trouble of the system itself (history damaged, records away, store full, overload), and when it was over.
    await db.schema
      .createTable('system_alarm')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('raised_at', sql`double precision`, (c) => c.notNull())
      .addColumn('ended_at', sql`double precision`)
      .addColumn('detail', 'text', (c) => c.notNull())
      .execute();
  },
};
export default migration;
