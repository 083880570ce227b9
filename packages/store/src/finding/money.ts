// The ledger of findings as lists and figures: totals at any past moment, and what came in, one row a posting.
import { type Account, accounts, type Instant } from '@hengjian/domain';
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
