// A finding that somebody has to work on gets a case, and its money stands in question: in the transaction that stores the finding.
import type { Day, Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import { appendSteps } from '../journal/journal.ts';
import type { Database } from '../records/database.ts';

/** Statistics and findings that are not pursued have no case. How many were opened; the last thing done in its transaction (`appendSteps`). */
export async function openCases(trx: Kysely<Database>, at: Instant, dueDay: Day | null): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with opened as (
      insert into finding_case (finding_id, state, entered_at, due_day, evidence_hash, rule_id, provider_no, item_code, worth_fen)
      select f.finding_id, 'suspect', ${at}, ${dueDay}, f.evidence_hash, f.rule_id, f.provider_nos[1],
        coalesce((select min(r.item_code) from finding_record r where r.finding_id = f.finding_id and r.role = 'inQuestion'), ''),
        coalesce(f.fund_fen, f.amount_fen)
      from finding f
      where f.state = 'live' and f.exempted_by is null and f.certainty <> 'statistic'
        and not exists (select 1 from finding_case c where c.finding_id = f.finding_id)
      order by f.finding_id
      returning finding_id),
    money as (
      select o.finding_id, coalesce(sum(r.amount_fen), 0) as gross, coalesce(sum(r.in_scope_fen), 0) as in_scope,
        coalesce(sum(r.fund_fen), 0) as fund
      from opened o left join finding_record r on r.finding_id = o.finding_id and r.role = 'inQuestion' group by o.finding_id),
    posted as (
      insert into finding_ledger (finding_id, account, gross_fen, in_scope_fen, fund_fen, at, event_serial)
      select m.finding_id, side.account, side.sign * m.gross, side.sign * m.in_scope, side.sign * m.fund, ${at}, 0
      from money m cross join (values ('source', -1), ('open', 1)) as side(account, sign)
      where m.gross <> 0 or m.in_scope <> 0 or m.fund <> 0 order by m.finding_id, side.sign)
    select count(*)::int as n from opened`.execute(trx);
  const opened = rows[0]?.n ?? 0;
  const money = [{ table: 'finding_ledger_opening', key: String(at) }];
  if (opened > 0)
    await appendSteps(trx, [
      {
        noun: 'ledger',
        subjectId: 'opening',
        action: 'open',
        before: null,
        after: null,
        by: '系统',
        why: '',
        at,
        detail: { opened },
        rows: money,
      },
    ]);
  return opened;
}
