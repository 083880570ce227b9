import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('register_entry')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('entry_id', 'text', (c) => c.notNull().unique())
      .addColumn('register_id', 'text', (c) => c.notNull())
      .addColumn('occurred_on', 'integer', (c) => c.notNull())
      .addColumn('recorded_at', sql`double precision`, (c) => c.notNull())
      .addColumn('recorded_by', 'text', (c) => c.notNull())
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('values', 'jsonb', (c) => c.notNull())
      // One entry is replaced at most once: two people correcting it at the same time collide here.
      .addColumn('corrects', 'text', (c) => c.unique().references('register_entry.entry_id'))
      .addColumn('withdrawn', 'boolean', (c) => c.notNull().defaultTo(false))
      .execute();
    await db.schema.createIndex('register_entry_by_day').on('register_entry').columns(['register_id', 'occurred_on']).execute();
    await db.schema
      .createTable('register_completeness')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('register_id', 'text', (c) => c.notNull())
      .addColumn('from_day', 'integer', (c) => c.notNull())
      .addColumn('to_day', 'integer', (c) => c.notNull())
      .addColumn('declared_by', 'text', (c) => c.notNull())
      .addColumn('declared_at', sql`double precision`, (c) => c.notNull())
      .execute();
    // Appended only: the database itself refuses to change or remove an entry.
    await sql`create function refuse_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
    for (const table of ['register_entry', 'register_completeness'])
      await sql`create trigger append_only before update or delete on ${sql.ref(table)}
        for each row execute function refuse_change()`.execute(db);
  },
};
export default migration;
