import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'create sequence complaint_number',
  // Where a complaint stands; its steps are in the journal. Who reported is sealed (AES-256-GCM), the code to follow it is kept as a hash.
  `create table complaint (complaint_id text primary key, code_hash text not null unique, kind text not null, channel text not null, object text not null, object_name text not null,
     provider_no text, matter text not null, facts text not null, named boolean not null, insider boolean not null, received_on integer not null, recorded_at double precision not null, recorded_by text not null,
     state text not null, due_day integer, assigned_to text, handled_by text, extended boolean not null default false, merged_into text references complaint, finding_ids text[] not null default '{}',
     result text, value_fen bigint, reply text, closed_on integer, working_day_count integer, satisfied boolean, reward_fen bigint, reporter text, register_entry text)`,
  'create index complaint_state on complaint (state, due_day)',
  'create index complaint_received on complaint (received_on)',
  'create table complaint_picture (complaint_id text not null references complaint, no integer not null, kind text not null, sealed bytea not null, primary key (complaint_id, no))',
  `create table reward_rule (serial bigserial primary key, region text not null, object text not null, from_fen bigint not null, to_fen bigint, rate integer not null, floor_fen bigint not null, cap_fen bigint not null,
     insider_factor integer not null, from_day integer, to_day integer, source text not null, by text not null, at double precision not null, ended boolean not null default false)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
