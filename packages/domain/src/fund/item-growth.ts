/**
 * Why some items cost more than before: volume (how many units, at the old mean price), mix (dearer or cheaper items instead of others, at old
 * prices) and price (each item's own price). Quantities of unlike units are added up, so volume and mix are best read within items of one kind.
 * An item without an earlier use has no earlier price: all of it is mix.
 */
import type { Fen } from '../money.ts';
import { wholeParts } from './growth.ts';

export interface ItemUse {
  readonly code: string;
  /** Net of refunds; ten-thousandths. */
  readonly quantity: number;
  readonly amountFen: Fen;
}
export const itemGrowthFactors = ['volume', 'mix', 'price'] as const;
export type ItemGrowthFactor = (typeof itemGrowthFactors)[number];

export interface ItemGrowth {
  readonly changeFen: Fen;
  /** Change over the base; null where nothing was spent before. */
  readonly rate: number | null;
  /** Sums to the change, to the fen; null where there was no use before, or is none now: a factor out of nothing has no part. */
  readonly parts: Readonly<Record<ItemGrowthFactor, Fen>> | null;
}

const total = (uses: readonly ItemUse[], of: 'quantity' | 'amountFen') => uses.reduce((sum, one) => sum + one[of], 0);

export function explainItems(before: readonly ItemUse[], after: readonly ItemUse[]): ItemGrowth {
  const [was, is] = [total(before, 'amountFen'), total(after, 'amountFen')];
  const [q0, q1] = [total(before, 'quantity'), total(after, 'quantity')];
  const changeFen = is - was;
  const rate = was > 0 ? changeFen / was : null;
  if (q0 <= 0 || q1 <= 0 || was <= 0) return { changeFen, rate, parts: null };
  const prices = new Map(before.flatMap(({ code, quantity, amountFen }) => (quantity > 0 ? [[code, amountFen / quantity] as const] : [])));
  const price = after.reduce((sum, { code, quantity, amountFen }) => {
    const old = prices.get(code);
    return old === undefined ? sum : sum + amountFen - quantity * old;
  }, 0);
  const volume = ((q1 - q0) * was) / q0;
  const [a = 0, b = 0, c = 0] = wholeParts([volume, changeFen - volume - price, price], changeFen);
  return { changeFen, rate, parts: { volume: a, mix: b, price: c } };
}
