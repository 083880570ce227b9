import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'create sequence alert_story_number',
  // A story: what one subject does within days that belong together. Its steps are in the journal.
  `create table alert_story (story_id text primary key, monitor text not null, subject_kind text not null, subject_no text not null, alert_ids text[] not null default '{}', from_day integer not null,
     to_day integer not null, signal_count integer not null, score double precision not null, state text not null, assigned_to text, reason text, led_to text, raised_at double precision not null, closed_on integer)`,
  'create index alert_story_state on alert_story (state, score desc)',
  'create index alert_story_subject on alert_story (subject_no, monitor)',
  // Signals as they were found: other numbers are a new version, what is gone is ended. The last version of an id is the one in force.
  `create table alert_signal (signal_id text not null, version integer not null, story_id text not null references alert_story, alert_id text not null, part text[] not null default '{}', from_day integer not null,
     to_day integer not null, hour integer, value double precision not null, form text not null, expected double precision not null, score double precision not null, facts jsonb not null, series jsonb not null,
     records jsonb not null, graph jsonb, run_id text not null, found_at double precision not null, ended_at double precision, primary key (signal_id, version))`,
  'create index alert_signal_story on alert_signal (story_id) where ended_at is null',
  'create index alert_signal_alert on alert_signal (alert_id, to_day) where ended_at is null',
  `create table alert_run (run_id text not null, alert_id text not null, from_day integer not null, to_day integer not null, lake_version integer not null, asked bigint not null, signals integer not null,
     unasked jsonb not null, at double precision not null, milliseconds integer not null, primary key (run_id, alert_id))`,
  // Thresholds tried on the past: only what was tried is put into force.
  `create table alert_trial (trial_id text primary key, alert_id text not null, parameters jsonb not null, from_day integer not null, to_day integer not null, result jsonb not null, by text not null,
     at double precision not null)`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
