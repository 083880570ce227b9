import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Decided alike is looked up, not sorted: when people last decided a case stands in its row; no item is '' so that it can be looked up too.
const statements = [
  `update finding_case set item_code = '' where item_code is null`,
  `alter table finding_case alter column item_code set default '', alter column item_code set not null`,
  'alter table finding_case add column decided_at double precision, add column appealed boolean generated always as (second_by is not null) stored',
  `update finding_case c set decided_at = e.at from (select finding_id, max(at) as at from finding_event
     where action in ('uphold', 'maintain', 'dismiss') group by finding_id) e where e.finding_id = c.finding_id`,
  `create index finding_case_precedent on finding_case (rule_id, item_code, appealed, decided_at desc)
     where state in ('dismissed', 'confirmed', 'recovery', 'closed')`,
  `create index finding_case_precedent_provider on finding_case (rule_id, item_code, provider_no, appealed, decided_at desc)
     where state in ('dismissed', 'confirmed', 'recovery', 'closed')`,
  // what waits where is counted from the index alone
  'create index finding_case_waiting on finding_case (state) include (due_day, worth_fen, provider_no)',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
