/** A rating of an institution, or of an insured person, over a period, with everything it was worked out from. */
import type { Day, Instant } from '../time.ts';
import type { CreditResult, CreditScheme, CreditValues } from './scheme.ts';
import type { CreditCondition, CreditState } from './steps.ts';

export interface CreditRating {
  readonly ratingId: string;
  /** Number of whom it rates: where the scheme is one for insured people, the person's. */
  readonly providerNo: string;
  readonly from: Day;
  readonly to: Day;
  /** What was known then. */
  readonly asOf: Instant;
  readonly scheme: CreditScheme;
  readonly values: CreditValues;
  readonly result: CreditResult;
  readonly state: CreditState;
  readonly madeBy: string;
  readonly publishedOn: Day | null;
  readonly dueDay: Day | null;
  readonly objection: string | null;
  readonly effectiveOn: Day | null;
  readonly repairs: readonly { readonly on: Day; readonly points: number; readonly why: string }[];
}

export const repairedOf = ({ repairs }: Pick<CreditRating, 'repairs'>): number => repairs.reduce((sum, { points }) => sum + points, 0);

export const creditGuards: Readonly<
  Record<CreditCondition, (one: CreditRating, facts: { by: string; today: Day; points?: number | undefined }) => boolean>
> = {
  ofPerson: ({ scheme }) => scheme.subject === 'person',
  anotherPerson: (one, { by }) => by !== one.madeBy,
  inTime: (one, { today }) => one.dueDay === null || today <= one.dueDay,
  termOver: (one, { today }) => one.dueDay !== null && today > one.dueDay,
  withinRepair: (one, { points }) =>
    points !== undefined && Number.isSafeInteger(points) && points > 0 && repairedOf(one) + points <= one.scheme.repairMost,
};
