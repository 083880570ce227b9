import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Cells of a reading that people corrected; the row is named as the machine read it. Appended, the last of a cell counts.
  `create table reading_correction (serial bigserial primary key, document_id text not null references uploaded_document, line integer not null, name text not null,
     changes jsonb not null, why text not null, corrected_by text not null, corrected_at double precision not null)`,
  'create index on reading_correction (document_id)',
  'create trigger append_only before update or delete on reading_correction for each row execute function refuse_change()',
  // What documents of a layout taught: a header word is a column, a word is a sign, a unit, a level. meaning null: dropped.
  `create table reading_habit (serial bigserial primary key, layout text, kind text not null, word text not null, meaning text, why text not null,
     document_id text references uploaded_document, taught_by text not null, taught_at double precision not null)`,
  'create trigger append_only before update or delete on reading_habit for each row execute function refuse_change()',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
