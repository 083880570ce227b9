import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Whose claim was drawn: who judges it again is shown the care of that person around it.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw('alter table recheck_item add column person_no text').execute(db);
  },
};
export default migration;
