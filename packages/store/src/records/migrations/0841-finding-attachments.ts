import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table finding_attachment (attachment_id text primary key, file text not null, kind text not null, bytes bytea not null, size integer not null, hash text not null,
     provider_no text, by text not null, at double precision not null)`,
  `create table finding_attachment_of (finding_id text not null references finding, attachment_id text not null references finding_attachment, primary key (finding_id, attachment_id))`,
  ...['finding_attachment', 'finding_attachment_of'].map(
    (table) => `create trigger append_only before update or delete on ${table} for each row execute function refuse_change()`,
  ),
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
