import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

/**
 * Knowledge tables of millions of rows. Codes and places are written in the same transaction as their points, by one writer, and never
 * removed: the checks of their keys cost more than the rows. `knowledge_state` says which import last changed what a rule reads.
 */
const migration: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table knowledge_code drop constraint knowledge_code_point`.execute(db);
    await sql`alter table knowledge_place drop constraint knowledge_place_point`.execute(db);
    await sql`create index knowledge_point_by_predecessor on knowledge_point (supersedes) where supersedes is not null`.execute(db);
    await sql`create table knowledge_state (rule_key text primary key, import_id bigint not null)`.execute(db);
    await sql`insert into knowledge_state select rule_key, max(import_id) from knowledge_point group by rule_key`.execute(db);
  },
};
export default migration;
