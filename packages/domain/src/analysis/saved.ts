/** A question that is kept: its answer is a card of the overview, a page of the monthly report, or both. */
import type { Instant } from '../time.ts';

export const viewPlaces = ['overview', 'month'] as const;
export type ViewPlace = (typeof viewPlaces)[number];

/** A question as its address holds it: `where` as `dimension:value`. */
export interface SavedQuestion {
  readonly table: string;
  readonly by: readonly string[];
  readonly measure: readonly string[];
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly where: readonly string[];
}
export interface SavedView {
  readonly viewId: string;
  readonly title: string;
  readonly question: SavedQuestion;
  readonly places: readonly ViewPlace[];
  readonly by: string;
  readonly at: Instant;
}
