// How a number may have been miswritten: the cause that people look for first when a sum does not come out.
import type { SlipKind } from '@hengjian/domain/messages/check-suggestions.ts';
import { decimalsOf, gapOf, rounded, sumOf } from './numbers.ts';

/** The slip of the hand that makes `found` of `wanted`; null where one is not enough. */
export function slipOf(found: number, wanted: number): SlipKind | null {
  if (found === wanted || found <= 0 || wanted <= 0) return null;
  const ratio = wanted / found;
  if ([10, 100, 1000, 10_000].some((ten) => Math.abs(ratio - ten) < 1e-9 || Math.abs(ratio * ten - 1) < 1e-9)) return 'point';
  const places = Math.max(decimalsOf(found), decimalsOf(wanted));
  const [a, b] = [found.toFixed(places), wanted.toFixed(places)];
  if (a.length !== b.length) return null;
  const differing = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
  const [first = 0, second] = differing;
  if (differing.length === 1) return 'digit';
  const next = a[first + 1] === '.' ? first + 2 : first + 1;
  return differing.length === 2 && second === next && a[first] === b[second] && a[second] === b[first] ? 'swapped' : null;
}

export interface Slip {
  /** -1: the total; else the place among the parts. */
  part: number;
  from: number;
  to: number;
  slip: SlipKind;
}

/**
 * The one number of a sum that a slip of the hand explains; null where none or several could be it. Two digits exchanged and a moved
 * point are seldom chance; one wrong digit explains a gap only where no other number could have it.
 */
export function slipIn(total: number, parts: readonly number[]): Slip | null {
  const sum = sumOf(parts);
  const gap = (total < sum ? -1 : 1) * gapOf(total, sum);
  const candidates = [
    { part: -1, from: total, to: sum },
    ...parts.map((from, part) => ({ part, from, to: rounded(from + gap, 6) })),
  ].flatMap((one): Slip[] => {
    const slip = slipOf(one.from, one.to);
    return slip ? [{ ...one, slip }] : [];
  });
  for (const strong of [true, false]) {
    const own = candidates.filter(({ slip }) => (slip !== 'digit') === strong);
    if (own.length > 0) return own.length === 1 ? (own[0] as Slip) : null;
  }
  return null;
}
