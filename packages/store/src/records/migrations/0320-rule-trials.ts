import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // what an edition would have said of a past period, and what was said on a past day: apart from findings, in Parquet
  `create table rule_trial (trial_id text primary key, kind text not null, rule_id text, edition integer, against integer, from_day integer not null, to_day integer not null, region text not null, lake_version integer not null, as_known_at double precision, by text not null, why text not null, at double precision not null, seconds double precision not null, summary jsonb not null, file text not null)`,
  'create index rule_trial_rule on rule_trial (rule_id, edition)',
  `create table rule_judgement (serial bigserial primary key, trial_id text not null references rule_trial, finding_id text not null, verdict text not null, by text not null, why text not null, at double precision not null)`,
  // editions in shadow, run by run
  `create table shadow_run (run_id text not null references review_run, rule_id text not null, edition integer not null, against integer, from_day integer not null, to_day integer not null, narrowed boolean not null, result jsonb not null, file text not null, at double precision not null, primary key (run_id, rule_id, edition))`,
  // exemptions of the bureau: rows with validity and reason, ended by a row, never changed
  `create table exemption (exemption_id text primary key, kind text not null, title text not null, rule_ids text[], acts text not null, condition jsonb not null, region text not null, from_day integer, to_day integer, reason text not null, by text not null, at double precision not null)`,
  `create table exemption_end (serial bigserial primary key, exemption_id text not null references exemption, to_day integer not null, by text not null, why text not null, at double precision not null)`,
  // what people decided about findings
  `create table finding_decision (serial bigserial primary key, finding_id text not null references finding, version integer not null, rule_id text not null, edition integer not null, verdict text not null, by text not null, why text not null, at double precision not null)`,
  'create index finding_decision_finding on finding_decision (finding_id, serial)',
  'create index finding_decision_rule on finding_decision (rule_id, edition)',
  // parameters of the bureau itself, by region and date
  `create table bureau_parameter (serial bigserial primary key, name text not null, region text not null, from_day integer, to_day integer, value jsonb not null, by text not null, why text not null, at double precision not null)`,
  ...['rule_trial', 'rule_judgement', 'shadow_run', 'exemption', 'exemption_end', 'finding_decision', 'bureau_parameter'].map(
    (table) => `create trigger append_only before update or delete on ${table} for each row execute function refuse_rule_change()`,
  ),
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
