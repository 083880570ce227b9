/**
 * Control totals: what arrived of an institution's month against what the clearing statement says of it (3201 对总账). Only where every
 * month of every institution ties can it be said that all settlements were reviewed.
 */
import type { Fen } from '../money.ts';

export interface MonthTotals {
  readonly settlementCount: number;
  /** null: not stated. */
  readonly personCount: number | null;
  /** Refunds taken off. */
  readonly totalFen: Fen;
  readonly fundFen: Fen;
}
export interface ProviderMonth extends MonthTotals {
  readonly providerNo: string;
  /** yyyy-MM */
  readonly month: string;
}

/** tied: equal in every figure; notStated: something arrived that no statement covers; notArrived: the other way round. */
export type TieState = 'tied' | 'differs' | 'notStated' | 'notArrived';
export interface Tie {
  readonly providerNo: string;
  readonly month: string;
  readonly state: TieState;
  readonly arrived: MonthTotals | null;
  readonly stated: MonthTotals | null;
  /** Arrived less stated; a figure that was not stated has no difference. */
  readonly gap: MonthTotals;
}

const nothing: MonthTotals = { settlementCount: 0, personCount: 0, totalFen: 0, fundFen: 0 };
const gapOf = (arrived: MonthTotals, stated: MonthTotals): MonthTotals => ({
  settlementCount: arrived.settlementCount - stated.settlementCount,
  personCount: stated.personCount === null || arrived.personCount === null ? null : arrived.personCount - stated.personCount,
  totalFen: arrived.totalFen - stated.totalFen,
  fundFen: arrived.fundFen - stated.fundFen,
});
const isTied = ({ settlementCount, personCount, totalFen, fundFen }: MonthTotals) =>
  settlementCount === 0 && (personCount ?? 0) === 0 && totalFen === 0 && fundFen === 0;

/**
 * One row for every institution and month that either side knows, in the order of month and institution. Several statements of one
 * month (a supplement) add up; people do not, so that their number is unknown then.
 */
export function reconcile(arrived: readonly ProviderMonth[], stated: readonly ProviderMonth[]): Tie[] {
  const key = ({ providerNo, month }: { providerNo: string; month: string }) => `${month}\u0000${providerNo}`;
  const came = new Map(arrived.map((row) => [key(row), row]));
  const said = new Map<string, ProviderMonth>();
  for (const row of stated) {
    const before = said.get(key(row));
    said.set(
      key(row),
      before
        ? {
            ...row,
            settlementCount: before.settlementCount + row.settlementCount,
            personCount: null,
            totalFen: before.totalFen + row.totalFen,
            fundFen: before.fundFen + row.fundFen,
          }
        : row,
    );
  }
  return [...new Set([...came.keys(), ...said.keys()])].sort().map((at) => {
    const [own, statement] = [came.get(at), said.get(at)];
    const [month = '', providerNo = ''] = at.split('\u0000');
    const gap = gapOf(own ?? nothing, statement ?? nothing);
    const state: TieState = !statement ? 'notStated' : !own ? 'notArrived' : isTied(gap) ? 'tied' : 'differs';
    return { providerNo, month, state, arrived: own ?? null, stated: statement ?? null, gap };
  });
}
