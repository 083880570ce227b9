import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { matterTable } from '../../matter/matter-table.ts';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    const statements = [
      ...matterTable('survey'),
      // The day only, no time, no address, no code: nobody can be found by his answer.
      `create table survey_answer (answer_id bigserial primary key, survey_id text not null references survey, version integer not null, channel text not null,
         answered_on integer not null, answers jsonb not null, whole boolean not null, sheet_no text, entered_by text)`,
      'create index survey_answer_survey on survey_answer (survey_id)',
      `create table survey_answer_withdrawal (answer_id bigint primary key references survey_answer, why text not null, by text not null, at double precision not null)`,
      `create table survey_code (serial bigserial, survey_id text not null references survey, code text not null, used boolean not null default false,
         primary key (survey_id, code))`,
      ...['survey_answer', 'survey_answer_withdrawal'].map(
        (table) => `create trigger append_only before update or delete on ${table} for each row execute function refuse_change()`,
      ),
    ];
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
