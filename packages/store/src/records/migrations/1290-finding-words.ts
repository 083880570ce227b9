import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

// A search for words, or for a part of a number, is looked up by three signs in a row; a whole settlement number as well. A server
// without pg_trgm (a contributed module that every distribution of PostgreSQL brings) reads all findings instead, and says the same.
const statements = [
  `do $$ begin
     create extension if not exists pg_trgm;
     create index finding_words on finding using gin ((finding_id || chr(10) || subject_id || chr(10) || explanation_zh) gin_trgm_ops);
   exception when insufficient_privilege or undefined_file or feature_not_supported then
     raise notice 'searches for words will read all findings: %', sqlerrm;
   end $$`,
  'create index finding_settlement on finding using gin (settlement_nos)',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
