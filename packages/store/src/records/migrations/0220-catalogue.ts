import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('catalogue_edition')
      .addColumn('edition', 'serial', (c) => c.primaryKey())
      .addColumn('imported_at', 'timestamptz', (c) => c.notNull().defaultTo(sql`now()`))
      .addColumn('imported_by', 'text', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('items', 'integer', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('catalogue_item')
      .addColumn('edition', 'integer', (c) => c.notNull().references('catalogue_edition.edition'))
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('name', 'text')
      .addColumn('valid_from', 'integer')
      .addColumn('valid_to', 'integer')
      .addPrimaryKeyConstraint('catalogue_item_pk', ['edition', 'code'])
      .execute();
    await db.schema.createIndex('catalogue_item_by_code').on('catalogue_item').column('code').execute();
  },
};
export default migration;
