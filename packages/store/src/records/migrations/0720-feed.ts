import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // Acknowledged messages of the feed, one row each; their content stands in the journal under the same serial.
    await db.schema
      .createTable('feed_message')
      .addColumn('serial', 'bigint', (c) => c.primaryKey())
      .addColumn('infno', 'text', (c) => c.notNull())
      .addColumn('msgid', 'text', (c) => c.notNull())
      .addColumn('provider_no', 'text', (c) => c.notNull())
      .addColumn('received_at', sql`double precision`, (c) => c.notNull())
      .execute();
    await db.schema.createIndex('feed_message_by_day').on('feed_message').columns(['received_at', 'provider_no']).execute();
    // What a message is about: an encounter, an item in an institution's stock, a batch of it.
    await db.schema
      .createTable('feed_subject')
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('subject_no', 'text', (c) => c.notNull())
      .addColumn('serial', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('feed_subject_pk', ['kind', 'subject_no', 'serial'])
      .execute();
    await db.schema.createIndex('feed_subject_by_serial').on('feed_subject').column('serial').execute();
    // How far each follower has read the journal: written in the transaction of its effect.
    await db.schema
      .createTable('feed_position')
      .addColumn('follower', 'text', (c) => c.primaryKey())
      .addColumn('serial', 'bigint', (c) => c.notNull())
      .execute();
    // Records that can no longer be read. An alarm until somebody has the message sent again.
    await db.schema
      .createTable('feed_damage')
      .addColumn('serial', 'bigint', (c) => c.primaryKey())
      .addColumn('segment', 'text', (c) => c.notNull())
      .addColumn('place', 'bigint', (c) => c.notNull())
      .addColumn('found_at', sql`double precision`, (c) => c.notNull())
      .execute();
    // 目录对照: which of the institution's own items is which of the catalogue.
    await db.schema
      .createTable('catalogue_match')
      .addColumn('serial', 'bigint', (c) => c.notNull())
      .addColumn('row', 'integer', (c) => c.notNull())
      .addColumn('provider_no', 'text', (c) => c.notNull())
      .addColumn('own_code', 'text', (c) => c.notNull())
      .addColumn('own_name', 'text')
      .addColumn('list_type', 'text')
      .addColumn('item_code', 'text', (c) => c.notNull())
      .addColumn('begins_on', 'integer')
      .addColumn('ends_on', 'integer')
      .addColumn('received_at', sql`double precision`, (c) => c.notNull())
      // the message that took it back
      .addColumn('ended_by', 'bigint')
      .addPrimaryKeyConstraint('catalogue_match_pk', ['serial', 'row'])
      .execute();
    await db.schema.createIndex('catalogue_match_by_provider').on('catalogue_match').columns(['provider_no', 'own_code']).execute();
    // What the last fold left open of an encounter: charges that wait for their settlement, and what does not fit together.
    await db.schema
      .createTable('feed_open')
      .addColumn('encounter_no', 'text', (c) => c.primaryKey())
      .addColumn('provider_no', 'text')
      .addColumn('waiting_lines', 'integer', (c) => c.notNull())
      .addColumn('waiting_fen', 'bigint', (c) => c.notNull())
      .addColumn('problems', sql`text[]`, (c) => c.notNull())
      .execute();
    for (const table of ['feed_message', 'feed_subject', 'feed_damage'])
      await sql`create trigger append_only before update or delete on ${sql.ref(table)}
        for each row execute function refuse_change()`.execute(db);
  },
};
export default migration;
