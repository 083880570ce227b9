import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { matterTable } from '../../matter/matter-table.ts';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      ...matterTable('clue', [
        "source text not null generated always as (content->>'source') stored",
        "source_ref text generated always as (content->>'sourceRef') stored",
        "object text not null generated always as (content->>'object') stored",
        "object_no text generated always as (content->>'objectNo') stored",
      ]),
      // asked twice, opened once
      'create unique index clue_source on clue (source, source_ref) where source_ref is not null',
      'create index clue_object on clue (object, object_no)',
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
