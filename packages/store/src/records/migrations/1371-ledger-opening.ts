import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// What a review brings is posted by no step of a person: all that was posted at one moment is sealed together (event_serial 0). Postings
// from before this was done have none.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(`create view finding_ledger_opening as select at, count(*)::int as posting_count,
          encode(sha256(convert_to(string_agg(concat_ws(' ', serial, finding_id, account, gross_fen, in_scope_fen, fund_fen), chr(10) order by serial), 'UTF8')), 'hex') as content
        from finding_ledger where event_serial = 0 group by at`)
      .execute(db);
    await sql.raw('create index finding_ledger_opening_at on finding_ledger (at) where event_serial = 0').execute(db);
  },
};
export default migration;
