import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Questions that people keep, and where their answers are shown; what is taken away is ended, not removed.
  `create table saved_view (view_id text primary key, title text not null, question jsonb not null, places text[] not null, by text not null, at double precision not null,
     ended_by text, ended_at double precision)`,
  'create sequence saved_view_number',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
