import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // A scheme is a draft until another person puts it in force from a day; what was saved before counted at once.
  'alter table credit_scheme add column from_day integer, add column enacted_by text',
  'update credit_scheme set from_day = floor(at / 86400)::int, enacted_by = by',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
