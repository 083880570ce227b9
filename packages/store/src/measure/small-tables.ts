// Tables of a few thousand rows (registers, budgets, finished reviews): asked in memory by the closures, and written out for SQL only
// where somebody opens the records behind a number.
import { type MeasureTable, measureTables } from '@hengjian/catalog';
import type { LakeType } from '@hengjian/domain';
import { type Asked, type MeasurePoint, type PartTree, type Row, readPart } from '@hengjian/language';
import type { MeasureReader } from '@hengjian/workflows';

/** As the lake types it; an entry from before a column was added has it unknown. */
const typed = (type: LakeType, value: unknown): unknown =>
  value === undefined || value === null ? null : type === 'text' || type === 'bool' || typeof value !== 'string' ? value : Number(value);

/** Rows with every column of their table. */
export function rowsOfTable(name: string, rows: readonly Readonly<Record<string, unknown>>[]): Row[] {
  const columns = Object.entries((measureTables[name] as MeasureTable).columns);
  return rows.map((row) => Object.fromEntries(columns.map(([column, type]) => [column, typed(type, row[column])])) as Row);
}

/** The tables given are read in memory, everything else by `others`. */
export function withSmallTables(tables: ReadonlyMap<string, readonly Row[]>, others: MeasureReader): MeasureReader {
  const known = new Map<PartTree, Map<string, MeasurePoint[]>>();
  return {
    ...others,
    async points(part: PartTree, asked: Asked) {
      const rows = tables.get(part.from);
      if (!rows) return others.points(part, asked);
      const answers = known.get(part) ?? new Map<string, MeasurePoint[]>();
      known.set(part, answers);
      const key = `${asked.from} ${asked.to} ${part.within ? asked[part.within.of] : ''}`;
      const points = answers.get(key) ?? readPart(part, rows, asked);
      answers.set(key, points);
      return points;
    },
  };
}
