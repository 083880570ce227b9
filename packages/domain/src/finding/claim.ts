/**
 * Money once, among the findings that are claimed: per line the largest amount, per encounter the larger of its own amounts and the sum
 * of its lines (house law). What a finding claims is what it adds to the findings claimed before it; the rest is claimed by those.
 */
import { type Fen, largestRemainder } from '../money.ts';

/** What is in question, what of it is in the scope of payment, and the fund's share (实施细则 art. 35). */
export interface Amounts {
  readonly grossFen: Fen;
  readonly inScopeFen: Fen;
  readonly fundFen: Fen;
}
export const noAmounts: Amounts = { grossFen: 0, inScopeFen: 0, fundFen: 0 };
const each = (of: (name: keyof Amounts) => Fen): Amounts => ({
  grossFen: of('grossFen'),
  inScopeFen: of('inScopeFen'),
  fundFen: of('fundFen'),
});
export const plus = (a: Amounts, b: Amounts): Amounts => each((name) => a[name] + b[name]);
export const minus = (a: Amounts, b: Amounts): Amounts => each((name) => a[name] - b[name]);
/** Nothing in any of them. */
export const isNothing = (a: Amounts): boolean => a.grossFen === 0 && a.inScopeFen === 0 && a.fundFen === 0;
const sumOfAmounts = (all: readonly Amounts[]): Amounts => all.reduce(plus, noAmounts);

/** One record in question of a finding. */
export interface ClaimRecord {
  readonly encounterNo: string;
  readonly lineNo: string | null;
  readonly settlementNo: string | null;
  readonly grossFen: Fen;
  /** null: the claim does not say. */
  readonly inScopeFen: Fen | null;
  /** null: undetermined. */
  readonly fundFen: Fen | null;
}
export const lineKey = ({ encounterNo, lineNo }: ClaimRecord): string => `${encounterNo}:${lineNo ?? ''}`;

/** The records that are left after lines were let go, with the fund's share fixed by a person spread over them by amount. */
export function scopeOf(records: readonly ClaimRecord[], dismissedLines: readonly string[], fixedFundFen: Fen | null): ClaimRecord[] {
  const gone = new Set(dismissedLines);
  const left = records.filter((record) => !gone.has(lineKey(record)));
  if (fixedFundFen === null) return left;
  const shares = largestRemainder(
    fixedFundFen,
    left.map((r) => r.grossFen),
  );
  return left.map((record, i) => ({ ...record, fundFen: shares[i] ?? 0 }));
}

export const amountsOf = (records: readonly ClaimRecord[]): Amounts => records.reduce((sum, record) => plus(sum, known(record)), noAmounts);

/** What nobody knows counts for nothing until somebody says it. */
const known = (record: ClaimRecord): Amounts => each((name) => record[name] ?? 0);
const greatest = (a: Amounts | undefined, b: Amounts): Amounts => (a ? each((name) => Math.max(a[name], b[name])) : b);

/** Money once of records of one encounter. */
function onceOf(records: readonly ClaimRecord[]): Amounts {
  const lines = new Map<string, Amounts>();
  const wholes = new Map<string, Amounts>();
  for (const r of records) {
    const [map, key] = r.lineNo === null ? [wholes, r.settlementNo ?? ''] : ([lines, `${r.lineNo}:${r.settlementNo ?? ''}`] as const);
    map.set(key, greatest(map.get(key), known(r)));
  }
  // a record on an encounter of several settlements names them all (S1;S2), or none, and holds each of them: never added to them
  const [several, single] = [[] as Amounts[], [] as Amounts[]];
  for (const [settlement, amounts] of wholes) (settlement === '' || settlement.includes(';') ? several : single).push(amounts);
  const whole = several.reduce<Amounts>((a, b) => greatest(a, b), sumOfAmounts(single));
  return greatest(whole, sumOfAmounts([...lines.values()]));
}

/** What each finding adds to those before it, in one encounter. */
export function claimsOf(
  inOrder: readonly { readonly findingId: string; readonly records: readonly ClaimRecord[] }[],
): Map<string, Amounts> {
  const all: ClaimRecord[] = [];
  let before = noAmounts;
  const claims = new Map<string, Amounts>();
  for (const { findingId, records } of inOrder) {
    all.push(...records);
    const now = onceOf(all);
    claims.set(findingId, minus(now, before));
    before = now;
  }
  return claims;
}
