import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // The steps of a plan's year, appended only; the serial within the plan keeps two people from taking the same step.
  `create table plan_event (plan_id text not null references plan, serial integer not null, action text not null, state_before text not null, state_after text not null,
     why text not null, grade text, document_no text, remarks jsonb not null, successor_id text references plan, taken_by text not null, taken_at double precision not null,
     primary key (plan_id, serial))`,
  'create trigger append_only before update or delete on plan_event for each row execute function refuse_change()',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
