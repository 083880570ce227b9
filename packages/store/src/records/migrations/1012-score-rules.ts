import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Local rules of scoring as data: what they change of a national set. Appended; the last of an id counts.
  `create table score_rules (serial bigserial primary key, id text not null, changes jsonb not null, ended boolean not null, entered_by text not null, entered_at double precision not null)`,
  'create trigger append_only before update or delete on score_rules for each row execute function refuse_change()',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
