/**
 * Where the money of a finding stands, as accounts of an append-only ledger in fen. `source` is what the findings say, with the sign
 * turned; every posting adds up to nothing, so the other accounts always add up to the findings. A posting is never worked out by the
 * step that causes it: it is the difference between where the money stands and where the case says it should (`positionsOf`), so that
 * a correction, a reversal and a step that is done twice all post what is missing and nothing else.
 */

import { type FindingCase, receivedFen } from './case.ts';
import { type Amounts, isNothing, minus, noAmounts } from './claim.ts';
import { claimedStates } from './steps.ts';

export const accounts = [
  /** 疑点来源, turned */
  'source',
  /** 存疑 */
  'open',
  /** 排除 */
  'excluded',
  /** 已由其他疑点认定: claimed by another finding on the same lines */
  'overlap',
  /** 认定待追 */
  'upheld',
  /** 拒付 */
  'refused',
  /** 结算抵扣 */
  'offset',
  /** 退回到账 */
  'paidBack',
  /** 自查退回 */
  'selfReturned',
  /** 核销 */
  'writtenOff',
  /** 应退还机构 (turned: owed) */
  'owedBack',
  /** 已退还机构 (turned) */
  'givenBack',
] as const;
export type Account = (typeof accounts)[number];

export type Positions = ReadonlyMap<Account, Amounts>;

const fund = (fundFen: number): Amounts => ({ ...noAmounts, fundFen });

/**
 * Where the money of a case should stand. `found`: what the finding says; `scope`: what is left of it after lines were let go;
 * `claim`: what of that no other finding claims. Amounts taken count against the fund's share.
 */
export function positionsOf(one: FindingCase, found: Amounts, scope: Amounts, claim: Amounts): Positions {
  const { taken } = one;
  const claimed = claimedStates.includes(one.state);
  const withdrawn = one.state === 'dismissed' && one.cause === 'withdrawn';
  // what is claimed and did not come in is written off as far as that was decided; what came in above the claim is owed back, and what
  // was written off never came in
  const missing = (claimed ? claim.fundFen : 0) - receivedFen(one);
  const writtenOff = Math.min(taken.writtenOffFen, Math.max(0, missing));
  const all = new Map<Account, Amounts>([
    ['refused', fund(taken.refusedFen)],
    ['offset', fund(taken.offsetFen)],
    ['paidBack', fund(taken.paidBackFen)],
    ['selfReturned', fund(taken.selfReturnedFen)],
    ['writtenOff', fund(writtenOff)],
    ['givenBack', fund(-taken.givenBackFen)],
    ['owedBack', fund(Math.min(0, missing))],
  ]);
  let whole = found;
  if (withdrawn) whole = noAmounts;
  else if (claimed) {
    all.set('excluded', minus(found, scope));
    all.set('overlap', minus(scope, claim));
    all.set('upheld', { ...claim, fundFen: Math.max(0, missing) - writtenOff });
  } else all.set(one.state === 'dismissed' ? 'excluded' : 'open', found);
  all.set('source', minus(noAmounts, whole));
  return all;
}

/** What is still to be taken (positive) or to be given back (negative) of a claimed case, in fen of the fund. */
export const dueFen = (positions: Positions): number => (positions.get('upheld')?.fundFen ?? 0) + (positions.get('owedBack')?.fundFen ?? 0);

export interface Posting extends Amounts {
  readonly account: Account;
}

/** What has to be posted to come from one standing to the other; adds up to nothing where both do. */
export function postingsBetween(now: Positions, should: Positions): Posting[] {
  return accounts.flatMap((account) => {
    const change = minus(should.get(account) ?? noAmounts, now.get(account) ?? noAmounts);
    return isNothing(change) ? [] : [{ account, ...change }];
  });
}
