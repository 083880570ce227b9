// The SQL reader of measures: the same points from DuckDB, and the page of records behind a part.
import { operatorOf } from '../check.ts';
import { sqlLiteral, sqlText, toSql } from '../sql.ts';
import type { Asked, PartTree } from './measure.ts';

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
const month = (day: string) => (operatorOf('monthStart') as { sql: (a: string) => string }).sql(day);

/** One row per record in period and scope: bucket, w (takes part), v (what is taken), d (day), rec (the record's id). */
function rowsSql(part: PartTree, asked: Asked, record: string): string {
  const names = { field: quoted, param: (name: string) => sqlLiteral(name === 'asOf' ? asked.to : name === 'from' ? asked.from : null) };
  const day = part.day ? toSql(part.day, names) : '0::BIGINT';
  const bucket = part.day === null ? '0::BIGINT' : part.behaviour === 'latest' ? day : month(day);
  const value = part.take.kind === 'count' ? '1::BIGINT' : toSql(part.take.of, names);
  const scope = part.within ? asked[part.within.of] : null;
  const conditions = [
    ...(part.day ? [`${day} BETWEEN ${asked.from} AND ${asked.to}`] : []),
    ...(part.within && scope !== null ? [`${quoted(part.within.column)} = ${sqlText(scope)}`] : []),
  ];
  return `SELECT (${bucket})::BIGINT AS bucket, ${part.where ? toSql(part.where, names) : 'TRUE'} AS w, ${value} AS v, (${day})::BIGINT AS d, ${quoted(record)} AS rec FROM ${quoted(part.from)}${conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
}

/** The part's points: bucket, seen, records, undetermined, value. */
export function pointsSql(part: PartTree, asked: Asked, record: string): string {
  const rows = rowsSql(part, asked, record);
  const counts = `count(*) AS seen, count(*) FILTER (WHERE w AND v IS NOT NULL) AS records, count(*) FILTER (WHERE w IS NULL OR (w AND v IS NULL)) AS undetermined`;
  if (part.take.kind !== 'distinct')
    return `SELECT bucket, ${counts}, (sum(v) FILTER (WHERE w))::BIGINT AS value FROM (${rows}) GROUP BY bucket ORDER BY bucket`;
  const over = part.behaviour === 'latest' ? 'bucket, v' : 'v';
  return `SELECT bucket, ${counts}, nullif(count(*) FILTER (WHERE w AND v IS NOT NULL AND nth = 1), 0) AS value FROM (SELECT *, row_number() OVER (PARTITION BY ${over}, (w AND v IS NOT NULL) ORDER BY bucket) AS nth FROM (${rows})) GROUP BY bucket ORDER BY bucket`;
}

/** Ids and days of the records that take part, by day and id; for `latest` those of the last day only. */
export function recordsSql(part: PartTree, asked: Asked, record: string, page: { offset: number; limit: number }): string {
  const rows = `SELECT rec, d, v FROM (${rowsSql(part, asked, record)}) WHERE w AND v IS NOT NULL`;
  const last = part.behaviour === 'latest' ? ` WHERE d = (SELECT max(d) FROM r)` : '';
  return `WITH r AS (${rows}) SELECT rec::VARCHAR AS record, d AS day FROM r${last} ORDER BY d, record LIMIT ${page.limit} OFFSET ${page.offset}`;
}
