import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'create sequence point_number',
  // who is registered (登记备案); steps are in the journal
  `create table practitioner_registration (practitioner_no text primary key, name text not null, kind text not null, title text, provider_nos text[] not null, registered_on integer not null,
     committed_on integer, returned_on integer[] not null default '{}')`,
  'create index practitioner_registration_providers on practitioner_registration using gin (provider_nos)',
  `create table point_record (point_id text primary key, practitioner_no text not null references practitioner_registration, provider_no text not null, behaviour text not null, responsibility text not null,
     points integer not null, decision_kind text not null, decision_ref text not null, decided_on integer not null, occurred_on integer not null, facts text not null, state text not null,
     proposed_by text not null, proposed_on integer not null, notice_on integer, due_day integer, objection text, effective_on integer, revoked_on integer, repairs jsonb not null default '[]')`,
  'create index point_record_person on point_record (practitioner_no)',
  'create index point_record_provider on point_record (provider_no)',
  'create index point_record_due on point_record (state, due_day)',
  'create index point_record_decision on point_record (decision_kind, decision_ref)',
  // what follows for the right to be paid, as it was known: the rules read this beside the imported roster
  `create table practitioner_standing (serial bigserial primary key, practitioner_no text not null, state text not null, from_day integer not null, to_day integer, points integer not null, point_id text not null,
     return_from integer, recorded_at double precision not null, replaced_at double precision)`,
  'create index practitioner_standing_person on practitioner_standing (practitioner_no) where replaced_at is null',
  `create table point_behaviour (serial bigserial primary key, region text not null, code text not null, title text not null, general integer not null, important integer not null, main integer not null,
     source text not null, from_day integer, to_day integer, by text not null, at double precision not null, ended boolean not null default false)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
