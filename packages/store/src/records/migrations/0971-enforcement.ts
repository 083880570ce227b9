import { exampleDiscretion } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { matterTable } from '../../matter/matter-table.ts';

const statements = [
  ...matterTable('inspection_plan', ["kind text not null generated always as (content->>'kind') stored"]),
  ...matterTable('inspection', [
    "kind text not null generated always as (content->>'kind') stored",
    "plan_id text not null generated always as (content->>'planId') stored",
  ]),
  'create index inspection_plan_of on inspection (plan_id)',
  ...matterTable('enforcement_case', [
    "cause_code text not null generated always as (content->>'causeCode') stored",
    "article text not null generated always as (content->>'article') stored",
    "party_kind text not null generated always as (content->'party'->>'kind') stored",
    "party_no text generated always as (content->'party'->>'no') stored",
    "decided_on integer generated always as ((content->>'decidedOn')::integer) stored",
    "outcome text generated always as (content->>'outcome') stored",
    "loss_fen bigint generated always as ((content->>'lossFen')::bigint) stored",
    "refund_fen bigint generated always as ((content->>'refundFen')::bigint) stored",
    "fine_fen bigint generated always as ((content->>'fineFen')::bigint) stored",
  ]),
  'create index enforcement_case_decided on enforcement_case (provider_no, decided_on) where decided_on is not null',
  // Signed scans and photographs: bytes once, never changed; a wrong one is taken back, with who and why.
  `create table matter_attachment (attachment_id text primary key, noun text not null, matter_id text not null, paper text not null, file text not null, kind text not null,
     bytes bytea not null, size integer not null, hash text not null, by text not null, at double precision not null, withdrawn boolean not null default false)`,
  'create index matter_attachment_of on matter_attachment (noun, matter_id)',
  `create table discretion_rule (serial bigserial primary key, region text not null, article text not null, grade text not null, unit text not null, low bigint not null, high bigint not null,
     from_day integer, to_day integer, source text not null, by text not null, at double precision not null, ended boolean not null default false)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
    for (const { region, article, grade, unit, low, high, source } of exampleDiscretion)
      await sql`insert into discretion_rule (region, article, grade, unit, low, high, source, by, at)
        values (${region}, ${article}, ${grade}, ${unit}, ${low}, ${high}, ${source}, '出厂', 0)`.execute(db);
  },
};
export default migration;
