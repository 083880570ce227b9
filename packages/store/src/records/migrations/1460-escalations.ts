import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Handing on opens a clue after the step: whoever was cut off between the two is found without reading all steps.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql.raw(`create index finding_event_escalate on finding_event (finding_id) where action = 'escalate'`).execute(db);
  },
};
export default migration;
