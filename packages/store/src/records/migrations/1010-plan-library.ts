import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What was read from a kept document, so that the library need not read it again; derived, made anew by another reader.
  `create table document_reading (document_id text primary key references uploaded_document, reader integer not null, org text, year integer, kind text not null, projects jsonb not null)`,
  // Targets being drawn up: every save is a row, the last counts.
  `create table plan_draft (draft_id text not null, serial integer not null, content jsonb, plan_id text references plan, saved_by text not null, saved_at double precision not null,
     primary key (draft_id, serial))`,
  'create trigger append_only before update or delete on plan_draft for each row execute function refuse_change()',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
