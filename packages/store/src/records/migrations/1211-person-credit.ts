import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // Insured people are rated as institutions are.
  'alter table credit_rating rename column provider_no to subject_no',
  `alter table credit_rating add column subject_kind text not null default 'provider'`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
