import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// Whether its finding is pursued stands in the case, kept by PostgreSQL itself: what is handed out next, and how many wait in a state, is
// then read from one index instead of joining a hundred thousand rows.
const statements = [
  'alter table finding_case add column pursued boolean not null default true',
  `update finding_case c set pursued = false from finding f where f.finding_id = c.finding_id and not (f.state = 'live' and f.exempted_by is null)`,
  `create function case_follows_finding() returns trigger language plpgsql as $$
     begin
       update finding_case set pursued = (new.state = 'live' and new.exempted_by is null) where finding_id = new.finding_id;
       return null;
     end $$`,
  `create trigger case_follows after update of state, exempted_by on finding for each row
     when ((old.state, old.exempted_by) is distinct from (new.state, new.exempted_by)) execute function case_follows_finding()`,
  'drop index finding_case_queue',
  'create index finding_case_queue on finding_case (state, worth_fen desc, finding_id) where pursued',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
