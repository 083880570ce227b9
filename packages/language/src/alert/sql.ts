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
 * key stands in this relation (`parts`: these parts of it); `table`: where they stand, if not under their own name.
 */
function recordsSql(
  alert: CellsAlert,
  parameters: AlertParameters,
  windows: Windows,
  {
    subjects,
    parts = [...alert.key.keys()],
    table = quoted(alert.reads),
  }: { subjects?: string | undefined; parts?: readonly number[] | undefined; table?: string } = {},
): string {
  const sql = sqlWith(parameters);
  const at = sql(alert.window.at);
  const window = windowSql(alert.window.unit, at);
  const keys = alert.key.map((e, i) => `${sql(e)} AS key${i}`);
  const known = alert.key.map((_, i) => ` AND key${i} IS NOT NULL`).join('');
  // few are taken out before anything is worked out of them
  const own = parts.map((i) => `(${sql(alert.key[i] as Expression)}) = s.key${i}`).join(' AND ');
  const from = subjects === undefined ? table : `(SELECT t.* FROM ${table} t SEMI JOIN ${subjects} s ON ${own})`;
  const rows = `SELECT *, ${keys.join(', ')}, ${window} AS k_window, ${alert.where ? sql(alert.where) : 'TRUE'} AS k_scope FROM ${from}
    WHERE ${withinSql(alert.window.unit, at, windows)}`;
  return `SELECT r.* FROM (${rows}) r WHERE k_scope IS NOT FALSE${known}`;
}

/**
 * Subjects with records in these windows of a relation like the table that the alert reads: key0 …, and the first such window (k_first);
 * where they are held against each other, every such window.
 */
export function subjectsSql(alert: CellsAlert, parameters: AlertParameters, windows: Windows, table?: string): string {
  const keys = alert.key.map((_, i) => `key${i}`).join(', ');
  const records = recordsSql(alert, parameters, windows, table === undefined ? {} : { table });
  return alert.against.kind === 'peers'
    ? `SELECT DISTINCT ${keys}, k_window AS k_first FROM (${records})`
    : `SELECT ${keys}, min(k_window) AS k_first FROM (${records}) GROUP BY ${keys}`;
}

/** The first and the last window with records of each of these subjects: key0 …, k_window. */
export function edgesSql(alert: CellsAlert, parameters: AlertParameters, windows: Windows, subjects: string): string {
  const keys = alert.key.map((_, i) => `key${i}`).join(', ');
  return `SELECT DISTINCT ${keys}, unnest([first, last]) AS k_window FROM (SELECT ${keys}, min(k_window) AS first, max(k_window) AS last
    FROM (${recordsSql(alert, parameters, windows, { subjects })}) GROUP BY ${keys})`;
}

/**
 * Cells: key0 …, k_window, k_numerator, k_denominator, k_volume, k_limit, k_also, k_peers, fact_…; `subjects`: of those only, `parts` (by
 * place, at least one): of all whose key is that of one of them in these parts. `table`: of these records only, with how many there are (k_rows).
 */
export function cellsSql(
  alert: CellsAlert,
  parameters: AlertParameters,
  windows: Windows,
  subjects?: string,
  parts?: readonly number[],
  table?: string,
): string {
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
    ...(table === undefined ? [] : [`${make('count(*)')} AS k_rows`]),
  ];
  const cells = [...keys, 'k_window', ...[...made].map(([text, name]) => `${text} AS ${name}`)];
  return `SELECT ${columns.join(', ')} FROM (SELECT ${cells.join(', ')} FROM (${recordsSql(alert, parameters, windows, { subjects, parts, ...(table !== undefined && { table }) })})
    GROUP BY ${[...keys, 'k_window'].join(', ')})`;
}

/** Whether the cells of records that are held against each other are those of some of them and those of the others, added up. */
export const addsUp = ({ against, value, volume, also, facts }: CellsAlert): boolean =>
  against.kind === 'peers' &&
  also === undefined &&
  [value.numerator, value.denominator, volume?.of, ...Object.values(facts).map((fact) => fact.value)].every(
    (e) => e === undefined || e.op === 'sumKnown' || e.op === 'countKnown',
  );

/** Cells that add up, from several relations of `cellsSql` with k_rows, each to be added (1) or taken off (-1). */
export function summedCellsSql(alert: CellsAlert, cells: readonly (readonly [sign: 1 | -1, cells: string])[]): string {
  const keys = [...alert.key.map((_, i) => `key${i}`), 'k_window'];
  const added = ['k_numerator', 'k_denominator', 'k_volume', ...Object.keys(alert.facts).map((name) => quoted(`fact_${name}`))];
  return `SELECT ${keys.join(', ')}, ${added.map((name) => `sum(k_sign * ${name})::BIGINT AS ${name}`).join(', ')},
      NULL::BIGINT AS k_limit, TRUE AS k_also, any_value(k_peers) AS k_peers
    FROM (${cells.map(([sign, one]) => `SELECT *, ${sign} AS k_sign FROM (${one})`).join(' UNION ALL BY NAME ')})
    GROUP BY ${keys.join(', ')} HAVING sum(k_sign * k_rows) > 0`;
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
  const rows = `SELECT *, ${adds} AS k_adds FROM (${recordsSql(alert, parameters, windows, { subjects: hits })}) WHERE k_scope`;
  return `SELECT r.*, h.k_no, row_number() OVER (PARTITION BY h.k_no ORDER BY ${['r.k_adds DESC', ...tie].join(', ')}) AS k_place
    FROM (${rows}) r JOIN ${hits} h ON ${on} QUALIFY k_place <= ${most}`;
}

/** Who is where: m, home0 …, meet0 …, t, k (the stretch of time), o (occasion), d (day); of a relation like the table that the alert reads. */
function comingsSql(alert: TogetherAlert, parameters: AlertParameters, days: { from: number; to: number }, table = quoted(alert.reads)) {
  const sql = sqlWith(parameters);
  const homes = alert.home.map((e, i) => `${sql(e)} AS home${i}`);
  const meets = alert.meet.map((e, i) => `${sql(e)} AS meet${i}`);
  const moment = alert.near ? sql(alert.near.at) : '0::BIGINT';
  const source = `SELECT ${sql(alert.member.value)} AS m, ${[...homes, ...meets].join(', ')}, ${moment} AS t, ${sql(alert.occasion)} AS o, ${sql(alert.day)} AS d
    FROM ${table} WHERE ${alert.where ? `(${sql(alert.where)}) AND ` : ''}${sql(alert.day)} BETWEEN ${days.from} AND ${days.to}`;
  const stretch = alert.near ? `t // (${sql(alert.near.seconds)} + 1) AS k` : '0 AS k';
  const known = [...placesOf(alert), 'm', 'o'].map((name) => `${name} IS NOT NULL`).join(' AND ');
  return `SELECT *, ${stretch} FROM (${source}) WHERE ${known}`;
}

const homesOf = (alert: TogetherAlert) => alert.home.map((_, i) => `home${i}`);
const placesOf = (alert: TogetherAlert) => [...homesOf(alert), ...alert.meet.map((_, i) => `meet${i}`)];
const equal = (names: readonly string[], a: string, b: string) => names.map((name) => `${a}.${name} = ${b}.${name}`).join(' AND ');
/** Whoever is near stands in the same stretch of time, the one before or the next: named one by one they are found by equality. */
const around = (alert: TogetherAlert, comings: string) =>
  alert.near ? `(SELECT o.* REPLACE (o.k + n.k AS k) FROM ${comings} o, (VALUES (-1), (0), (1)) n(k))` : comings;

/**
 * Members in their homes whose ties these comings (a relation like the table that the alert reads) may have made or undone: their own, and
 * those of all who stood in the same stretch of time, which they may have made a crowd. home0 …, m. `beside`: where those stand, if not in
 * the table that the alert reads.
 */
export function touchedMembersSql(
  alert: TogetherAlert,
  parameters: AlertParameters,
  days: { from: number; to: number },
  table: string,
  beside?: string,
): string {
  const homes = homesOf(alert).join(', ');
  const places = [...placesOf(alert), 'k'];
  return `WITH c AS MATERIALIZED (${comingsSql(alert, parameters, days, table)})
    SELECT ${homes}, m FROM c UNION
    SELECT ${homes}, m FROM (${comingsSql(alert, parameters, days, beside)}) r SEMI JOIN c ON ${equal(places, 'r', 'c')}`;
}

/** Comings `r` that are no crowd: crowd, s. */
function standing(alert: TogetherAlert, parameters: AlertParameters): string {
  const places = [...new Set(placesOf(alert)), 'k'];
  return `crowd AS (SELECT ${places.join(', ')} FROM (SELECT DISTINCT ${[...places, 'm'].join(', ')} FROM r) GROUP BY ALL HAVING count(*) <= ${sqlWith(parameters)(alert.crowd)}),
    s AS MATERIALIZED (SELECT r.* FROM r SEMI JOIN crowd c ON ${equal(places, 'r', 'c')})`;
}

/** Pairs of these comings that meet: a and b. */
function metIn(alert: TogetherAlert, parameters: AlertParameters, comings: string): string {
  const near = alert.near ? ` AND abs(a.t - b.t) <= ${sqlWith(parameters)(alert.near.seconds)}` : '';
  return `${comings} a JOIN ${around(alert, comings)} b ON ${equal([...new Set(placesOf(alert))], 'a', 'b')} AND a.k = b.k AND a.m < b.m${near}`;
}

/** Of the pairs in `wanted`, from the comings r and s: how often they meet at all homes, and how often each one comes at all. usual: a, b, all_times, all_a, all_b. */
function everywhere(alert: TogetherAlert, parameters: AlertParameters, wanted: string): string {
  const homes = homesOf(alert)
    .map((name) => `a.${name}`)
    .join(', ');
  const one = `SELECT a FROM ${wanted} UNION SELECT b FROM ${wanted}`;
  return `w AS MATERIALIZED (SELECT s.* FROM s WHERE m IN (${one})),
    everywhere AS (SELECT a, b, sum(times) AS times FROM (SELECT ${homes}, a.m AS a, b.m AS b, count(DISTINCT a.o) AS times
      FROM ${metIn(alert, parameters, 'w')} JOIN ${wanted} p ON p.a = a.m AND p.b = b.m GROUP BY ALL) GROUP BY a, b),
    city AS (SELECT m, count(DISTINCT o) AS times FROM r WHERE m IN (${one}) GROUP BY m),
    usual AS (SELECT p.a, p.b, coalesce(q.times, 0)::BIGINT AS all_times, coalesce(x.times, 0) AS all_a, coalesce(y.times, 0) AS all_b
      FROM ${wanted} p LEFT JOIN everywhere q USING (a, b) LEFT JOIN city x ON x.m = p.a LEFT JOIN city y ON y.m = p.b)`;
}

/**
 * How usual the pairs of a relation (a, b) are at all homes together: a, b, all_times (occasions in common), all_a, all_b (of each one).
 * `table`: of these records only, like those of the table that the alert reads.
 */
export function everywhereSql(
  alert: TogetherAlert,
  parameters: AlertParameters,
  days: { from: number; to: number },
  wanted: string,
  table?: string,
): string {
  const places = [...new Set(placesOf(alert)), 'k'];
  const comings = comingsSql(alert, parameters, days, table);
  // wherever one of them came, all who came: a crowd is told by all of it
  return `WITH one AS (SELECT a AS m FROM ${wanted} UNION SELECT b FROM ${wanted}),
    beside AS (SELECT DISTINCT ${places.join(', ')} FROM (${comings}) SEMI JOIN one USING (m)),
    r AS MATERIALIZED (SELECT DISTINCT c.* FROM (${comings}) c SEMI JOIN beside p ON ${equal(places, 'c', 'p')}),
    ${standing(alert, parameters)},
    ${everywhere(alert, parameters, wanted)}
    SELECT * FROM usual`;
}

/**
 * Ties: home0 …, a, b (members, a < b), times, a_times, b_times, first, last (days), and where it is asked how usual a pair is, the columns
 * of `everywhereSql`. Pairs that meet more often than chance would have it; crowds left out. `members`: only ties of one in this relation
 * (home0 …, m), at no other home, and nothing of the others.
 */
export function tiesSql(alert: TogetherAlert, parameters: AlertParameters, days: { from: number; to: number }, members?: string): string {
  const sql = sqlWith(parameters);
  const home = homesOf(alert);
  const all = [...new Set(placesOf(alert))];
  const own = home.join(', ');
  const of = (table: string) => home.map((name) => `${table}.${name}`).join(', ');
  const usual = alert.elsewhere !== undefined && !members;
  const comings = comingsSql(alert, parameters, days);
  // all who ever stood beside one of the members, with all their comings to that home: what is counted of them is whole
  const r = members
    ? `h AS MATERIALIZED (SELECT c.* FROM (${comings}) c SEMI JOIN ${members} q ON ${equal(home, 'c', 'q')}),
    q AS MATERIALIZED (SELECT ${own}, m FROM h SEMI JOIN ${members} USING (${own}, m) GROUP BY ALL HAVING count(DISTINCT o) >= ${sql(alert.times)}),
    beside AS (SELECT DISTINCT h.${[...all, 'k'].join(', h.')} FROM h SEMI JOIN q USING (${own}, m)),
    n AS (SELECT DISTINCT ${of('h')}, h.m FROM h SEMI JOIN ${around(alert, 'beside')} b ON ${equal([...all, 'k'], 'h', 'b')}),
    r AS MATERIALIZED (SELECT DISTINCT h.* FROM h SEMI JOIN n USING (${own}, m))`
    : `r AS MATERIALIZED (SELECT DISTINCT * FROM (${comings}))`;
  const asked = members
    ? ` WHERE EXISTS (FROM q WHERE ${equal(home, 'q', 'a')} AND q.m = a.m) OR EXISTS (FROM q WHERE ${equal(home, 'q', 'a')} AND q.m = b.m)`
    : '';
  return `WITH ${r},
    ${standing(alert, parameters)},
    own AS MATERIALIZED (SELECT ${own}, m, count(*) AS times FROM (SELECT DISTINCT ${own}, m, o FROM r) GROUP BY ALL),
    -- who comes too seldom ties with nobody
    f AS MATERIALIZED (SELECT s.* FROM s SEMI JOIN (SELECT * FROM own WHERE times >= ${sql(alert.times)}) USING (${own}, m)),
    pairs AS (SELECT ${of('a')}, a.m AS a, b.m AS b, count(DISTINCT a.o) AS times, min(a.d) AS "first", max(a.d) AS "last"
      FROM ${metIn(alert, parameters, 'f')}${asked} GROUP BY ${of('a')}, a.m, b.m HAVING count(DISTINCT a.o) >= ${sql(alert.times)}),
    ties AS MATERIALIZED (SELECT p.*, x.times AS a_times, y.times AS b_times FROM pairs p
      JOIN own x ON ${equal(home, 'x', 'p')} AND x.m = p.a
      JOIN own y ON ${equal(home, 'y', 'p')} AND y.m = p.b
      WHERE p.times * 100 >= ${sql(alert.share)} * least(x.times, y.times))${usual ? `, wanted AS (SELECT DISTINCT a, b FROM ties), ${everywhere(alert, parameters, 'wanted')}` : ''}
    SELECT p.*${usual ? ', u.* EXCLUDE (a, b)' : ''} FROM ties p${usual ? ' JOIN usual u USING (a, b)' : ''} ORDER BY ${of('p')}, p.a, p.b`;
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

/** Why a cell is left out: its value certainly is no signal, it is certainly not asked, or it has nothing (or too few) to be compared with. */
export type Apart = 'below' | 'unasked' | 'noBaseline' | 'zeroBaseline' | 'fewPeers';

/**
 * The cells of a relation with the columns of `cellsSql` and k_apart, an `Apart` or null where they are to be judged. Undefined where that
 * cannot be told from the cell (and the one before it). What is told is told as the domain judges. `from`: the first window that is judged.
 */
export function apartSql(
  alert: CellsAlert,
  parameters: AlertParameters,
  { cells, ratioScale, from }: { cells: string; ratioScale: number; from: number },
): string | undefined {
  const { against, value, direction, volume } = alert;
  const sql = sqlWith(parameters);
  const least = volume ? `coalesce(k_volume < ${sql(volume.minimum)}, FALSE) OR ` : '';
  const unasked = `(${least}coalesce(NOT k_also, FALSE))`;
  const compare = direction === 'above' ? '<' : '>';
  if (against.kind === 'limit') {
    // a ratio as it is judged: millionths, halves up
    const unreached = value.denominator
      ? `(k_denominator > 0 AND (2 * k_numerator::HUGEINT * ${ratioScale} + k_denominator) // (2 * k_denominator) ${compare} k_limit)`
      : `(k_numerator ${compare} k_limit)`;
    return `SELECT *, CASE WHEN ${unasked} THEN 'unasked' WHEN coalesce(${unreached}, FALSE) THEN 'below' END AS k_apart FROM (${cells})`;
  }
  if (against.kind === 'peers') {
    // nobody lies further from the middle than the greatest from the least, and no spread is below its floor
    const value = alert.value.denominator
      ? `CASE WHEN k_denominator > 0 THEN (2 * k_numerator::HUGEINT * ${ratioScale} + k_denominator) // (2 * k_denominator) END`
      : 'k_numerator::HUGEINT';
    const known = `(k_value IS NOT NULL AND k_also IS NOT NULL${volume ? ' AND k_volume IS NOT NULL' : ''})`;
    return `SELECT * EXCLUDE (k_value, k_unasked, k_known, k_n, k_width), CASE WHEN k_unasked THEN 'unasked' WHEN NOT k_known THEN NULL
        WHEN k_n <= greatest(1, ${sql(against.least)}) THEN 'fewPeers'
        WHEN k_width * 1000 < (${sql(against.score)} - 1) * greatest(1, ${sql(against.floor)}) THEN 'below' END AS k_apart
      FROM (SELECT *, bool_and(k_unasked OR ${known}) OVER w AS k_known, count(*) FILTER (WHERE NOT k_unasked) OVER w AS k_n,
          max(k_value) FILTER (WHERE NOT k_unasked) OVER w - min(k_value) FILTER (WHERE NOT k_unasked) OVER w AS k_width
        FROM (SELECT *, ${value} AS k_value, ${unasked} AS k_unasked FROM (${cells})) WINDOW w AS (PARTITION BY k_window, k_peers))`;
  }
  if (against.kind !== 'growth' || against.step !== 1 || value.denominator) return undefined;
  const keys = alert.key.map((_, i) => `key${i}`).join(', ');
  const known = `k_numerator IS NOT NULL AND k_also IS NOT NULL${volume ? ' AND k_volume IS NOT NULL' : ''}`;
  const grown = direction === 'above' ? '(k_numerator - k_before)' : '(k_before - k_numerator)';
  return `SELECT * EXCLUDE (k_last, k_value), CASE WHEN k_window < ${from} OR ${unasked} THEN 'unasked' WHEN NOT (${known}) THEN NULL
      WHEN k_before = 0 OR k_before < ${sql(against.base)} THEN CASE WHEN k_last IS NULL THEN 'noBaseline' ELSE 'zeroBaseline' END
      WHEN ${grown} * 100 < k_before * ${sql(against.percent)} THEN 'below' END AS k_apart
    FROM (SELECT *, CASE WHEN k_last = k_window - 1 THEN coalesce(k_value, 0) ELSE 0 END AS k_before
      FROM (SELECT *, lag(k_window) OVER w AS k_last, lag(k_numerator) OVER w AS k_value FROM (${cells}) WINDOW w AS (PARTITION BY ${keys} ORDER BY k_window)))`;
}
