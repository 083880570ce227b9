import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // What was done to a transfer, appended only; the serial within it keeps two people from dividing the same money.
  `create table transfer_event (transfer_id text not null, serial integer not null, deed jsonb not null, entered_by text not null, entered_at double precision not null,
     primary key (transfer_id, serial))`,
  'create trigger append_only before update or delete on transfer_event for each row execute function refuse_change()',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
