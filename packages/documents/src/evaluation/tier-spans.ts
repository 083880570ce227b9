import type { EvaluatedIndicator } from '@hengjian/domain';

/** Runs of rows with the same first and second tier become one cell each. */
export function tierSpans(rows: readonly EvaluatedIndicator[]): { level1: number[]; level2: number[] } {
  const spans = (key: (one: EvaluatedIndicator) => string): number[] => {
    const result = rows.map(() => 0);
    let start = 0;
    rows.forEach((one, index) => {
      if (index > 0 && key(one) !== key(rows[start] as EvaluatedIndicator)) start = index;
      result[start] = (result[start] ?? 0) + 1;
    });
    return result;
  };
  return {
    level1: spans((one) => one.indicator.level1 ?? ''),
    level2: spans((one) => `${one.indicator.level1}|${one.indicator.level2}`),
  };
}
