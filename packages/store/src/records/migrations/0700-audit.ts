import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // Every message of the national interface: who, which, how long, what became of it. Nothing of its content but numbers.
    await db.schema
      .createTable('interface_call')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('infno', 'text', (c) => c.notNull())
      .addColumn('msgid', 'text', (c) => c.notNull())
      .addColumn('provider_no', 'text', (c) => c.notNull())
      .addColumn('received_at', sql`double precision`, (c) => c.notNull())
      .addColumn('milliseconds', sql`double precision`)
      // null while it is being answered
      .addColumn('outcome', 'text')
      .addColumn('reminders', 'integer')
      .execute();
    // What was said before or during care (the platform's 事前提醒结果 table), and what the doctor did of it.
    await db.schema
      .createTable('audit_reminder')
      .addColumn('reminder_id', 'text', (c) => c.primaryKey())
      .addColumn('call', 'bigint', (c) => c.notNull().references('interface_call.serial'))
      .addColumn('trigger_scene', 'text')
      .addColumn('finding_id', 'text', (c) => c.notNull())
      .addColumn('rule_id', 'text', (c) => c.notNull())
      .addColumn('edition', 'integer', (c) => c.notNull())
      .addColumn('point_id', 'text')
      .addColumn('lineage', 'text')
      .addColumn('person_no', 'text')
      .addColumn('encounter_no', 'text')
      .addColumn('line_nos', sql`text[]`, (c) => c.notNull())
      .addColumn('severity', 'text', (c) => c.notNull())
      .addColumn('amount_fen', 'bigint', (c) => c.notNull())
      .addColumn('sentence', 'text', (c) => c.notNull())
      .execute();
    await db.schema.createIndex('audit_reminder_by_encounter').on('audit_reminder').column('encounter_no').execute();
    await db.schema
      .createTable('audit_feedback')
      .addColumn('serial', 'bigserial', (c) => c.primaryKey())
      .addColumn('reminder_id', 'text', (c) => c.notNull().references('audit_reminder.reminder_id'))
      .addColumn('call', 'bigint', (c) => c.notNull().references('interface_call.serial'))
      // dspo_way: 1 goes on, 2 goes back to change
      .addColumn('disposition', 'text', (c) => c.notNull())
      .addColumn('reason', 'text')
      .execute();
    await db.schema
      .createTable('sign_in')
      .addColumn('sign_in_no', 'text', (c) => c.primaryKey())
      .addColumn('provider_no', 'text', (c) => c.notNull())
      .addColumn('operator', 'text', (c) => c.notNull())
      .addColumn('signed_in_at', sql`double precision`, (c) => c.notNull())
      .addColumn('signed_out_at', sql`double precision`)
      .execute();
    for (const table of ['audit_reminder', 'audit_feedback'])
      await sql`create trigger append_only before update or delete on ${sql.ref(table)}
        for each row execute function refuse_change()`.execute(db);
  },
};
export default migration;
