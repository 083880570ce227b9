// The SQL reader of measures: the same points from DuckDB, and the page of records behind a part.
import { operatorOf } from '../check.ts';
import { sqlLiteral, sqlText, toSql } from '../sql.ts';
import type { Asked, PartTree } from './measure.ts';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const month = (day: string) => (operatorOf('monthStart') as { sql: (a: string) => string }).sql(day);

interface PartSql {
  day: string;
  bucket: string;
  /** Takes part. */
  where: string;
  value: string;
  /** FROM with the period and the scope. */
  source: string;
}

function sqlOf(part: PartTree, asked: Asked): PartSql {
  const names = { field: quoted, param: (name: string) => sqlLiteral(name === 'asOf' ? asked.to : name === 'from' ? asked.from : null) };
  const day = part.day ? toSql(part.day, names) : '0::BIGINT';
  const scope = part.within ? asked[part.within.of] : null;
  const conditions = [
    ...(part.day ? [`${day} BETWEEN ${asked.from} AND ${asked.to}`] : []),
    ...(part.within && scope !== null ? [`${quoted(part.within.column)} = ${sqlText(scope)}`] : []),
  ];
  return {
    day,
    bucket: part.day === null ? '0::BIGINT' : part.behaviour === 'latest' ? day : month(day),
    where: part.where ? toSql(part.where, names) : 'TRUE',
    value: part.take.kind === 'count' ? '1::BIGINT' : toSql(part.take.of, names),
    source: `FROM ${quoted(part.from)}${conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''}`,
  };
}

/** One row per record in period and scope: bucket, w (takes part), v (what is taken), d (day), rec (the record's id). */
function rowsSql(part: PartTree, asked: Asked, record: string): string {
  const { day, bucket, where, value, source } = sqlOf(part, asked);
  return `SELECT (${bucket})::BIGINT AS bucket, ${where} AS w, ${value} AS v, (${day})::BIGINT AS d, ${quoted(record)} AS rec ${source}`;
}

const counts = (w: string, v: string) =>
  `count(*) FILTER (WHERE ${w} AND ${v} IS NOT NULL) AS records, count(*) FILTER (WHERE ${w} IS NULL OR (${w} AND ${v} IS NULL)) AS undetermined`;

/** The part's points: bucket, seen, records, undetermined, value. */
export function pointsSql(part: PartTree, asked: Asked, record: string): string {
  const rows = rowsSql(part, asked, record);
  if (part.take.kind !== 'distinct')
    return `SELECT bucket, count(*) AS seen, ${counts('w', 'v')}, (sum(v) FILTER (WHERE w))::BIGINT AS value FROM (${rows}) GROUP BY bucket ORDER BY bucket`;
  // A value counts where it appears first: in the year, or on the day where each day stands for itself.
  const first = part.behaviour === 'latest' ? 'SELECT DISTINCT bucket, v' : 'SELECT min(bucket) AS bucket, v';
  const once = `${first} FROM r WHERE w AND v IS NOT NULL${part.behaviour === 'latest' ? '' : ' GROUP BY v'}`;
  return `WITH r AS (${rows}), s AS (SELECT bucket, count(*) AS seen, ${counts('w', 'v')} FROM r GROUP BY bucket), f AS (SELECT bucket, count(*) AS value FROM (${once}) GROUP BY bucket)
    SELECT s.*, f.value FROM s LEFT JOIN f USING (bucket) ORDER BY bucket`;
}

/** What parts have to have in common to be asked in one scan; null where a part has to be asked by itself. */
export function scanKey(part: PartTree, asked: Asked): string | null {
  if (part.take.kind === 'distinct') return null;
  const { bucket, source } = sqlOf(part, asked);
  return `${bucket} ${source}`;
}

/** The points of parts with one `scanKey`, from one scan: part (its place), bucket, seen, records, undetermined, value. */
export function sharedPointsSql(parts: readonly PartTree[], asked: Asked): string {
  const each = parts.map((part) => sqlOf(part, asked));
  const [{ bucket, source }] = each as [PartSql];
  const inner = each.map(({ where, value }, at) => `${where} AS w${at}, ${value} AS v${at}`).join(', ');
  const told = each.map(
    (_, at) =>
      `{'part': ${at}, 'records': count(*) FILTER (WHERE w${at} AND v${at} IS NOT NULL), 'undetermined': count(*) FILTER (WHERE w${at} IS NULL OR (w${at} AND v${at} IS NULL)), 'value': (sum(v${at}) FILTER (WHERE w${at}))::BIGINT}`,
  );
  return `SELECT p.part AS part, bucket, seen, p.records AS records, p.undetermined AS undetermined, p.value AS value FROM (SELECT bucket, seen, unnest(told) AS p FROM (SELECT bucket, count(*) AS seen, [${told.join(', ')}] AS told FROM (SELECT (${bucket})::BIGINT AS bucket, ${inner} ${source}) GROUP BY bucket)) ORDER BY part, bucket`;
}

/** Ids and days of the records that take part, by day and id; for `latest` those of the last day only. */
export function recordsSql(part: PartTree, asked: Asked, record: string, page: { offset: number; limit: number }): string {
  const rows = `SELECT rec, d, v FROM (${rowsSql(part, asked, record)}) WHERE w AND v IS NOT NULL`;
  const last = part.behaviour === 'latest' ? ` WHERE d = (SELECT max(d) FROM r)` : '';
  return `WITH r AS (${rows}) SELECT rec::VARCHAR AS record, d AS day FROM r${last} ORDER BY d, record LIMIT ${page.limit} OFFSET ${page.offset}`;
}
