import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('lake_version')
      .addColumn('version', 'integer', (c) => c.primaryKey())
      .addColumn('recorded_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
      .addColumn('folder', 'text', (c) => c.notNull())
      .addColumn('report', 'jsonb', (c) => c.notNull())
      .addColumn('counters', 'jsonb', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('lake_file')
      .addColumn('path', 'text', (c) => c.primaryKey())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('bucket', 'integer')
      .addColumn('rows', 'integer', (c) => c.notNull())
      .addColumn('bytes', sql`double precision`, (c) => c.notNull())
      .addColumn('from_day', 'integer')
      .addColumn('to_day', 'integer')
      .addColumn('from_version', 'integer', (c) => c.notNull().references('lake_version.version'))
      .addColumn('to_version', 'integer')
      .execute();
    await db.schema.createIndex('lake_file_current').on('lake_file').columns(['to_version', 'kind', 'bucket']).execute();
  },
};
export default migration;
