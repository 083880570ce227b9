import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Messages that were refused before they were a call of the table: how many, hour by hour, from where and why. The message itself is
// nobody's account: it may be anything.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('turned_away')
      .addColumn('hour', sql`double precision`, (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('provider_no', 'text', (c) => c.notNull())
      .addColumn('reason', 'text', (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addColumn('last_at', sql`double precision`, (c) => c.notNull())
      .addPrimaryKeyConstraint('turned_away_key', ['hour', 'address', 'provider_no', 'reason'])
      .execute();
  },
};
export default migration;
