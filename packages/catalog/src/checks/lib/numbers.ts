/** Arithmetic of printed numbers: sums without binary dust, and when two prints are the same amount. */

const SCALE = 1_000_000;

/** Number of decimals a number shows when printed. */
export const decimalsOf = (value: number): number => {
  const text = String(value);
  return text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
};

/** Sum of decimals (at most six places), exact in those places. */
export const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + Math.round(value * SCALE), 0) / SCALE;

/** Rounded to at most `places` decimals. */
export const rounded = (value: number, places = 2): number => Math.round(value * 10 ** places) / 10 ** places;

/** How far apart two decimals are, exact in six places; never negative. */
export const gapOf = (expected: number, found: number): number =>
  Math.abs(Math.round(expected * SCALE) - Math.round(found * SCALE)) / SCALE;

/**
 * What rounding alone may explain in a sum: half of the last printed place for every part. Amounts in 万元 are printed to two
 * places (trailing zeros are dropped), so the last place is never taken coarser than 0.01.
 */
const sumTolerance = (parts: readonly number[]): number => 0.005 * parts.length + 1e-9;

/** Do the parts give the total, rounding aside? */
export const addsUp = (total: number, parts: readonly number[]): boolean =>
  gapOf(total, sumOf(parts)) <= Math.max(sumTolerance(parts), 1e-6);

/** One amount printed with fewer decimals than the other: 8050.6 is 8050.64. */
export const samePrinted = (a: number, b: number): boolean =>
  gapOf(a, b) <= 0.5 * 10 ** -Math.min(decimalsOf(a), decimalsOf(b)) * (decimalsOf(a) === decimalsOf(b) ? 0 : 1) + 1e-9;

/** The only number of a text ('99.96万元' → 99.96, '1,503.89' → 1503.89); null when there is none or more than one. */
export const onlyNumber = (text: string): number | null => {
  const found = text.replace(/(\d)[,，](?=\d{3})/g, '$1').match(/-?\d+(?:\.\d+)?/g);
  return found?.length === 1 ? Number(found[0]) : null;
};

/** 3359.62, 3359.62万, 99.96万元, 1,200元; null for a blank, a dash or a ratio. */
export const moneyCell = (cell: string): number | null =>
  /^-?\d[\d,，]*(?:\.\d+)?\s*(?:万元|万|元)?$/.test(cell) ? onlyNumber(cell) : null;

/** A cell that is nothing but a number (with thousands separators). */
export const numberCell = (text: string): number | null =>
  /^-?\d{1,3}(?:[,，]\d{3})+(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/.test(text.trim()) ? Number(text.replace(/[,，\s]/g, '')) : null;
