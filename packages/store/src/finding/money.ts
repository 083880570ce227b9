// The ledger of findings as lists and figures: totals at any past moment, and what came in, one row a posting.
import {
  type Account,
  type Amounts,
  accounts,
  type Day,
  dayOf,
  type Instant,
  movementsOf,
  noAmounts,
  SECONDS_PER_DAY,
  type Way,
} from '@hengjian/domain';
import { type Kysely, sql } from 'kysely';
import type { Database } from '../records/database.ts';

export interface AccountTotal extends Amounts {
  readonly account: Account;
}

/** All institutions together, in the running sums. */
const EVERYONE = '*';

/**
 * Every account as it stood at an instant (that second included), of one institution or of all: the running sums of its day and of all
 * days before, less what was posted later on that day.
 */
export async function ledgerTotals(db: Kysely<Database>, at: Instant, providerNo?: string): Promise<AccountTotal[]> {
  const ofProvider =
    providerNo === undefined ? sql`` : sql`join finding_case c on c.finding_id = l.finding_id and c.provider_no = ${providerNo}`;
  const { rows } =
    await sql<AccountTotal>`select account, sum(gross_fen) as gross_fen, sum(in_scope_fen) as in_scope_fen, sum(fund_fen) as fund_fen from (
      select account, gross_fen, in_scope_fen, fund_fen from finding_ledger_day where provider_no = ${providerNo ?? EVERYONE} and day <= ${dayOf(at)}
      union all select l.account, -l.gross_fen, -l.in_scope_fen, -l.fund_fen from finding_ledger l ${ofProvider}
        where l.at > ${at} and l.at < ${(dayOf(at) + 1) * SECONDS_PER_DAY}) t group by account`.execute(db);
  const byAccount = new Map(rows.map((row) => [row.account, row]));
  return accounts.map((account) => byAccount.get(account) ?? { account, ...noAmounts });
}

export interface LedgerFinding extends Amounts {
  readonly findingId: string;
  readonly ruleId: string;
  readonly edition: number;
  readonly providerNo: string | null;
}

/** Findings whose money stood in an account at an instant, the largest first: they add up to the account's total. */
export async function ledgerFindings(
  db: Kysely<Database>,
  account: Account,
  at: Instant,
  page: { readonly offset: number; readonly limit: number },
): Promise<{ count: number; rows: LedgerFinding[] }> {
  const holding = sql`select l.finding_id, sum(l.gross_fen) as gross_fen, sum(l.in_scope_fen) as in_scope_fen, sum(l.fund_fen) as fund_fen from finding_ledger l
    where l.account = ${account} and l.at <= ${at} group by l.finding_id having sum(l.gross_fen) <> 0 or sum(l.in_scope_fen) <> 0 or sum(l.fund_fen) <> 0`;
  const [counted, { rows }] = await Promise.all([
    sql<{ count: number }>`select count(*)::int as count from (${holding}) h`.execute(db),
    sql<LedgerFinding>`select h.finding_id, h.gross_fen, h.in_scope_fen, h.fund_fen, c.rule_id, f.edition, c.provider_no
      from (${holding}) h join finding_case c using (finding_id) join finding f using (finding_id)
      order by abs(h.fund_fen) desc, h.gross_fen desc, h.finding_id offset ${page.offset} limit ${page.limit}`.execute(db),
  ]);
  return { count: counted.rows[0]?.count ?? 0, rows };
}

/** The accounts of one finding that hold something. */
export async function positionsOfFinding(db: Kysely<Database>, findingId: string): Promise<AccountTotal[]> {
  const { rows } =
    await sql<AccountTotal>`select account, sum(gross_fen) as gross_fen, sum(in_scope_fen) as in_scope_fen, sum(fund_fen) as fund_fen from finding_ledger
    where finding_id = ${findingId} group by account having sum(gross_fen) <> 0 or sum(in_scope_fen) <> 0 or sum(fund_fen) <> 0`.execute(
      db,
    );
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
const kinds: Readonly<Record<Way, RecoveryEntry['kind']>> = {
  refused: 'refusal',
  offset: 'recovery',
  paidBack: 'recovery',
  selfReturned: 'selfRefund',
};

/**
 * What the ledger of findings adds to the register of recoveries, which people keep for what came in elsewhere (inspections, cases).
 * Money given back takes from the way it had come in by; `ledger:SERIAL`, and `ledger:SERIAL:way` where one return has several parts.
 */
export async function recoveryEntries(db: Kysely<Database>, entryIds?: readonly string[]): Promise<RecoveryEntry[]> {
  const wanted = entryIds && new Set(entryIds);
  const serials = entryIds?.flatMap((id) => (id.startsWith(LEDGER_ENTRY) ? [Number(id.split(':')[1])] : []));
  if (serials?.length === 0) return [];
  const { rows } = await sql<{
    serial: number;
    findingId: string;
    account: Account;
    fundFen: number;
    settledOn: Day;
    providerNo: string | null;
  }>`
    select l.serial::float8 as serial, l.finding_id, l.account, l.fund_fen, floor(l.at / 86400)::int as settled_on, c.provider_no
    from finding_ledger l join finding_case c using (finding_id)
    where l.account in ('refused', 'offset', 'paidBack', 'selfReturned', 'givenBack') and l.fund_fen <> 0
      ${serials ? sql`and l.finding_id in (select finding_id from finding_ledger where serial = any(${serials}::bigint[]))` : sql``}
    order by l.serial`.execute(db);
  const entries = [...Map.groupBy(rows, (row) => row.findingId).values()].flatMap(movementsOf).map(({ posting, way, fundFen }) => ({
    serial: posting.serial,
    entryId: `${LEDGER_ENTRY}${posting.serial}${fundFen < 0 && fundFen !== posting.fundFen ? `:${way}` : ''}`,
    settledOn: posting.settledOn,
    kind: kinds[way],
    providerNo: posting.providerNo,
    caseNo: posting.findingId,
    amountFen: fundFen,
  }));
  return entries
    .filter((entry) => wanted?.has(entry.entryId) ?? true)
    .sort((a, b) => a.serial - b.serial)
    .map(({ serial: _, ...entry }) => entry);
}

/** Grows with every posting. */
export async function lastPosting(db: Kysely<Database>): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(serial), 0)::float8 as last from finding_ledger`.execute(db);
  return rows[0]?.last ?? 0;
}

/** The postings of one finding, in their order. */
export const ledgerOfFinding = (db: Kysely<Database>, findingId: string) =>
  db.selectFrom('findingLedger').selectAll().where('findingId', '=', findingId).orderBy('serial').execute();
