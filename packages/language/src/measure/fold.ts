// Points → numbers. One implementation for both readers.
import type { PartTree, Point } from './measure.ts';

export interface PartValue {
  /** In the part's unit; null where nothing is known. */
  value: number | null;
  seen: number;
  records: number;
  undetermined: number;
}

const nothing: PartValue = { value: null, seen: 0, records: 0, undetermined: 0 };

/** The part at the end of day `to`. Sums are exact whole numbers; the division by the fixed-point scale comes last. */
export function foldPart(part: PartTree, points: readonly Point[], to: number): PartValue {
  const until = points.filter((point) => part.day === null || point.bucket <= to);
  if (until.length === 0) return nothing;
  const divide = part.divide ?? 1;
  const seen = until.reduce((sum, point) => sum + point.seen, 0);
  if (part.behaviour === 'latest') {
    const last = until
      .filter((point) => point.records > 0 || point.undetermined > 0)
      .reduce<Point | null>((a, b) => (a && a.bucket > b.bucket ? a : b), null);
    if (!last) return { ...nothing, seen };
    return { value: last.value === null ? null : last.value / divide, seen, records: last.records, undetermined: last.undetermined };
  }
  let [value, records, undetermined]: [number | null, number, number] = [null, 0, 0];
  for (const point of until) {
    records += point.records;
    undetermined += point.undetermined;
    if (point.value !== null) value = (value ?? 0) + point.value;
  }
  // Records were looked at and none of them fits: that is zero. Fitting records without a value are not.
  if (value === null && undetermined === 0) value = 0;
  return { value: value === null ? null : value / divide, seen, records, undetermined };
}
