/** 预付与扣款: what a year's clearing takes off what an institution is due, from its register. */
import type { Fen } from '../money.ts';
import type { RegisterEntry } from '../register/register.ts';
import { calendarDate } from '../time.ts';

export const CLEARING_ADJUSTMENTS = 'clearing-adjustments';

export interface PaidAhead {
  readonly prepaidFen: Fen;
  /** For violations, and otherwise. */
  readonly deductedFen: Fen;
}

/** By institution, of entries in force that fall in the year. */
export function paidAhead(entries: readonly RegisterEntry[], year: number): Map<string, PaidAhead> {
  const found = new Map<string, PaidAhead>();
  for (const { registerId, occurredOn, values } of entries) {
    const { providerNo, kind, amountFen } = values;
    if (registerId !== CLEARING_ADJUSTMENTS || calendarDate(occurredOn).year !== year) continue;
    if (typeof providerNo !== 'string' || typeof amountFen !== 'number') continue;
    const own = found.get(providerNo) ?? { prepaidFen: 0, deductedFen: 0 };
    found.set(
      providerNo,
      kind === 'prepaid' ? { ...own, prepaidFen: own.prepaidFen + amountFen } : { ...own, deductedFen: own.deductedFen + amountFen },
    );
  }
  return found;
}
