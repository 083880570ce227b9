/**
 * A framework of indicators by which a whole body's spending is evaluated (财预〔2013〕53号 and its local scoring tables): rows with
 * their formula and measure, points and steps where a local table gives them. The national framework has neither.
 */

/** How a value in per cent becomes points; what is lost is lost for every whole step, down to nothing. */
export type PointSteps =
  | { kind: 'above'; limit: number; per: number; loses: number }
  | { kind: 'below'; limit: number; per: number; loses: number }
  /** Points up to and including a value, in rising order; nothing beyond the last. */
  | { kind: 'bands'; bands: readonly { upTo: number; points: number }[] };

export interface ScorecardRow {
  part: string;
  branch: string;
  name: string;
  /** As the framework prints it; for what people judge: the points of the list. */
  formula: string;
  /** Answers it from the registers; null: a person judges it. */
  measureId: string | null;
  /** `elapsed`: the measure is divided by the share of the year gone (支付进度率). */
  against?: 'elapsed';
  weight?: number;
  steps?: PointSteps;
}

export interface Scorecard {
  id: string;
  title: string;
  basis: string;
  rows: readonly ScorecardRow[];
}

// Binary dust must not cost a step: 105.00000000000001 is 105.
const wholeSteps = (over: number, per: number): number => Math.max(0, Math.floor(over / per + 1e-9));

/** Points of a value in per cent, 0…weight; null where the row has no steps or the value is unknown. */
export function pointsOf({ weight, steps }: Pick<ScorecardRow, 'weight' | 'steps'>, value: number | null): number | null {
  if (weight === undefined || steps === undefined || value === null) return null;
  if (steps.kind === 'bands') return steps.bands.find(({ upTo }) => value <= upTo + 1e-9)?.points ?? 0;
  const over = steps.kind === 'above' ? value - steps.limit : steps.limit - value;
  return Math.max(0, Math.round((weight - wholeSteps(over, steps.per) * steps.loses) * 100) / 100);
}
