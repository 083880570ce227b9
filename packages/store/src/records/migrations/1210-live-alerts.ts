import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // run_id 'live': found from messages; there is one row of it an alert, written over each time.
    await sql
      .raw(`create index alert_signal_live on alert_signal (alert_id, found_at) where run_id = 'live' and ended_at is null`)
      .execute(db);
  },
};
export default migration;
