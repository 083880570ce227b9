import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// A list of what is pursued, the largest first, reads its page from an index instead of sorting everything that waits.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const column of ['fund_fen', 'amount_fen'])
      await sql
        .raw(
          `create index finding_pursued_${column} on finding (${column} desc nulls last, finding_id desc) where state = 'live' and exempted_by is null`,
        )
        .execute(db);
  },
};
export default migration;
