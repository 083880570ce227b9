import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // The server of this home, while its connection lives: other processes hand their writing to it.
    await db.schema
      .createTable('serving')
      .addColumn('backend_id', 'integer', (c) => c.primaryKey())
      .addColumn('process_id', 'integer', (c) => c.notNull())
      .addColumn('machine', 'text', (c) => c.notNull())
      .addColumn('url', 'text', (c) => c.notNull())
      .addColumn('token', 'text', (c) => c.notNull())
      .addColumn('since', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
      .execute();
  },
};
export default migration;
