/**
 * What moved of a finding's money, as the bureau counts it: each amount by the way it came in, and what was given back taken from
 * those ways, the latest first. Worked out from the postings until then, so that what a day counted is never counted otherwise later.
 */
import type { Fen } from '../money.ts';
import type { Account } from './ledger.ts';

/** Accounts of money that came in. */
export const ways = ['refused', 'offset', 'paidBack', 'selfReturned'] as const satisfies readonly Account[];
export type Way = (typeof ways)[number];

export interface Movement<P> {
  readonly posting: P;
  readonly way: Way;
  /** Negative: given back. */
  readonly fundFen: Fen;
}

const wayOf = (account: string): Way | undefined => ways.find((way) => way === account);

/** Movements of one finding, from its postings in their order; postings of other accounts move nothing. */
export function movementsOf<P extends { readonly account: string; readonly fundFen: Fen }>(postings: readonly P[]): Movement<P>[] {
  const held: { way: Way; fen: Fen }[] = [];
  return postings.flatMap((posting): Movement<P>[] => {
    const way = wayOf(posting.account);
    if (way !== undefined) {
      held.push({ way, fen: posting.fundFen });
      return posting.fundFen === 0 ? [] : [{ posting, way, fundFen: posting.fundFen }];
    }
    if (posting.account !== 'givenBack') return [];
    const back = new Map<Way, Fen>();
    for (let left = -posting.fundFen; left > 0; ) {
      const last = held.at(-1);
      // the guard of the step allows no more than came in
      if (!last) throw new Error('more was given back than came in');
      const part = Math.min(left, last.fen);
      back.set(last.way, (back.get(last.way) ?? 0) + part);
      last.fen -= part;
      left -= part;
      if (last.fen === 0) held.pop();
    }
    return [...back].map(([from, fen]) => ({ posting, way: from, fundFen: -fen }));
  });
}
