import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // what tells of the same conduct, and what of the points adds to the sum
  "alter table point_record add column conduct text[] not null default '{}', add column counted integer not null default 0",
  'update point_record set counted = points',
  "update point_record set conduct = array[decision_ref] where decision_kind = 'finding'",
  // the article that a case must be decided under
  'alter table point_behaviour add column article text',
  "create index enforcement_case_decision on enforcement_case ((content->'decision'->>'no')) where decided_on is not null",
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
