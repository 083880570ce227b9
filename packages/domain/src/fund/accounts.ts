/**
 * The fund's books by month, from the register 基金收支台账: income by source, expenditure, the balance that stands at the month's end
 * (社会保险基金财务制度, 财社〔2017〕144号). Nothing is filled in: a month without an entry is not there, and zero only where somebody wrote it.
 */
import type { Fen } from '../money.ts';
import type { RegisterEntry } from '../register/register.ts';
import { calendarDate } from '../time.ts';

export const FUND_ACCOUNTS = 'fund-accounts';
export const FUND_BUDGETS = 'fund-budgets';
const incomeSources = ['contributionFen', 'subsidyFen', 'interestFen', 'otherIncomeFen'] as const;
export type IncomeSource = (typeof incomeSources)[number];

/** One insurance's account (统筹 or 个人账户) in one month. */
export interface FundMonthAccount extends Readonly<Record<IncomeSource, Fen>> {
  /** yyyy-MM */
  readonly month: string;
  readonly insurance: string;
  readonly account: 'pool' | 'personal';
  readonly incomeFen: Fen;
  readonly expenditureFen: Fen;
  readonly balanceFen: Fen | null;
  readonly entryId: string;
}

export interface FundBudget {
  readonly year: number;
  readonly insurance: string;
  readonly incomeFen: Fen | null;
  readonly expenditureFen: Fen;
  readonly entryId: string;
}

const fen = (value: unknown): Fen => (typeof value === 'number' ? value : 0);
const known = (value: unknown): Fen | null => (typeof value === 'number' ? value : null);
const two = (value: number) => String(value).padStart(2, '0');

/** The books in the order of their months; of two entries of one month and account the later written counts. */
export function fundAccounts(entries: readonly RegisterEntry[]): FundMonthAccount[] {
  const months = new Map<string, FundMonthAccount>();
  for (const { registerId, occurredOn, values, entryId } of entries) {
    if (registerId !== FUND_ACCOUNTS) continue;
    const { year, month } = calendarDate(occurredOn);
    const sums = Object.fromEntries(incomeSources.map((name) => [name, fen(values[name])])) as Record<IncomeSource, Fen>;
    const row: FundMonthAccount = {
      ...sums,
      month: `${year}-${two(month)}`,
      insurance: String(values.insurance),
      account: values.account === 'personal' ? 'personal' : 'pool',
      incomeFen: incomeSources.reduce((sum, name) => sum + sums[name], 0),
      expenditureFen: fen(values.expenditureFen),
      balanceFen: known(values.balanceFen),
      entryId,
    };
    months.set(`${row.month} ${row.insurance} ${row.account}`, row);
  }
  return [...months.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** Budgets of all years; the last approved of a year and insurance counts. */
export function fundBudgets(entries: readonly RegisterEntry[]): FundBudget[] {
  const budgets = new Map<string, FundBudget>();
  for (const { registerId, values, entryId } of entries)
    if (registerId === FUND_BUDGETS)
      budgets.set(`${values.year} ${values.insurance}`, {
        year: Number(values.year),
        insurance: String(values.insurance),
        incomeFen: known(values.incomeFen),
        expenditureFen: fen(values.expenditureFen),
        entryId,
      });
  return [...budgets.values()];
}

/** `yyyy-MM` so many months later (or earlier). */
export function monthAfter(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const at = year * 12 + number - 1 + by;
  return `${Math.floor(at / 12)}-${two((((at % 12) + 12) % 12) + 1)}`;
}

/** All months from one to another, both included. */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let month = from; month <= to; month = monthAfter(month, 1)) months.push(month);
  return months;
}
