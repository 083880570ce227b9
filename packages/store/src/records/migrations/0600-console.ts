import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // Who looked at whose number, when and why: appended only.
    await db.schema
      .createTable('personal_data_access')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('at', sql`double precision`, (c) => c.notNull())
      .addColumn('operator', 'text', (c) => c.notNull())
      .addColumn('address', 'text', (c) => c.notNull())
      .addColumn('purpose', 'text', (c) => c.notNull())
      .addColumn('subject', 'text', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('uploaded_document')
      .addColumn('document_id', 'text', (c) => c.primaryKey())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('bytes', 'bytea', (c) => c.notNull())
      .addColumn('uploaded_at', sql`double precision`, (c) => c.notNull())
      .addColumn('uploaded_by', 'text', (c) => c.notNull())
      .execute();
    await sql`create or replace function refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
    for (const table of ['personal_data_access', 'uploaded_document'])
      await sql`create trigger append_only before update or delete on ${sql.ref(table)}
        for each row execute function refuse_change()`.execute(db);
  },
};
export default migration;
