import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // what a step's own form says: an appraisal, who mends what, what follows from the result
    await sql.raw("alter table plan_event add column detail jsonb not null default '{}'").execute(db);
  },
};
export default migration;
