// The ledger of findings as lists and figures: totals at any past moment, and what came in, one row a posting.
import { type Account, accounts, type Day, type Instant } from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface AccountTotal {
  readonly account: Account;
  readonly grossFen: number;
  readonly fundFen: number;
}

/** Every account as it stood at an instant (that second included), of one institution or of all. */
export async function ledgerTotals(db: Kysely<Database>, at: Instant, providerNo?: string): Promise<AccountTotal[]> {
  const { rows } = await sql<AccountTotal>`select l.account, sum(l.gross_fen) as gross_fen, sum(l.fund_fen) as fund_fen
    from finding_ledger l ${providerNo === undefined ? sql`` : sql`join finding_case c on c.finding_id = l.finding_id and c.provider_no = ${providerNo}`}
    where l.at <= ${at} group by l.account`.execute(db);
  const byAccount = new Map(rows.map((row) => [row.account, row]));
  return accounts.map((account) => byAccount.get(account) ?? { account, grossFen: 0, fundFen: 0 });
}

/** The accounts of one finding that hold something. */
export async function positionsOfFinding(db: Kysely<Database>, findingId: string): Promise<AccountTotal[]> {
  const { rows } = await sql<AccountTotal>`select account, sum(gross_fen) as gross_fen, sum(fund_fen) as fund_fen from finding_ledger
    where finding_id = ${findingId} group by account having sum(gross_fen) <> 0 or sum(fund_fen) <> 0`.execute(db);
  return accounts.flatMap((account) => rows.find((row) => row.account === account) ?? []);
}

/** One movement of the ledger as an entry of the register `recoveries`: money that came in, was refused, or was given back (negative). */
export interface RecoveryEntry {
  readonly entryId: string;
  readonly settledOn: Day;
  readonly kind: 'recovery' | 'refusal' | 'selfRefund';
  readonly providerNo: string | null;
  readonly caseNo: string;
  readonly amountFen: number;
}
const LEDGER_ENTRY = 'ledger:';

/**
 * What the ledger of findings adds to the register of recoveries, which people keep for what came in elsewhere (inspections, cases).
 * Money given back takes from the way it had come in by.
 */
export async function recoveryEntries(db: Kysely<Database>, entryIds?: readonly string[]): Promise<RecoveryEntry[]> {
  const serials = entryIds?.flatMap((id) => (id.startsWith(LEDGER_ENTRY) ? [id.slice(LEDGER_ENTRY.length)] : []));
  if (serials?.length === 0) return [];
  const { rows } = await sql<RecoveryEntry>`
    select ${LEDGER_ENTRY} || l.serial as entry_id, floor(l.at / 86400)::int as settled_on, c.provider_no, l.finding_id as case_no, l.fund_fen as amount_fen,
      case when l.account = 'refused' then 'refusal' when l.account = 'selfReturned' then 'selfRefund' when l.account <> 'givenBack' then 'recovery'
        when exists (select 1 from finding_ledger o where o.finding_id = l.finding_id and o.account in ('offset', 'paidBack')) then 'recovery'
        when exists (select 1 from finding_ledger o where o.finding_id = l.finding_id and o.account = 'selfReturned') then 'selfRefund'
        else 'refusal' end as kind
    from finding_ledger l join finding_case c using (finding_id)
    where l.account in ('refused', 'offset', 'paidBack', 'selfReturned', 'givenBack') and l.fund_fen <> 0
      ${serials ? sql`and l.serial = any(${serials}::bigint[])` : sql``} order by l.serial`.execute(db);
  return rows;
}

/** Grows with every posting. */
export async function lastPosting(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(serial), 0)::float8 as last from finding_ledger`.execute(db);
  return rows[0]?.last ?? 0;
}

/** The postings of one finding, in their order. */
export const ledgerOfFinding = (db: Kysely<Database>, findingId: string) =>
  db.selectFrom('findingLedger').selectAll().where('findingId', '=', findingId).orderBy('serial').execute();
