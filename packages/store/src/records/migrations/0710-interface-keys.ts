import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // Who may call: keys by institution (two at once while they are changed), and addresses that need none.
    await db.schema
      .createTable('interface_key')
      .addColumn('key_id', 'text', (c) => c.notNull())
      .addColumn('scheme', 'text', (c) => c.notNull())
      // '*': any institution behind this front end
      .addColumn('provider_no', 'text', (c) => c.notNull())
      .addColumn('secret', 'text', (c) => c.notNull())
      .addColumn('added_by', 'text', (c) => c.notNull())
      .addColumn('added_at', sql`double precision`, (c) => c.notNull())
      .addColumn('ended_by', 'text')
      .addColumn('ended_at', sql`double precision`)
      .addPrimaryKeyConstraint('interface_key_pk', ['scheme', 'key_id'])
      .execute();
    await db.schema
      .createTable('interface_trust')
      .addColumn('range', sql`cidr`, (c) => c.primaryKey())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('added_by', 'text', (c) => c.notNull())
      .addColumn('added_at', sql`double precision`, (c) => c.notNull())
      .addColumn('ended_by', 'text')
      .addColumn('ended_at', sql`double precision`)
      .execute();
  },
};
export default migration;
