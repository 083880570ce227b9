/**
 * How long the fund lasts and how it keeps to its budget. 可支付月数 = 累计结余 ÷ 近 12 个月月均支出 (人社部发〔2009〕67号: 6 to 9 months of the
 * pooled fund are the aim, above 15 too much, below 3 too little). The ladder's steps are parameters of the bureau.
 */
import type { Fen } from '../money.ts';
import { type FundBudget, type FundMonthAccount, monthAfter } from './accounts.ts';

export interface FundLadder {
  /** Months payable from which the step holds. */
  readonly excess: number;
  readonly green: number;
  readonly blue: number;
  readonly yellow: number;
  readonly orange: number;
  /** Points by which expenditure may grow faster than income, and execution run ahead of time. */
  readonly growthGap: number;
  readonly executionAhead: number;
}
export const fundLadderNames = ['excess', 'green', 'blue', 'yellow', 'orange', 'growthGap', 'executionAhead'] as const;

export type FundStep = 'excess' | 'green' | 'blue' | 'yellow' | 'orange' | 'red';
export type FundSignal =
  /** Spent more than taken in, this year so far. */
  | 'deficit'
  /** Expenditure grew faster than income, by more than the gap, in each of the last two quarters against the year before. */
  | 'growing-apart'
  /** More of the budget spent than of the year gone. */
  | 'ahead-of-budget';

export interface FundStanding {
  readonly insurance: string;
  /** The last month of the books. */
  readonly month: string;
  readonly balanceFen: Fen | null;
  /** Mean expenditure of the months counted. */
  readonly averageFen: Fen;
  /** Months that the mean is of: 12, or fewer where the books are younger. */
  readonly averagedMonths: number;
  /** null: no balance is known, or nothing was spent. */
  readonly monthsPayable: number | null;
  readonly step: FundStep | null;
  readonly signals: readonly FundSignal[];
  /** This year so far. */
  readonly incomeFen: Fen;
  readonly expenditureFen: Fen;
  readonly budgetFen: Fen | null;
  /** 0…: part of the year's budget spent, and part of the year gone. */
  readonly executed: number | null;
  readonly elapsed: number;
}

const sumOf = (rows: readonly FundMonthAccount[], key: 'incomeFen' | 'expenditureFen') => rows.reduce((sum, row) => sum + row[key], 0);

export function fundStep(months: number, ladder: FundLadder): FundStep {
  if (months > ladder.excess) return 'excess';
  for (const step of ['green', 'blue', 'yellow', 'orange'] as const) if (months >= ladder[step]) return step;
  return 'red';
}

/** Growth of a quarter's sum over the same quarter of the year before; null where a month is missing or the base is zero. */
function growth(rows: readonly FundMonthAccount[], last: string, key: 'incomeFen' | 'expenditureFen'): number | null {
  const quarter = (end: string) => [-2, -1, 0].map((by) => rows.find((row) => row.month === monthAfter(end, by)));
  const sum = (found: (FundMonthAccount | undefined)[]) =>
    found.some((row) => row === undefined) ? null : sumOf(found as FundMonthAccount[], key);
  const [now, then] = [sum(quarter(last)), sum(quarter(monthAfter(last, -12)))];
  return now === null || then === null || then === 0 ? null : (now - then) / then;
}

/** The pooled fund of one insurance, from its books up to a month. null where there are none. */
export function fundStanding(
  accounts: readonly FundMonthAccount[],
  budgets: readonly FundBudget[],
  insurance: string,
  until: string,
  ladder: FundLadder,
): FundStanding | null {
  const rows = accounts.filter((row) => row.insurance === insurance && row.account === 'pool' && row.month <= until);
  const last = rows[rows.length - 1];
  if (!last) return null;
  const year = Number(last.month.slice(0, 4));
  const recent = rows.filter((row) => row.month > monthAfter(last.month, -12));
  const averageFen = Math.round(sumOf(recent, 'expenditureFen') / recent.length);
  const ofYear = rows.filter((row) => row.month.startsWith(String(year)));
  const [incomeFen, expenditureFen] = [sumOf(ofYear, 'incomeFen'), sumOf(ofYear, 'expenditureFen')];
  const budgetFen = budgets.find((budget) => budget.year === year && budget.insurance === insurance)?.expenditureFen ?? null;
  const elapsed = Number(last.month.slice(5)) / 12;
  const executed = budgetFen ? expenditureFen / budgetFen : null;
  const monthsPayable = last.balanceFen === null || averageFen <= 0 ? null : last.balanceFen / averageFen;
  const apart = [last.month, monthAfter(last.month, -3)].every((end) => {
    const [out, into] = [growth(rows, end, 'expenditureFen'), growth(rows, end, 'incomeFen')];
    return out !== null && into !== null && (out - into) * 100 >= ladder.growthGap;
  });
  const signals: FundSignal[] = [];
  if (expenditureFen > incomeFen) signals.push('deficit');
  if (apart) signals.push('growing-apart');
  if (executed !== null && (executed - elapsed) * 100 > ladder.executionAhead) signals.push('ahead-of-budget');
  return {
    insurance,
    month: last.month,
    balanceFen: last.balanceFen,
    averageFen,
    averagedMonths: recent.length,
    monthsPayable,
    step: monthsPayable === null ? null : fundStep(monthsPayable, ladder),
    signals,
    incomeFen,
    expenditureFen,
    budgetFen,
    executed,
    elapsed,
  };
}
