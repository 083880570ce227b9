import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // What exemptions kept from being said in answers to institutions, by call.
    await db.schema
      .createTable('call_exemption')
      .addColumn('call', 'bigint', (c) => c.notNull().references('interface_call.serial'))
      .addColumn('exemption_id', 'text', (c) => c.notNull())
      .addColumn('times', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('call_exemption_pkey', ['call', 'exemption_id'])
      .execute();
    await sql`create index call_exemption_by_exemption on call_exemption (exemption_id)`.execute(db);
    await sql`create trigger append_only before update or delete on call_exemption for each row execute function refuse_change()`.execute(
      db,
    );
  },
};
export default migration;
