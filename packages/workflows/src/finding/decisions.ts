/**
 * What the life of findings and the monthly re-review decided, and how often a rule was wrong. Appended only; the last decision of a
 * finding counts.
 */
import { calendarDate, type Day, dayOf, type Instant } from '@hengjian/domain';
import type { Act } from '../rule/ports.ts';

export const verdicts = ['upheld', 'overturned'] as const;
export type Verdict = (typeof verdicts)[number];

export interface Decision extends Act {
  readonly findingId: string;
  readonly version: number;
  readonly ruleId: string;
  readonly edition: number;
  readonly verdict: Verdict;
}

export interface DecisionBook {
  /** The last decision of every decided finding. */
  standing(): Promise<Decision[]>;
}

/** '2026-Q4'. */
export function quarterOf(at: Instant): string {
  const { year, month } = calendarDate(dayOf(at));
  return `${year}-Q${Math.ceil(month / 3)}`;
}

export interface RuleQuality {
  readonly ruleId: string;
  readonly edition: number;
  readonly decided: number;
  readonly upheld: number;
  readonly overturned: number;
  /** Overturned of decided. */
  readonly falsePositiveRatio: number;
  /** Quarters in which as many as the limit, or more, were overturned, with their number. */
  readonly quarters: readonly { readonly quarter: string; readonly overturned: number; readonly limit: number }[];
  /** To be reviewed: one of its quarters reached the limit, and no newer edition has taken its place. */
  readonly toReview: boolean;
}

/**
 * By rule and edition. `limitOn`: how many overturned findings of one quarter put a rule up for review, by the day of the last of them
 * (3 unless the bureau says otherwise). `current`: the edition in use of each rule.
 */
export function qualityOf(
  decisions: readonly Decision[],
  limitOn: (day: Day) => number,
  current: ReadonlyMap<string, number>,
): RuleQuality[] {
  const groups = Map.groupBy(decisions, (d) => JSON.stringify([d.ruleId, d.edition]));
  const rows = [...groups.values()].map((own): RuleQuality => {
    const { ruleId, edition } = own[0] as Decision;
    const overturned = own.filter((d) => d.verdict === 'overturned');
    const quarters = [...Map.groupBy(overturned, (d) => quarterOf(d.at))]
      .map(([quarter, list]) => ({ quarter, overturned: list.length, limit: limitOn(dayOf(Math.max(...list.map((d) => d.at)))) }))
      .filter((q) => q.overturned >= q.limit)
      .sort((a, b) => (a.quarter < b.quarter ? -1 : 1));
    return {
      ruleId,
      edition,
      decided: own.length,
      upheld: own.length - overturned.length,
      overturned: overturned.length,
      falsePositiveRatio: overturned.length / own.length,
      quarters,
      toReview: quarters.length > 0 && current.get(ruleId) === edition,
    };
  });
  return rows.sort((a, b) => (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : b.edition - a.edition));
}
