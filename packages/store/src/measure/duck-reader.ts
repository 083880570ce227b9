// Measures over DuckDB views named like the measure schema's tables: what is asked in one turn shares scans, and no question twice.
import { type MeasureTable, measureTables } from '@hengjian/catalog';
import { type Asked, type MeasurePoint, type PartTree, pointsSql, recordsSql, scanKey, sharedPointsSql } from '@hengjian/language';
import type { MeasureReader } from '@hengjian/workflows';
import type { Duck } from '../lake/duck.ts';
import { type KeptMonths, keepsMonths, monthsOf, runsOf } from './kept-months.ts';

const recordOf = (part: PartTree): string => (measureTables[part.from] as MeasureTable).record;

interface Waiting {
  part: PartTree;
  asked: Asked;
  resolve: (points: MeasurePoint[]) => void;
  reject: (error: unknown) => void;
}

/** `extra` says what SQL cannot: completeness and baselines. `kept`: months of claims measured before, that still stand. */
export function duckMeasureReader(
  duck: Duck,
  extra: Pick<MeasureReader, 'complete' | 'baseline'>,
  kept: KeptMonths | null = null,
): MeasureReader {
  // Measures share parts (all settlements of the year …): asked once.
  const memory = new Map<string, Promise<MeasurePoint[]>>();
  let waiting: Waiting[] = [];
  let turn: Promise<void> = Promise.resolve();

  const scan = async (parts: readonly PartTree[], asked: Asked): Promise<MeasurePoint[][]> => {
    const rows = await duck.rows<MeasurePoint & { part: number }>(sharedPointsSql(parts, asked));
    return parts.map((_, at) => rows.flatMap(({ part, ...point }) => (part === at ? [point] : [])));
  };

  /** Only the months that are not kept are scanned, and kept then. */
  const scanMonths = async (parts: readonly PartTree[], asked: Asked, months: KeptMonths): Promise<MeasurePoint[][]> => {
    const standing = await months.standing(parts);
    const all = monthsOf(asked.from, asked.to);
    const missing = all.filter(({ first, whole }) => !whole || standing.some((points) => !points.has(first)));
    const fresh = parts.map(() => new Map<number, MeasurePoint>());
    for (const { from, to } of runsOf(missing))
      for (const [at, points] of (await scan(parts, { ...asked, from, to })).entries())
        for (const point of points) fresh[at]?.set(point.bucket, point);
    await months.keep(
      parts,
      missing.filter(({ whole }) => whole).map(({ first }) => first),
      fresh,
    );
    const asks = new Set(missing.map(({ first }) => first));
    return parts.map((_, at) =>
      all.flatMap(({ first }) => {
        const point = (asks.has(first) ? fresh : standing)[at]?.get(first);
        return point && point.seen > 0 ? [point] : [];
      }),
    );
  };

  const answer = async (group: readonly Waiting[]) => {
    const [{ asked }] = group as readonly [Waiting];
    const parts = group.map(({ part }) => part);
    const points = kept && parts.every(keepsMonths) ? await scanMonths(parts, asked, kept) : await scan(parts, asked);
    for (const [at, { resolve }] of group.entries()) resolve(points[at] as MeasurePoint[]);
  };

  const answerAll = async () => {
    const asked = waiting;
    waiting = [];
    const groups = Map.groupBy(asked, (one) => `${scanKey(one.part, one.asked)}|${keepsMonths(one.part)}`);
    for (const group of groups.values())
      await answer(group).catch((error: unknown) => {
        for (const { reject } of group) reject(error);
      });
  };

  return {
    ...extra,
    points(part, asked) {
      const sql = pointsSql(part, asked, recordOf(part));
      const known = memory.get(sql);
      if (known) return known;
      const points =
        scanKey(part, asked) === null
          ? duck.rows<MeasurePoint>(sql)
          : new Promise<MeasurePoint[]>((resolve, reject) => {
              waiting.push({ part, asked, resolve, reject });
              // Everything that is asked until this turn's work is done goes together.
              if (waiting.length === 1) turn = turn.then(() => new Promise((next) => setImmediate(next))).then(answerAll);
            });
      memory.set(sql, points);
      return points;
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
