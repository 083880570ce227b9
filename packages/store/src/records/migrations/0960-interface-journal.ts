import { type Kysely, sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const migration: Migration = {
  async up(db: Kysely<unknown>) {
    // What the platform keeps of a 事前提醒结果 (warn_rslt) beyond the account, why a message was refused, and where the call stands.
    await db.schema
      .alterTable('interface_call')
      .addColumn('trigger_scene', 'text')
      .addColumn('medical_kind', 'text')
      .addColumn('fee_fen', 'bigint')
      .addColumn('refusal', 'text')
      .addColumn('segment', 'text')
      .addColumn('place', 'bigint')
      .addColumn('size', 'bigint')
      .execute();
    await db.schema.createIndex('interface_call_by_time').on('interface_call').columns(['received_at', 'serial']).execute();
    await db.schema.createIndex('interface_call_by_msgid').on('interface_call').column('msgid').execute();
    await sql`create index interface_call_undecided on interface_call (serial) where undecided <> 0`.execute(db);
    // How far the accounts' journal was followed: written in the transaction of its effect.
    await db.schema
      .createTable('call_segment')
      .addColumn('segment', 'text', (c) => c.primaryKey())
      .addColumn('place', 'bigint', (c) => c.notNull())
      .execute();
    // A call that its deadline cut short, asked again afterwards: what would have been said.
    await db.schema
      .createTable('call_recheck')
      .addColumn('call', 'bigint', (c) => c.primaryKey().references('interface_call.serial'))
      .addColumn('rechecked_at', sql`double precision`, (c) => c.notNull())
      .addColumn('found', 'integer', (c) => c.notNull())
      .addColumn('amount_fen', 'bigint', (c) => c.notNull())
      .addColumn('findings', 'jsonb', (c) => c.notNull())
      .execute();
    await sql`create trigger append_only before update or delete on call_recheck for each row execute function refuse_change()`.execute(db);
    // One row a reminder, and one a call that had none (vola_flag 0): the national table of 事前提醒结果 under its own column names.
    await sql`create view warn_rslt as
      select coalesce(r.reminder_id, 'A' || c.serial) as warn_rslt_id, c.trigger_scene as trig_scen, c.medical_kind as med_type,
        c.received_at as reqt_time, c.received_at + coalesce(c.milliseconds, 0) / 1000 as rsp_time, c.milliseconds as ana_dura,
        case when r.reminder_id is null then '0' else '1' end as vola_flag, r.rule_id,
        (select e.tree ->> 'code' from rule_edition e where e.rule_id = r.rule_id and e.edition = r.edition limit 1) as rule_code,
        (select e.tree -> 'title' ->> 'zh' from rule_edition e where e.rule_id = r.rule_id and e.edition = r.edition limit 1) as rule_name,
        case r.severity when 'clear' then '1' when 'suspect' then '2' end as rule_sev_deg,
        case r.severity when 'clear' then '1' when 'suspect' then '2' end as rule_warn_lv, r.sentence as warn_cont,
        c.fee_fen as medfee_sumamt_fen, r.amount_fen as vola_amt_fen, f.disposition as warn_dspo_way, f.reason as warn_dspo_way_dscr,
        c.received_at as crte_time, coalesce(fc.received_at, c.received_at) as updt_time,
        c.serial as call, c.infno, c.provider_no
      from interface_call c
      left join audit_reminder r on r.call = c.serial
      left join lateral (select * from audit_feedback where reminder_id = r.reminder_id order by serial desc limit 1) f on true
      left join interface_call fc on fc.serial = f.call
      where c.infno in ('3101', '3102', '3660', '3661') and c.outcome = 'answered'`.execute(db);
  },
};
export default migration;
