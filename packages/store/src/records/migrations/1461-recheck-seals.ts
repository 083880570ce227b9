import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// What was drawn for a re-review is sealed as a whole: its items have no key of their own.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql
      .raw(`create view recheck_sample as select recheck_id, count(*)::int as item_count,
          encode(sha256(convert_to(string_agg(concat_ws(' ', item_no, kind, subject_id, stratum, person_no), chr(10) order by item_no), 'UTF8')), 'hex') as content
        from recheck_item group by recheck_id`)
      .execute(db);
  },
};
export default migration;
