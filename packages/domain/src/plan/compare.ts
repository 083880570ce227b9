/** Several indicators side by side: whatever they count in, each on a scale of its own where 1 is the target, or what bodies usually promise. */
import type { LibraryEntry, LibraryUse } from './library.ts';
import { convert } from './unit.ts';

/** reached: the result beside the target; promised: the target beside the middle one of all bodies. */
export const comparisonScales = ['reached', 'promised'] as const;
export type ComparisonScale = (typeof comparisonScales)[number];

export interface IndicatorComparison {
  /** Year and body, in this order; null: the document does not say. */
  readonly columns: readonly { readonly year: number | null; readonly org: string | null }[];
  /** One indicator; a value for each column, 1 = 100 %, null where nothing is known. Of several rows of one body in a year, the mean. */
  readonly rows: readonly { readonly key: string; readonly name: string; readonly values: readonly (number | null)[] }[];
}

/** A number of a row in the unit of its entry; null where it is none, or of another kind of unit. */
export const inUnitOf = (unit: string | null, use: Pick<LibraryUse, 'unit'>, value: number | string | null): number | null =>
  typeof value !== 'number' ? null : use.unit === unit ? value : (convert(value, use.unit, unit)?.value ?? null);

const over = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole === 0 ? null : part / whole;

type Entry = Pick<LibraryEntry, 'key' | 'name' | 'unit' | 'targets' | 'uses'>;

function scaled({ unit, targets }: Entry, use: LibraryUse, scale: ComparisonScale): number | null {
  const target = inUnitOf(unit, use, use.target);
  if (scale === 'promised') return over(target, targets?.median ?? null);
  const actual = inUnitOf(unit, use, use.actual);
  // at most so much: half of it is twice as good
  return use.operator === '≤' || use.operator === '<' ? over(target, actual) : over(actual, target);
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Columns without any value are left out. */
export function compareIndicators(entries: readonly Entry[], scale: ComparisonScale): IndicatorComparison {
  const cells = entries.map((entry) =>
    Map.groupBy(
      entry.uses.flatMap((use) => {
        const value = scaled(entry, use, scale);
        return value === null ? [] : [{ year: use.year, org: use.org, value }];
      }),
      ({ year, org }) => JSON.stringify([year, org]),
    ),
  );
  const columns = [...new Set(cells.flatMap((own) => [...own.keys()]))]
    .map((key) => ({ key, place: JSON.parse(key) as [number | null, string | null] }))
    .sort(({ place: [a, x] }, { place: [b, y] }) => (a ?? 0) - (b ?? 0) || (x ?? '').localeCompare(y ?? '', 'zh'));
  return {
    columns: columns.map(({ place: [year, org] }) => ({ year, org })),
    rows: entries.map(({ key, name }, i) => ({
      key,
      name,
      values: columns.map((column) => mean((cells[i]?.get(column.key) ?? []).map(({ value }) => value))),
    })),
  };
}
