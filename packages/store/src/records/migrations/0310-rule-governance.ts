import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  // an edition: where it comes from, its cases (null: the catalogue's), and for live ones which dates of which region it judges
  `alter table rule_edition add column origin text not null default 'shipped', add column cases jsonb, add column region text not null default '*', add column from_day integer, add column to_day integer, add column drafted_by text not null default '系统'`,
  'drop index rule_edition_live',
  // the steps of editions, appended only
  `create table rule_event (serial bigserial primary key, rule_id text not null, edition integer not null, action text not null, state_before text, state_after text not null, by text not null, why text not null, at double precision not null, detail jsonb, foreign key (rule_id, edition) references rule_edition)`,
  'create index rule_event_rule on rule_event (rule_id, edition, serial)',
  `insert into rule_event (rule_id, edition, action, state_before, state_after, by, why, at)
     select rule_id, edition, 'load', null, state, '系统', '随产品装入', floor(extract(epoch from recorded_at)) - ${new Date().getTimezoneOffset() * 60} from rule_edition order by recorded_at, rule_id, edition`,
  `create function refuse_rule_change() returns trigger language plpgsql as $$
     begin raise exception '% is append-only', tg_table_name; end $$`,
  'create trigger append_only before update or delete on rule_event for each row execute function refuse_rule_change()',
  // what workflows refuse in words, the database refuses too
  `create function guard_rule_edition() returns trigger language plpgsql as $$
     begin
       if tg_op = 'UPDATE' and old.state <> 'draft' and (new.tree is distinct from old.tree or new.cases is distinct from old.cases or new.origin is distinct from old.origin) then
         raise exception 'edition % of % is %: it cannot be edited', old.edition, old.rule_id, old.state;
       end if;
       if new.state = 'live' and exists (select 1 from rule_edition o where o.rule_id = new.rule_id and o.edition <> new.edition and o.state = 'live' and o.region = new.region
           and coalesce(o.from_day, -2147483648) <= coalesce(new.to_day, 2147483647) and coalesce(new.from_day, -2147483648) <= coalesce(o.to_day, 2147483647)) then
         raise exception 'two live editions of % for one date and region', new.rule_id;
       end if;
       return new;
     end $$`,
  'create trigger guard_rule_edition before insert or update on rule_edition for each row execute function guard_rule_edition()',
  `create function guard_rule_parameter() returns trigger language plpgsql as $$
     declare standing text; declare whose record;
     begin
       if tg_op = 'DELETE' then whose := old; else whose := new; end if;
       select state into standing from rule_edition where rule_id = whose.rule_id and edition = whose.edition;
       if tg_op <> 'INSERT' and standing <> 'draft' then raise exception 'parameters of edition % of % cannot change: it is %', whose.edition, whose.rule_id, standing; end if;
       return whose;
     end $$`,
  'create trigger guard_rule_parameter before insert or update or delete on rule_parameter for each row execute function guard_rule_parameter()',
  // two editions of a rule may be live for different dates
  'alter table review_rule drop constraint review_rule_pkey',
  'alter table review_rule add primary key (run_id, rule_id, edition)',
];

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
export default migration;
