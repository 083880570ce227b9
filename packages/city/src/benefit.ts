import type { Fen } from '@hengjian/domain';
import type { Settlement } from './visit.ts';

/** How one settlement is paid. All parts add up to the total exactly. */
export interface Payment {
  total: Fen;
  inScope: Fen;
  pool: Fen;
  aid: Fen;
  account: Fen;
  cash: Fen;
}

/** Deductible of a stay in fen by class of hospital [0, 1, 2, 3] (the city's own benefit table). */
export const deductible = [10_000, 20_000, 40_000, 80_000] as const;
export const rates = {
  stay: { '310': [92, 92, 88, 84], '390': [85, 85, 75, 62], '510': [100, 100, 100, 100] },
  clinic: { '310': [70, 70, 60, 50], '390': [55, 55, 40, 30], '510': [90, 90, 90, 90] },
  chronic: { '310': [85, 85, 82, 80], '390': [70, 70, 65, 60], '510': [90, 90, 90, 90] },
} as const;

/** Pays a settlement: pool by scene, level and insurance; medical aid; the personal account; the rest in cash. Draws on the account. */
export function pay(settlement: Settlement): Payment {
  const { visit } = settlement;
  let total = 0;
  let inScope = 0;
  for (const line of settlement.lines) {
    total += line.amount;
    inScope += line.inScope;
  }
  const insurance = (visit.insurance in rates.stay ? visit.insurance : '390') as '310' | '390' | '510';
  const scene = visit.stay ? 'stay' : visit.kind === '14' ? 'chronic' : 'clinic';
  let base = inScope;
  if (visit.stay) base = Math.max(0, inScope - (insurance === '510' ? 0 : (deductible[visit.provider.level] as number)));
  const rate = (rates[scene][insurance][visit.provider.level] as number) - (visit.provider.outside ? 10 : 0);
  const pool = visit.kind === '41' ? 0 : Math.floor((base * rate) / 100);
  const aid = visit.person.aided && scene !== 'clinic' ? Math.floor(((inScope - pool) * 60) / 100) : 0;
  const own = total - pool - aid;
  const account = Math.max(0, Math.min(visit.person.account, visit.stay ? Math.floor(own / 2) : own));
  visit.person.account -= account;
  return { total, inScope, pool, aid, account, cash: own - account };
}

/** The reversal gives everything back. */
export function giveBack(payment: Payment, settlement: Settlement): Payment {
  settlement.visit.person.account += payment.account;
  const minus = (fen: Fen) => -fen || 0;
  return {
    total: minus(payment.total),
    inScope: minus(payment.inScope),
    pool: minus(payment.pool),
    aid: minus(payment.aid),
    account: minus(payment.account),
    cash: minus(payment.cash),
  };
}
