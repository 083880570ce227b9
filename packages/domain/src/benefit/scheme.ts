/**
 * 待遇政策 as data: what the pooled fund and medical aid pay of a settlement. A scheme is a dated table of a region; the first rule that a
 * settlement meets pays it. Money is whole fen, rates are ten-thousandths.
 */
import type { Insurance, Setting } from '../lake.ts';
import type { Fen } from '../money.ts';
import type { Day } from '../time.ts';

export interface BenefitBand {
  /** Of what is counted in the year beyond this much … */
  readonly aboveFen: Fen;
  /** … so much is paid (ten-thousandths). */
  readonly rate: number;
}

export interface BenefitRule {
  /** Empty: whatever it is. */
  readonly insurance: readonly Insurance[];
  readonly setting: readonly Setting[];
  readonly level: readonly number[];
  readonly outOfArea: boolean | null;
  readonly deductibleFen: Fen;
  /** Of every settlement, or once a year (what is left of it). */
  readonly deductiblePer: 'settlement' | 'year';
  /** In the order of `aboveFen`, the first from 0; by what the person has had counted under this rule in the year. */
  readonly bands: readonly BenefitBand[];
  /** What the pool pays a person under this rule in a calendar year at most. */
  readonly capFen: Fen | null;
  /** Part of what is left in scope after the pool that medical aid pays for people who have it (ten-thousandths). */
  readonly aidRate: number;
}

export interface BenefitScheme {
  readonly schemeId: string;
  readonly title: string;
  readonly region: string;
  readonly fromDay: Day;
  readonly toDay: Day | null;
  /** Document that it was written from. */
  readonly source: string;
  readonly rounding: 'floor' | 'half-up';
  readonly rules: readonly BenefitRule[];
  /** What the pool pays a person in a calendar year at most, all rules together. */
  readonly capFen: Fen | null;
}

/** A settlement as it was, net. */
export interface BenefitCase {
  readonly insurance: Insurance | null;
  readonly setting: Setting | null;
  readonly level: number | null;
  readonly outOfArea: boolean | null;
  readonly totalFen: Fen;
  readonly inScopeFen: Fen;
  /** The person has medical aid: told by the settlement itself, where aid was paid. */
  readonly aided: boolean;
}

export interface BenefitPaid {
  readonly poolFen: Fen;
  readonly aidFen: Fen;
}

/** What a person has used up in one calendar year; one for each person and year, settlements in the order of their moments. */
export interface BenefitYear {
  readonly counted: number[];
  readonly deducted: number[];
  readonly paid: number[];
  total: number;
}
export const benefitYear = (scheme: BenefitScheme): BenefitYear => ({
  counted: scheme.rules.map(() => 0),
  deducted: scheme.rules.map(() => 0),
  paid: scheme.rules.map(() => 0),
  total: 0,
});

const meets = <T>(wanted: readonly T[], value: T | null) => wanted.length === 0 || (value !== null && wanted.includes(value));

/** Which rule pays it; −1: none, so that nothing is known of what should have been paid. */
export const ruleOf = (scheme: BenefitScheme, one: Pick<BenefitCase, 'insurance' | 'setting' | 'level' | 'outOfArea'>): number =>
  scheme.rules.findIndex(
    (rule) =>
      meets(rule.insurance, one.insurance) &&
      meets(rule.setting, one.setting) &&
      meets(rule.level, one.level) &&
      (rule.outOfArea === null || rule.outOfArea === one.outOfArea),
  );

/** Rules by the four values that choose them, each looked up once: millions of settlements have few combinations. */
export function ruleFinder(scheme: BenefitScheme): (one: BenefitCase) => number {
  const known = new Map<string, number>();
  return (one) => {
    const key = `${one.insurance}|${one.setting}|${one.level}|${one.outOfArea}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const rule = ruleOf(scheme, one);
    known.set(key, rule);
    return rule;
  };
}

/** What the bands pay for the part of the year from `from` to `to`, in ten-thousandths of a fen. */
function banded(bands: readonly BenefitBand[], from: number, to: number): number {
  let paid = 0;
  for (let i = 0; i < bands.length; i += 1) {
    const { aboveFen, rate } = bands[i] as BenefitBand;
    const end = Math.min(to, bands[i + 1]?.aboveFen ?? Number.POSITIVE_INFINITY);
    const begin = Math.max(from, aboveFen);
    if (end > begin) paid += (end - begin) * rate;
  }
  return paid;
}

const RATE = 10_000;

/** Settles one case under a rule and counts it in the person's year. Ten-thousandths of fen stay below 2^53 up to 9 billion yuan. */
export function settle(scheme: BenefitScheme, rule: number, one: BenefitCase, year: BenefitYear): BenefitPaid {
  const { deductibleFen, deductiblePer, bands, capFen, aidRate } = scheme.rules[rule] as BenefitRule;
  const round = scheme.rounding === 'floor' ? Math.floor : Math.round;
  const owed = deductiblePer === 'year' ? Math.max(0, deductibleFen - (year.deducted[rule] as number)) : deductibleFen;
  const deducted = Math.min(owed, Math.max(0, one.inScopeFen));
  const from = year.counted[rule] as number;
  const to = from + Math.max(0, one.inScopeFen) - deducted;
  const left = Math.min(
    capFen === null ? Number.POSITIVE_INFINITY : capFen - (year.paid[rule] as number),
    scheme.capFen === null ? Number.POSITIVE_INFINITY : scheme.capFen - year.total,
  );
  const poolFen = Math.max(0, Math.min(round(banded(bands, from, to) / RATE), left));
  year.deducted[rule] = (year.deducted[rule] as number) + deducted;
  year.counted[rule] = to;
  year.paid[rule] = (year.paid[rule] as number) + poolFen;
  year.total += poolFen;
  const aidFen = one.aided ? Math.max(0, round(((one.inScopeFen - poolFen) * aidRate) / RATE)) : 0;
  return { poolFen, aidFen };
}
