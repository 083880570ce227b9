import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  `create table rule_edition (rule_id text, edition integer, state text not null, rule_code text not null, title text not null, tree jsonb not null, recorded_at timestamptz not null default now(), primary key (rule_id, edition))`,
  // one live edition a rule
  `create unique index rule_edition_live on rule_edition (rule_id) where state = 'live'`,
  `create table rule_parameter (rule_id text, edition integer, name text, region text not null default '*', from_day integer, to_day integer, value jsonb not null, foreign key (rule_id, edition) references rule_edition)`,
  `create unique index rule_parameter_key on rule_parameter (rule_id, edition, name, region, coalesce(from_day, -2147483648))`,
  `create table review_run (run_id text primary key, from_day integer not null, to_day integer not null, lake_version integer not null, state text not null, started_at timestamptz not null, finished_at timestamptz, lines double precision not null default 0, summary jsonb)`,
  `create table review_rule (run_id text references review_run, rule_id text, edition integer not null, partitions double precision not null, hit integer not null, clear double precision not null, not_evaluated integer not null, exempted jsonb not null, amount_fen double precision not null, seconds double precision not null, primary key (run_id, rule_id))`,
  `create table finding (finding_id text primary key, version integer not null, state text not null, cause text, rule_id text not null, rule_code text not null, edition integer not null, certainty text not null, grain text not null, subject_id text not null, point_id text, lineage text, period_day integer not null, person_nos text[] not null, encounter_nos text[] not null, settlement_nos text[] not null, provider_nos text[] not null, amount_fen double precision not null, fund_fen double precision, explanation_zh text not null, explanation_en text not null, facts jsonb not null, basis text not null, constraint_text text not null, exempted_by text, evidence_hash text not null, run_id text not null, recorded_at timestamptz not null default now())`,
  `create index finding_rule on finding (rule_id, period_day) where state = 'live'`,
  `create index finding_period on finding (period_day) where state = 'live'`,
  `create index finding_person on finding using gin (person_nos)`,
  `create index finding_provider on finding using gin (provider_nos)`,
  `create index finding_encounter on finding using gin (encounter_nos)`,
  `create table finding_record (finding_id text not null references finding, role text not null, encounter_no text not null, line_no text, settlement_no text, person_no text not null, provider_no text not null, item_code text, day integer, amount_fen double precision not null, fund_fen double precision)`,
  `create index finding_record_finding on finding_record (finding_id)`,
  `create index finding_record_line on finding_record (encounter_no, line_no)`,
  `create table finding_version (finding_id text not null, version integer not null, state text not null, cause text, run_id text not null, evidence_hash text not null, content jsonb not null, recorded_at timestamptz not null default now(), primary key (finding_id, version))`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
