import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

// Every writer of accounts has segments of its own, and they are followed one after the other: what became of a reminder may be read before
// the account that gave it.
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('audit_feedback').dropConstraint('audit_feedback_reminder_id_fkey').execute();
    await db.schema.createIndex('audit_feedback_by_reminder').ifNotExists().on('audit_feedback').column('reminder_id').execute();
  },
};
export default migration;
