// Measures over DuckDB views named like the measure schema's tables.
import { type MeasureTable, measureTables } from '@hengjian/catalog';
import { type Asked, type MeasurePoint, type PartTree, pointsSql, recordsSql } from '@hengjian/language';
import type { MeasureReader } from '@hengjian/workflows';
import type { Duck } from '../lake/duck.ts';

const recordOf = (part: PartTree): string => (measureTables[part.from] as MeasureTable).record;

/** `extra` says what SQL cannot: completeness and baselines. */
export function duckMeasureReader(duck: Duck, extra: Pick<MeasureReader, 'complete' | 'baseline'>): MeasureReader {
  const memory = new Map<string, Promise<MeasurePoint[]>>();
  return {
    ...extra,
    points(part, asked) {
      const sql = pointsSql(part, asked, recordOf(part));
      // Measures share parts (all settlements of the year …): asked once.
      const known = memory.get(sql) ?? duck.rows<MeasurePoint>(sql);
      memory.set(sql, known);
      return known;
    },
  };
}

export interface RecordPage {
  records: { record: string; day: number }[];
}

/** The records behind a part, by day and id. */
export const recordsBehind = (
  duck: Duck,
  part: PartTree,
  asked: Asked,
  page: { offset: number; limit: number },
): Promise<RecordPage['records']> => duck.rows(recordsSql(part, asked, recordOf(part), page));
