import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // the monthly re-review: what was drawn, from how many, by whom, from which seed; and what another person says of each
  `create table recheck (recheck_id text primary key, from_day integer not null, to_day integer not null, seed double precision not null, size integer not null,
     finding_population integer not null, claim_population integer not null, by text not null, why text not null, at double precision not null)`,
  `create table recheck_item (recheck_id text not null references recheck, item_no integer not null, kind text not null, subject_id text not null, stratum text not null, primary key (recheck_id, item_no))`,
  `create table recheck_judgement (serial bigserial primary key, recheck_id text not null, item_no integer not null, agrees boolean not null, by text not null, why text not null, at double precision not null,
     foreign key (recheck_id, item_no) references recheck_item)`,
  ...['recheck', 'recheck_item', 'recheck_judgement'].map(
    (table) => `create trigger append_only before update or delete on ${table} for each row execute function refuse_change()`,
  ),
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
