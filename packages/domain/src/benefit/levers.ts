/** 政策调整: what may be changed in a what-if. Levers change the scheme, or what settlements cost, or how many people there are. */
import type { Insurance, Setting } from '../lake.ts';
import type { BenefitRule, BenefitScheme } from './scheme.ts';

export const leverKinds = ['deductible', 'rate', 'cap', 'price', 'scope', 'enrolment'] as const;
export type LeverKind = (typeof leverKinds)[number];

export interface Lever {
  readonly kind: LeverKind;
  /** Empty: all of them. */
  readonly insurance: readonly Insurance[];
  readonly setting: readonly Setting[];
  readonly level: readonly number[];
  /** Codes of items that begin with one of these (price, scope). */
  readonly items: readonly string[];
  /**
   * deductible: fen added; rate: ten-thousandths added; cap: fen a year and person (a null cap becomes this); price: ten-thousandths
   * by which the items' prices change; scope: ten-thousandths of the items' amounts that count as in scope; enrolment: ten-thousandths by
   * which the number of insured people changes.
   */
  readonly by: number;
}

const touches = (wanted: readonly unknown[], own: readonly unknown[]) =>
  wanted.length === 0 || own.length === 0 || own.some((one) => wanted.includes(one));
const concerns = (lever: Lever, rule: BenefitRule) =>
  touches(lever.insurance, rule.insurance) && touches(lever.setting, rule.setting) && touches(lever.level, rule.level);

/** Rules that a lever concerns only in part are cut, so that it acts where it says and nowhere else. */
function cut(rule: BenefitRule, lever: Lever): BenefitRule[] {
  const part = <T>(own: readonly T[], wanted: readonly T[]): T[] =>
    wanted.length === 0 ? [...own] : own.length === 0 ? [...wanted] : own.filter((one) => wanted.includes(one));
  const own: BenefitRule = {
    ...rule,
    insurance: part(rule.insurance, lever.insurance),
    setting: part(rule.setting, lever.setting),
    level: part(rule.level, lever.level),
  };
  return [apply(own, lever), rule];
}

function apply(rule: BenefitRule, { kind, by }: Lever): BenefitRule {
  if (kind === 'deductible') return { ...rule, deductibleFen: Math.max(0, rule.deductibleFen + by) };
  if (kind === 'rate')
    // what the pool does not pay at all stays so: a rate of 0 is a decision, not a low rate
    return {
      ...rule,
      bands: rule.bands.map((band) => ({ ...band, rate: band.rate === 0 ? 0 : Math.min(10_000, Math.max(0, band.rate + by)) })),
    };
  if (kind === 'cap') return { ...rule, capFen: by };
  return rule;
}

/** The scheme with its levers pulled, one after the other. */
export function changedScheme(scheme: BenefitScheme, levers: readonly Lever[]): BenefitScheme {
  let { rules } = scheme;
  for (const lever of levers)
    if (lever.kind === 'deductible' || lever.kind === 'rate' || lever.kind === 'cap')
      rules = rules.flatMap((rule) => (concerns(lever, rule) ? cut(rule, lever) : [rule]));
  return { ...scheme, rules };
}

/** How many people an insurance has beside now, as a factor. */
export const enrolmentFactor = (levers: readonly Lever[], insurance: Insurance | null): number =>
  levers
    .filter(
      (lever) =>
        lever.kind === 'enrolment' && (lever.insurance.length === 0 || (insurance !== null && lever.insurance.includes(insurance))),
    )
    .reduce((factor, { by }) => (factor * (10_000 + by)) / 10_000, 1);
