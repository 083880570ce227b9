import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // An insured person's account is bound to one person, and says how it was made sure who that is. A person has one account.
  'alter table account add column person_no text, add column verified text',
  'create unique index account_person on account (person_no) where person_no is not null',
  // Contact data that people ask to have changed; steps are in the journal, without the data.
  'create sequence contact_request_number',
  `create table contact_request (request_id text primary key, person_no text not null, account_id text not null references account, telephone text, address text, state text not null,
     asked_at double precision not null, decided_by text, decided_at double precision, answer text)`,
  'create index contact_request_state on contact_request (state, asked_at)',
  // one waits at a time
  `create unique index contact_request_waiting on contact_request (person_no) where state = 'asked'`,
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
