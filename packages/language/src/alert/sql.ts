// The SQL reader of alerts: the same cells from the lake, the records behind them, and ties between members.
import { aggregateOf } from '../check.ts';
import { type Expression, field, isCall, nodes } from '../expression.ts';
import type { Schema } from '../schema.ts';
import { sqlLiteral, sqlText, toSql } from '../sql.ts';
import type { AlertParameters, CellsAlert, TogetherAlert } from './alert.ts';
import { windowSql, withinSql } from './window.ts';

const quoted = (name: string): string => `"${name}"`;

/** Windows that are asked, both included. */
export interface Windows {
  readonly from: number;
  readonly to: number;
}

/** Expressions with the parameters written as they are in force. */
export function sqlWith(parameters: AlertParameters, scope?: string) {
  const literal = (name: string) => {
    const value = parameters[name] ?? null;
    return Array.isArray(value) ? `[${value.map(sqlText).join(', ')}]::VARCHAR[]` : sqlLiteral(value as number | string | null);
  };
  return (e: Expression): string => toSql(e, { field: quoted, param: literal, ...(scope !== undefined && { scope }) });
}

/**
 * Records in scope with their key (key0 …), window (k_window) and scope (k_scope), within these windows; `subjects`: only those whose
 * key stands in this relation.
 */
function recordsSql(alert: CellsAlert, parameters: AlertParameters, windows: Windows, subjects?: string): string {
  const sql = sqlWith(parameters);
  const at = sql(alert.window.at);
  const window = windowSql(alert.window.unit, at);
  const keys = alert.key.map((e, i) => `${sql(e)} AS key${i}`);
  const known = alert.key.map((_, i) => ` AND key${i} IS NOT NULL`).join('');
  const rows = `SELECT *, ${keys.join(', ')}, ${window} AS k_window, ${alert.where ? sql(alert.where) : 'TRUE'} AS k_scope FROM ${quoted(alert.reads)}
    WHERE ${withinSql(alert.window.unit, at, windows)}`;
  const own = alert.key.map((_, i) => `r.key${i} = s.key${i}`).join(' AND ');
  const only = subjects === undefined ? '' : ` SEMI JOIN ${subjects} s ON ${own}`;
  return `SELECT r.* FROM (${rows}) r${only} WHERE k_scope IS NOT FALSE${known}`;
}

/** Cells: key0 …, k_window, k_numerator, k_denominator, k_volume, k_limit, k_also, k_peers, fact_…; `subjects`: of those only. */
export function cellsSql(alert: CellsAlert, parameters: AlertParameters, windows: Windows, subjects?: string): string {
  const sql = sqlWith(parameters, 'k_scope');
  const keys = alert.key.map((_, i) => `key${i}`);
  const { against, value } = alert;
  // aggregates are made first, and what is said of them beside them: DuckDB guards no arithmetic that an aggregate stands in
  const made = new Map<string, string>();
  const make = (text: string): string => {
    if (!made.has(text)) made.set(text, `k_made${made.size}`);
    return made.get(text) as string;
  };
  const lifted = (e: Expression): Expression => {
    if (!isCall(e)) return e;
    return aggregateOf(e.op) ? field(make(sql(e))) : { ...e, args: e.args.map(lifted) };
  };
  // what stands outside an aggregate is equal for all records of a cell
  const bare = (e: Expression) => (hasAggregate(e) ? sqlWith(parameters)(lifted(e)) : make(`any_value(${sql(e)})`));
  const number = (e: Expression | undefined) => (e === undefined ? 'NULL::BIGINT' : `(${bare(e)})::BIGINT`);
  const peers =
    against.kind === 'peers' ? against.of.map((e) => `coalesce((${bare(e)})::VARCHAR, '')`).join(` || chr(1) || `) || "''" : "''";
  const columns = [
    ...keys,
    'k_window',
    `${number(value.numerator)} AS k_numerator`,
    `${number(value.denominator)} AS k_denominator`,
    `${number(alert.volume?.of)} AS k_volume`,
    `${against.kind === 'limit' ? number(against.limit) : 'NULL::BIGINT'} AS k_limit`,
    `${alert.also ? bare(alert.also) : 'TRUE'} AS k_also`,
    `${peers} AS k_peers`,
    ...Object.entries(alert.facts).map(([name, fact]) => `${bare(fact.value)} AS ${quoted(`fact_${name}`)}`),
  ];
  const cells = [...keys, 'k_window', ...[...made].map(([text, name]) => `${text} AS ${name}`)];
  return `SELECT ${columns.join(', ')} FROM (SELECT ${cells.join(', ')} FROM (${recordsSql(alert, parameters, windows, subjects)})
    GROUP BY ${[...keys, 'k_window'].join(', ')})`;
}

const hasAggregate = (e: Expression): boolean => [...nodes(e)].some((node) => isCall(node) && aggregateOf(node.op) !== undefined);

/**
 * Of each cell in `hits` (a relation with key0 …, k_window, k_no) the records that add most to it: k_no, k_place (1 the largest),
 * k_adds, and the table's own columns. `most` of a cell.
 */
export function behindSql(
  alert: CellsAlert,
  parameters: AlertParameters,
  windows: Windows,
  { schema, hits, most }: { schema: Schema; hits: string; most: number },
): string {
  const tie = (schema.tables[alert.reads]?.tie ?? []).map((name) => `r.${quoted(name)} NULLS FIRST`);
  const on = [...alert.key.map((_, i) => `r.key${i} = h.key${i}`), 'r.k_window = h.k_window'].join(' AND ');
  const adds = `coalesce(${sqlWith(parameters)(alert.contributes)}, 0)`;
  const rows = `SELECT *, ${adds} AS k_adds FROM (${recordsSql(alert, parameters, windows, hits)}) WHERE k_scope`;
  return `SELECT r.*, h.k_no, row_number() OVER (PARTITION BY h.k_no ORDER BY ${['r.k_adds DESC', ...tie].join(', ')}) AS k_place
    FROM (${rows}) r JOIN ${hits} h ON ${on} QUALIFY k_place <= ${most}`;
}

/**
 * Ties: home0 …, a, b (members, a < b), times, a_times, b_times, first, last (days). Pairs that meet more often than chance and habit
 * would have it; crowds left out.
 */
export function tiesSql(alert: TogetherAlert, parameters: AlertParameters, days: { from: number; to: number }): string {
  const sql = sqlWith(parameters);
  const homes = alert.home.map((e, i) => `${sql(e)} AS home${i}`);
  const meets = alert.meet.map((e, i) => `${sql(e)} AS meet${i}`);
  const home = alert.home.map((_, i) => `home${i}`);
  const meet = alert.meet.map((_, i) => `meet${i}`);
  const seconds = alert.near ? sql(alert.near.seconds) : '0';
  const moment = alert.near ? sql(alert.near.at) : '0::BIGINT';
  const source = `SELECT ${sql(alert.member.value)} AS m, ${[...homes, ...meets].join(', ')}, ${moment} AS t, ${sql(alert.occasion)} AS o, ${sql(alert.day)} AS d
    FROM ${quoted(alert.reads)} WHERE ${alert.where ? `(${sql(alert.where)}) AND ` : ''}${sql(alert.day)} BETWEEN ${days.from} AND ${days.to}`;
  const known = [...home, ...meet, 'm', 'o'].map((name) => `${name} IS NOT NULL`).join(' AND ');
  const equal = (names: readonly string[]) => names.map((name) => `a.${name} = b.${name}`).join(' AND ');
  const stretch = alert.near ? `, t // (${seconds} + 1) AS k` : ', 0 AS k';
  const near = alert.near ? ` AND abs(a.t - b.t) <= ${seconds}` : '';
  const all = [...new Set([...home, ...meet])];
  const of = (table: string) => home.map((name) => `${table}.${name}`).join(', ');
  // whoever is near stands in the same stretch of time, the one before or the next: named one by one they are found by equality
  const others = (records: string) =>
    alert.near ? `(SELECT o.* REPLACE (o.k + n.k AS k) FROM ${records} o, (VALUES (-1), (0), (1)) n(k))` : records;
  const met = (records: string) => `${records} a JOIN ${others(records)} b ON ${equal(all)} AND a.k = b.k AND a.m < b.m${near}`;
  // the same pair at all homes: how people live, where it is usual at the others as well
  const around = alert.elsewhere
    ? `, wanted AS (SELECT DISTINCT a, b FROM ties),
    w AS MATERIALIZED (SELECT s.* FROM s WHERE m IN (SELECT a FROM wanted UNION SELECT b FROM wanted)),
    everywhere AS (SELECT a, b, sum(times) AS times FROM (SELECT ${of('a')}, a.m AS a, b.m AS b, count(DISTINCT a.o) AS times
      FROM ${met('w')} JOIN wanted p ON p.a = a.m AND p.b = b.m GROUP BY ALL) GROUP BY a, b),
    city AS (SELECT m, count(DISTINCT o) AS times FROM r GROUP BY m),
    usual AS (SELECT p.a, p.b, ${of('p')} FROM ties p JOIN everywhere q ON q.a = p.a AND q.b = p.b JOIN city x ON x.m = p.a JOIN city y ON y.m = p.b
      WHERE least(x.times - p.a_times, y.times - p.b_times) >= ${sql(alert.times)}
        AND (q.times - p.times) * 100 >= ${sql(alert.elsewhere)} * least(x.times - p.a_times, y.times - p.b_times))`
    : '';
  const usual = alert.elsewhere ? ` ANTI JOIN usual USING (a, b, ${home.join(', ')})` : '';
  return `WITH r AS MATERIALIZED (SELECT DISTINCT *${stretch} FROM (${source}) WHERE ${known}),
    crowd AS (SELECT ${[...all, 'k'].join(', ')} FROM (SELECT DISTINCT ${[...all, 'k', 'm'].join(', ')} FROM r) GROUP BY ALL HAVING count(*) <= ${sql(alert.crowd)}),
    s AS MATERIALIZED (SELECT r.* FROM r SEMI JOIN crowd c ON ${[...all, 'k'].map((name) => `r.${name} = c.${name}`).join(' AND ')}),
    own AS MATERIALIZED (SELECT ${home.join(', ')}, m, count(*) AS times FROM (SELECT DISTINCT ${home.join(', ')}, m, o FROM r) GROUP BY ALL),
    -- who comes too seldom ties with nobody
    f AS MATERIALIZED (SELECT s.* FROM s SEMI JOIN (SELECT * FROM own WHERE times >= ${sql(alert.times)}) USING (${home.join(', ')}, m)),
    pairs AS (SELECT ${of('a')}, a.m AS a, b.m AS b, count(DISTINCT a.o) AS times, min(a.d) AS "first", max(a.d) AS "last"
      FROM ${met('f')} GROUP BY ${of('a')}, a.m, b.m HAVING count(DISTINCT a.o) >= ${sql(alert.times)}),
    ties AS MATERIALIZED (SELECT p.*, x.times AS a_times, y.times AS b_times FROM pairs p
      JOIN own x ON ${home.map((name) => `x.${name} = p.${name}`).join(' AND ')} AND x.m = p.a
      JOIN own y ON ${home.map((name) => `y.${name} = p.${name}`).join(' AND ')} AND y.m = p.b
      WHERE p.times * 100 >= ${sql(alert.share)} * least(x.times, y.times))${around}
    SELECT p.* FROM ties p${usual} ORDER BY ${of('p')}, p.a, p.b`;
}

/**
 * Of each group in `groups` (a relation with k_no, home0 …, m: a row for every member) the latest records of its members in its home within
 * these days, `most` of them: k_no, k_place (1 the latest), k_day, k_adds, k_sum (of all of them, shown or not), and the table's own columns.
 */
export function metSql(
  alert: TogetherAlert,
  parameters: AlertParameters,
  days: { from: number; to: number },
  { schema, groups, most }: { schema: Schema; groups: string; most: number },
): string {
  const sql = sqlWith(parameters);
  const tie = (schema.tables[alert.reads]?.tie ?? []).map((name) => `r.${quoted(name)} NULLS FIRST`);
  const homes = alert.home.map((e, i) => `${sql(e)} AS k_home${i}`);
  const rows = `SELECT *, ${homes.join(', ')}, ${sql(alert.member.value)} AS k_member, ${sql(alert.day)} AS k_day, coalesce(${sql(alert.adds)}, 0) AS k_adds
    FROM ${quoted(alert.reads)} WHERE ${alert.where ? `(${sql(alert.where)}) AND ` : ''}${sql(alert.day)} BETWEEN ${days.from} AND ${days.to}`;
  const on = [...alert.home.map((_, i) => `r.k_home${i} = g.home${i}`), 'r.k_member = g.m'].join(' AND ');
  return `SELECT r.*, g.k_no, (sum(r.k_adds) OVER (PARTITION BY g.k_no))::BIGINT AS k_sum,
      row_number() OVER (PARTITION BY g.k_no ORDER BY ${['r.k_day DESC', ...tie].join(', ')}) AS k_place
    FROM (${rows}) r JOIN ${groups} g ON ${on} QUALIFY k_place <= ${most}`;
}

/**
 * Over the columns of `cellsSql`, never unknown: the cell certainly reaches no limit; it certainly is not asked (too little behind it).
 * Undefined where cells are not held against a limit.
 */
export function apartSql(
  alert: CellsAlert,
  parameters: AlertParameters,
  ratioScale: number,
): { unreached: string; unasked: string } | undefined {
  const { against, value, direction, volume } = alert;
  if (against.kind !== 'limit') return undefined;
  const compare = direction === 'above' ? '<' : '>';
  // a ratio as it is judged: millionths, halves up
  const unreached = value.denominator
    ? `(k_denominator > 0 AND (2 * k_numerator::HUGEINT * ${ratioScale} + k_denominator) // (2 * k_denominator) ${compare} k_limit)`
    : `(k_numerator ${compare} k_limit)`;
  const least = volume ? `k_volume < ${sqlWith(parameters)(volume.minimum)}` : 'FALSE';
  return { unreached: `coalesce(${unreached}, FALSE)`, unasked: `(coalesce(${least}, FALSE) OR coalesce(NOT k_also, FALSE))` };
}
