import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// A call is looked for by how its msgid begins, and opened with its reminders: both read a whole table before.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`drop index if exists interface_call_by_msgid`.execute(db);
    await sql`create index interface_call_by_msgid on interface_call (msgid text_pattern_ops)`.execute(db);
    await sql`create index audit_reminder_by_call on audit_reminder (call)`.execute(db);
  },
};
export default migration;
