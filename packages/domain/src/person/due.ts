/** 个人健康服务: what is due for a person, from the days of supply of drugs, from visits of approved chronic diseases and from terms of benefits. */
import type { Day } from '../time.ts';

/** soon: within the days of notice; over: the day has passed. */
export type DueState = 'fine' | 'soon' | 'over';
const stateOn = (asOf: Day, until: Day, notice: number): DueState => (asOf > until ? 'over' : until - asOf < notice ? 'soon' : 'fine');

export interface Supply {
  readonly itemCode: string;
  readonly day: Day;
  /** As the claim states; null: it does not. */
  readonly supplyDays: number | null;
  /** Got under an approved chronic disease. */
  readonly chronic: boolean;
}

export interface Refill {
  readonly itemCode: string;
  readonly lastDay: Day;
  /** Last day that what was got lasts for. */
  readonly untilDay: Day;
  readonly state: DueState;
}

/** A drug is taken for long where it was got under a chronic disease, or twice for so many days at least. */
const LONG_DAYS = 14;
/** What ran out so long ago was stopped: nobody is reminded of it. */
const FORGOTTEN_DAYS = 90;

/**
 * Drugs taken for long and how far they reach: what is left of a supply is added to the next. The first to run out stand first; drugs that
 * ran out more than 90 days ago are left out. `notice`: days before the end from which it is soon.
 */
export function refillsOf(supplies: readonly Supply[], asOf: Day, notice: number): Refill[] {
  const known = supplies.filter((one): one is Supply & { supplyDays: number } => one.supplyDays !== null && one.supplyDays > 0);
  return [...Map.groupBy(known, ({ itemCode }) => itemCode)]
    .filter(([, own]) => own.some(({ chronic }) => chronic) || own.filter(({ supplyDays }) => supplyDays >= LONG_DAYS).length >= 2)
    .map(([itemCode, own]) => {
      const ordered = [...own].sort((a, b) => a.day - b.day);
      const untilDay = ordered.reduce((until, { day, supplyDays }) => Math.max(until, day - 1) + supplyDays, Number.NEGATIVE_INFINITY);
      return { itemCode, lastDay: (ordered.at(-1) as Supply).day, untilDay, state: stateOn(asOf, untilDay, notice) };
    })
    .filter(({ untilDay }) => asOf - untilDay <= FORGOTTEN_DAYS)
    .sort((a, b) => a.untilDay - b.untilDay || (a.itemCode < b.itemCode ? -1 : 1));
}

export interface FollowUp {
  readonly diseaseCode: string;
  readonly lastDay: Day;
  readonly dueDay: Day;
  readonly state: DueState;
}

/** Approved chronic diseases with the day by which the next visit is due, the earliest first. `every`: days between visits. */
export const followUpsOf = (
  visits: readonly { readonly diseaseCode: string | null; readonly day: Day }[],
  asOf: Day,
  { every, notice }: { readonly every: number; readonly notice: number },
): FollowUp[] =>
  [...Map.groupBy(visits, ({ diseaseCode }) => diseaseCode)]
    .flatMap(([diseaseCode, own]) => {
      if (!diseaseCode) return [];
      const lastDay = Math.max(...own.map(({ day }) => day));
      return [{ diseaseCode, lastDay, dueDay: lastDay + every, state: stateOn(asOf, lastDay + every, notice) }];
    })
    .sort((a, b) => a.dueDay - b.dueDay || (a.diseaseCode < b.diseaseCode ? -1 : 1));

export interface BenefitTerm {
  readonly insurance: string | null;
  readonly state: string | null;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
}
/** How a right to benefits stands on a day; null: its end is not known. */
export const termState = ({ validTo }: BenefitTerm, asOf: Day, notice: number): DueState | null =>
  validTo === null ? null : stateOn(asOf, validTo, notice);

export interface DiseaseApproval {
  readonly diseaseCode: string;
  readonly validFrom: Day | null;
  readonly validTo: Day | null;
  /** What the fund pays in a year at most, fen; null: no limit is on record. */
  readonly quotaFen: number | null;
}
/**
 * Approvals of chronic diseases that concern a person on a day: in force, still to begin, or ended not long ago without another of the
 * disease after it. `due`: null where the end is not known.
 */
export const approvalsOf = <T extends DiseaseApproval>(
  approvals: readonly T[],
  asOf: Day,
  notice: number,
): (T & { readonly due: DueState | null })[] =>
  [...Map.groupBy(approvals, ({ diseaseCode }) => diseaseCode).values()].flatMap((own) => {
    const end = ({ validTo }: DiseaseApproval) => validTo ?? Number.POSITIVE_INFINITY;
    const last = own.reduce((a, b) => (end(b) > end(a) ? b : a));
    return own
      .filter((one) => end(one) >= asOf || (one === last && asOf - end(one) <= FORGOTTEN_DAYS))
      .map((one) => ({ ...one, due: one === last ? (one.validTo === null ? null : stateOn(asOf, one.validTo, notice)) : 'fine' }));
  });
