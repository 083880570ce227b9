/**
 * Money is whole fen, quantities and unit prices are fixed-point whole numbers (decision 0001).
 * All are JavaScript integers below 2^53; products of two of them are formed with BigInt.
 */

/** Whole fen (1 yuan = 100 fen). */
export type Fen = number;
/** Quantity in ten-thousandths of the billing unit (national `cnt`, four decimals). */
export type Quantity = number;
/** Unit price in millionths of a yuan (national `pric`, six decimals). */
export type UnitPrice = number;

export const QUANTITY_SCALE = 10_000;
export const PRICE_SCALE = 1_000_000;

/** Reads a decimal text into a whole number of `scale`-ths; undefined when it is no number or has more digits than the scale holds. */
export function parseFixed(text: string, scale: number): number | undefined {
  const match = /^\s*([+-]?)(\d{1,15})(?:\.(\d*))?\s*$/.exec(text);
  if (!match) return undefined;
  const digits = Math.round(Math.log10(scale));
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return undefined;
  const value = Number(match[2]) * scale + Number(fraction.padEnd(digits, '0') || '0');
  if (!Number.isSafeInteger(value)) return undefined;
  return match[1] === '-' ? -value || 0 : value;
}

/** Writes a fixed-point whole number as a decimal text with at least `least` decimals. */
export function formatFixed(value: number, scale: number, least = 0): string {
  const digits = Math.round(Math.log10(scale));
  const sign = value < 0 ? '-' : '';
  const whole = Math.abs(value);
  const fraction = String(whole % scale)
    .padStart(digits, '0')
    .replace(/0+$/, '')
    .padEnd(least, '0');
  return `${sign}${Math.floor(whole / scale)}${fraction ? `.${fraction}` : ''}`;
}

/** '12.50' → 1250; undefined when not a money text of at most two decimals. */
export const parseYuan = (text: string): Fen | undefined => parseFixed(text, 100);
/** 1250 → '12.50'. */
export const formatYuan = (fen: Fen): string => formatFixed(fen, 100, 2);

/** Quantity × unit price in fen, half away from zero. */
export function amountOf(quantity: Quantity, unitPrice: UnitPrice): Fen {
  const product = BigInt(quantity) * BigInt(unitPrice); // 1e-10 yuan
  const unit = BigInt((QUANTITY_SCALE * PRICE_SCALE) / 100);
  const half = product < 0n ? -unit / 2n : unit / 2n;
  return Number((product + half) / unit);
}

/** `amount × part ÷ whole` in fen, half away from zero; 0 when `whole` is 0. */
export function proportion(amount: Fen, part: number, whole: number): Fen {
  if (whole === 0) return 0;
  const product = BigInt(amount) * BigInt(part);
  const by = BigInt(whole);
  const negative = product < 0n !== by < 0n;
  const [p, w] = [product < 0n ? -product : product, by < 0n ? -by : by];
  const rounded = Number((p * 2n + w) / (w * 2n));
  return negative ? -rounded || 0 : rounded;
}

/**
 * Divides `total` over `weights` so that the parts sum to `total` exactly (largest remainder, ties to the earlier part).
 * All weights must be ≥ 0; when all are 0 every part is 0 and the caller keeps the total aside.
 */
export function largestRemainder(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((a, b) => a + BigInt(b), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const sign = total < 0 ? -1 : 1;
  const whole = BigInt(Math.abs(total));
  const parts = weights.map((weight, index) => {
    const product = whole * BigInt(weight);
    return { index, floor: product / sum, rest: product % sum };
  });
  let left = Number(whole - parts.reduce((a, p) => a + p.floor, 0n));
  const result = parts.map((p) => Number(p.floor));
  for (const p of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left-- <= 0) break;
    result[p.index] = (result[p.index] ?? 0) + 1;
  }
  return sign < 0 ? result.map((part) => -part || 0) : result;
}
