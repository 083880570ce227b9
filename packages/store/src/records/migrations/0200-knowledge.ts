import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('knowledge_import')
      .addColumn('import_id', 'bigserial', (c) => c.primaryKey())
      .addColumn('imported_at', sql`double precision`, (c) => c.notNull())
      .addColumn('imported_by', 'text', (c) => c.notNull())
      .addColumn('files', 'jsonb', (c) => c.notNull())
      .execute();
    await db.schema
      .createTable('knowledge_point')
      .addColumn('point_id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('import_id', 'bigint', (c) => c.notNull().references('knowledge_import.import_id'))
      .addColumn('rule_key', 'text', (c) => c.notNull())
      .addColumn('rule_code', 'text')
      .addColumn('rule_name', 'text')
      .addColumn('kind', 'text')
      .addColumn('subject', 'text')
      .addColumn('constraint_text', 'text')
      .addColumn('logic', 'text')
      .addColumn('basis', 'text')
      .addColumn('batch', 'text')
      .addColumn('published_on', 'integer')
      .addColumn('valid_from', 'integer')
      .addColumn('valid_to', 'integer')
      .addColumn('supersedes', 'text')
      .addColumn('raw', 'jsonb', (c) => c.notNull())
      .addColumn('params', 'jsonb')
      .addColumn('source', 'text', (c) => c.notNull())
      .addColumn('reason', 'jsonb')
      .addColumn('content_hash', 'text', (c) => c.notNull())
      .addColumn('file', 'text', (c) => c.notNull())
      .addColumn('file_row', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('knowledge_point_pk', ['point_id', 'version'])
      .execute();
    await db.schema.createIndex('knowledge_point_by_rule').on('knowledge_point').column('rule_key').execute();
    await db.schema
      .createTable('knowledge_code')
      .addColumn('point_id', 'text', (c) => c.notNull())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('role', 'text', (c) => c.notNull())
      .addColumn('position', 'integer', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('knowledge_code_pk', ['point_id', 'version', 'role', 'position'])
      .addForeignKeyConstraint('knowledge_code_point', ['point_id', 'version'], 'knowledge_point', ['point_id', 'version'])
      .execute();
    await db.schema.createIndex('knowledge_code_by_code').on('knowledge_code').column('code').execute();
    await db.schema
      .createTable('knowledge_place')
      .addColumn('point_id', 'text', (c) => c.primaryKey())
      .addColumn('version', 'integer', (c) => c.notNull())
      .addColumn('state', 'text', (c) => c.notNull())
      .addColumn('lineage', 'text', (c) => c.notNull())
      .addColumn('in_force_from', 'integer')
      .addColumn('in_force_to', 'integer')
      .addColumn('usable', 'boolean', (c) => c.notNull())
      .addColumn('superseded_by', 'text')
      .addColumn('reason', 'jsonb')
      .addForeignKeyConstraint('knowledge_place_point', ['point_id', 'version'], 'knowledge_point', ['point_id', 'version'])
      .execute();
    await db.schema.createIndex('knowledge_place_by_lineage').on('knowledge_place').column('lineage').execute();
    await sql`create function refuse_knowledge_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name; end $$`.execute(db);
    for (const table of ['knowledge_import', 'knowledge_point', 'knowledge_code'])
      await sql`create trigger append_only before update or delete on ${sql.ref(table)}
        for each row execute function refuse_knowledge_change()`.execute(db);
  },
};
export default migration;
