import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // SM2: the user id that the institution signs under; null for the one of the standard
    await db.schema.alterTable('interface_key').addColumn('user_id', 'text').execute();
    // A signature in `cainfo` carries no time of its own, so each is remembered for good: a copy of it is refused whenever it comes.
    await db.schema
      .createTable('interface_signature')
      .addColumn('digest', sql`bytea`, (c) => c.primaryKey())
      .addColumn('used_at', sql`double precision`, (c) => c.notNull())
      .execute();
    // What single institutions' software needs otherwise (reference §3: one client reads `result` as one object).
    await db.schema
      .createTable('interface_switch')
      .addColumn('provider_no', 'text', (c) => c.primaryKey())
      .addColumn('single_result', 'boolean', (c) => c.notNull())
      // how many reminders its doctors read at most; null: as everybody's
      .addColumn('most_reminders', 'integer')
      .addColumn('set_by', 'text', (c) => c.notNull())
      .addColumn('set_at', sql`double precision`, (c) => c.notNull())
      .execute();
  },
};
export default migration;
