// Alerts over the lake (or over tables of the same columns): cells and ties by DuckDB, and what stands behind a signal.
import { derivedRecords, ruleSchema } from '@hengjian/catalog';
import { type AlertRecord, type Day, type LakeTable, lakeTables } from '@hengjian/domain';
import {
  type AlertParameters,
  type AlertTree,
  type Apart,
  apartSql,
  behindSql,
  type CellsAlert,
  cellsSql,
  derivedSql,
  type Expression,
  edgesSql,
  everywhereSql,
  meetsInEncounter,
  metSql,
  RATIO_SCALE,
  type RawCell,
  sharedByPeers,
  sqlWith,
  subjectsSql,
  type TogetherAlert,
  tiesSql,
  touchedMembersSql,
  type Windows,
} from '@hengjian/language';
import type { AlertLake, Behind, MemberTie, PairTimes, SubjectKey, TouchedSubject } from '@hengjian/workflows';
import { type Duck, literal, quoted } from '../lake/duck.ts';
import { markedSql } from '../lake/encounter-marks.ts';
import type { LakeSnapshot } from '../lake/lake.ts';
import { type Files, layered, replacedTable } from '../lake/layers.ts';
import { keptCells } from './kept-cells.ts';

type Row = Record<string, number | string | boolean | null>;

/** Records shown of a signal. */
const RECORDS = 20;
/** Rows of one VALUES list. */
const BATCH = 500;

/** Subjects that are named one by one at most; beyond it reading everything is no dearer. */
const NAMED = 100_000;

/**
 * `duck` has the lake's tables in view, all buckets at once; without a snapshot what changed cannot be told. `keepIn`: a folder for cells
 * that are kept for the next run.
 */
export const alertLakeOf = (duck: Duck, snapshot?: LakeSnapshot, keepIn?: string): AlertLake => ({
  ...changesOf(duck, snapshot),
  async cells(alert, parameters, windows, subjects) {
    // peers come with those who are held against them
    const parts = alert.against.kind === 'peers' ? sharedByPeers(alert) : undefined;
    const named = subjects && parts?.length !== 0;
    if (named) await loadSubjects(duck, alert.key.length, subjects);
    const own = named ? 'k_subjects' : undefined;
    const kept =
      snapshot && keepIn !== undefined
        ? await keptCells(duck, snapshot, keepIn, alert, parameters, { windows, subjects: own, parts })
        : undefined;
    const cells = kept ?? cellsSql(alert, parameters, windows, own, parts);
    const from = windows.from + (alert.against.kind === 'growth' ? alert.against.step : 0);
    const apart = apartSql(alert, parameters, { cells, ratioScale: RATIO_SCALE, from });
    if (!apart) {
      const rows = await duck.rows<Row>(cells);
      return { cells: rows.map((row) => cellOf(alert, row)), before: [], all: rows.length, below: 0, unasked: {} };
    }
    // most cells are far from being a signal: they are only counted
    await duck.run(`CREATE OR REPLACE TEMP TABLE k_cells AS ${apart}`);
    const rows = await duck.rows<Row>('SELECT * FROM k_cells WHERE k_apart IS NULL');
    const keys = [...alert.key.map((_, i) => `b.key${i} = c.key${i}`), 'b.k_window = c.k_window - 1'].join(' AND ');
    const before =
      alert.against.kind === 'growth' && rows.length > 0
        ? await duck.rows<Row>(
            `SELECT b.* FROM k_cells b SEMI JOIN (SELECT * FROM k_cells WHERE k_apart IS NULL) c ON ${keys} WHERE b.k_apart IS NOT NULL`,
          )
        : [];
    const counted = await duck.rows<{ apart: Apart | null; n: number }>(
      'SELECT k_apart AS apart, count(*)::BIGINT AS n FROM k_cells GROUP BY ALL',
    );
    await duck.run('DROP TABLE k_cells');
    const of = (apart: Apart) => counted.find((one) => one.apart === apart)?.n ?? 0;
    const [noBaseline, zeroBaseline, fewPeers] = [of('noBaseline'), of('zeroBaseline'), of('fewPeers')];
    return {
      cells: rows.map((row) => cellOf(alert, row)),
      before: before.map((row) => cellOf(alert, row)),
      all: counted.reduce((sum, { n }) => sum + n, 0),
      below: of('below') + noBaseline + zeroBaseline + fewPeers,
      unasked: { ...(noBaseline && { noBaseline }), ...(zeroBaseline && { zeroBaseline }), ...(fewPeers && { fewPeers }) },
    };
  },
  async edges(alert, parameters, windows, subjects) {
    await loadSubjects(duck, alert.key.length, subjects);
    const rows = await duck.rows<Row>(edgesSql(alert, parameters, windows, 'k_subjects'));
    return rows.map((row) => ({ key: keyOf(alert.key, row), window: Number(row.k_window) }));
  },
  async behind(alert, parameters, hits, seriesFrom) {
    await loadHits(duck, alert, hits);
    const to = Math.max(...hits.map(({ window }) => window));
    const shown = Math.min(...hits.map(({ window }) => window));
    const keys = alert.key.map((_, i) => `key${i}`);
    const series = await duck.rows<Row>(`SELECT ${keys.join(', ')}, k_window, k_numerator, k_denominator
      FROM (${cellsSql(alert, parameters, { from: seriesFrom, to }, 'k_hits')}) ORDER BY k_window`);
    const bySubject = Map.groupBy(series, (row) => JSON.stringify(keys.map((key) => row[key])));
    const rows = await duck.rows<Row>(
      `SELECT ${shownColumns(alert)}, k_no, k_adds FROM (${behindSql(alert, parameters, { from: shown, to }, { schema: ruleSchema, hits: 'k_hits', most: RECORDS })}) ORDER BY k_no, k_place`,
    );
    const records = Map.groupBy(await recordsOf(duck, rows), ({ no }) => no);
    const names = await partNames(duck, alert, hits);
    return hits.map((hit, no): Behind => {
      const [subjectNo = '', ...part] = hit.key.map((value, i) => names[i]?.get(Number(value)) ?? String(value));
      const windows = bySubject.get(JSON.stringify(hit.key)) ?? [];
      return {
        subjectNo,
        part,
        records: (records.get(no) ?? []).map(({ record }) => record),
        series: windows
          .filter(({ k_window: window }) => Number(window) <= hit.window)
          .slice(-SERIES)
          .map((row) => [Number(row.k_window), row.k_numerator as number | null, row.k_denominator as number | null] as const),
      };
    });
  },
  async ties(alert, parameters, days, members) {
    if (members) {
      await loadSubjects(duck, alert.home.length + 1, members);
      const names = [...alert.home.map((_, i) => `key${i} AS home${i}`), `key${alert.home.length} AS m`];
      await duck.run(`CREATE OR REPLACE TEMP VIEW k_members AS SELECT ${names.join(', ')} FROM k_subjects`);
    }
    const rows = await duck.rows<Row>(tiesSql(alert, parameters, days, members && 'k_members'));
    const kind = dimensionOf(alert.home[0] as Expression);
    const homes = kind ? await published(duck, kind, [...new Set(rows.map((row) => Number(row.home0)))]) : new Map<number, string>();
    return rows.map(
      (row): MemberTie => ({
        homeNo: homes.get(Number(row.home0)) ?? String(row.home0),
        home: alert.home.map((_, i) => row[`home${i}`] as number | string),
        a: Number(row.a),
        b: Number(row.b),
        times: Number(row.times),
        aTimes: Number(row.a_times),
        bTimes: Number(row.b_times),
        first: Number(row.first),
        last: Number(row.last),
        ...('all_times' in row && { everywhere: pairTimes(row) }),
      }),
    );
  },
  members: (kind, ids) => published(duck, kind, ids),
  async met(alert, parameters, groups, days, most) {
    const homes = alert.home.map((_, i) => `home${i}`);
    const members = groups.flatMap(({ home, members }, no) => members.map((m) => [no, ...home, m]));
    await loadRows(duck, 'k_groups', { k_no: 'INTEGER', ...typesOf(homes, groups[0]?.home), m: 'BIGINT' }, members);
    const rows = await duck.rows<Row>(
      `SELECT ${shownColumns(alert)}, k_no, k_adds, k_sum FROM (${metSql(alert, parameters, days, { schema: ruleSchema, groups: 'k_groups', most })}) ORDER BY k_no, k_place`,
    );
    const records = Map.groupBy(await recordsOf(duck, rows), ({ no }) => no);
    const sums = new Map(rows.map((row) => [Number(row.k_no), Number(row.k_sum)]));
    return groups.map((_, no) => ({ records: (records.get(no) ?? []).map(({ record }) => record), adds: sums.get(no) ?? 0 }));
  },
});

/** What changed since an earlier version, and what is read beside records of care. */
function changesOf(duck: Duck, snapshot: LakeSnapshot | undefined): Pick<AlertLake, 'touched' | 'everywhere' | 'beside'> {
  /** Since which version the relations `was_…` of these tables tell. */
  const told = new Map<string, number>();
  return {
    async touched(alert, parameters, { sinceVersion, within, opened }) {
      const table = derivedRecords[alert.reads]?.from ?? alert.reads;
      if (!snapshot || !(table in lakeTables)) return null;
      if (told.get(table) !== sinceVersion) {
        if (!(await wasTable(duck, snapshot, table as LakeTable, sinceVersion))) return null;
        told.set(table, sinceVersion);
      }
      const derived = derivedRecords[alert.reads];
      const counted = alert.kind === 'together' && alert.elsewhere !== undefined;
      const came = counted ? cameRows(table) : undefined;
      // what is kept of all homes goes along with what changed where that is all that bears on it
      if (counted && (derived || !meetsInEncounter(alert) || (opened && (await entersAlone(duck, alert, parameters, opened))))) return null;
      const was = (name: string) => (name === table ? `was_${table}` : quoted(name));
      const records = derived ? `(${derivedSql(derived, ruleSchema, was)})` : was(table);
      // what changed, and all that stands in windows that were not asked about before
      const [changed, entered] =
        alert.kind === 'cells'
          ? [subjectsSql(alert, parameters, within, records), opened && subjectsSql(alert, parameters, opened)]
          : [
              touchedMembersSql(alert, parameters, within, records, came),
              opened && touchedMembersSql(alert, parameters, within, openedRows(alert, parameters, opened, came), came),
            ];
      const all = entered ? `(${changed}) UNION ALL (${entered})` : changed;
      const rows = await duck.rows<Row>(`SELECT * FROM (${all}) LIMIT ${NAMED + 1}`);
      if (rows.length > NAMED) return null;
      return rows.map((row) => {
        const { k_first: first = 0, ...key } = row;
        return { key: Object.values(key) as SubjectKey, first: Number(first) };
      });
    },
    async everywhere(alert, parameters, days, pairs, changes) {
      await loadRows(
        duck,
        'k_pairs',
        { a: 'BIGINT', b: 'BIGINT' },
        pairs.map(({ a, b }) => [a, b]),
      );
      const count = async (within: Windows, table?: string) => {
        const rows = await duck.rows<Row>(everywhereSql(alert, parameters, within, 'k_pairs', table));
        return new Map(rows.map((row) => [`${row.a}:${row.b}`, pairTimes(row)]));
      };
      const [now, then] = changes
        ? [
            await count(changes.within, cameRows(alert.reads)),
            await count({ ...changes.within, to: changes.opened ? changes.opened.from - 1 : changes.within.to }, wentRows(alert.reads)),
          ]
        : [await count(days), undefined];
      return pairs.map(({ a, b }) => {
        const of = (times: ReadonlyMap<string, PairTimes> | undefined) => times?.get(`${a}:${b}`) ?? { times: 0, aTimes: 0, bTimes: 0 };
        const [after, before] = [of(now), of(then)];
        return { times: after.times - before.times, aTimes: after.aTimes - before.aTimes, bTimes: after.bTimes - before.bTimes };
      });
    },
    async beside(alert) {
      const words = [];
      for (const { reads, link, take } of derivedRecords[alert.reads]?.beside ?? []) {
        // registers and dimensions are small: their rows themselves are the word, as far as they are read
        const columns = [...link.map(([, column]) => column), ...Object.values(take)].map(quoted).join(', ');
        const [row] = await duck.rows<{ word: string }>(
          `SELECT coalesce(sum(hash(r)), 0)::VARCHAR AS word FROM (SELECT ${columns} FROM ${quoted(reads)}) r`,
        );
        words.push(row?.word ?? '');
      }
      return words.join(' ');
    },
  };
}

const openedRows = (alert: TogetherAlert, parameters: AlertParameters, { from, to }: Windows, table = quoted(alert.reads)): string =>
  `(SELECT * FROM ${table} WHERE ${sqlWith(parameters)(alert.day)} BETWEEN ${from} AND ${to})`;

/** All rows of the encounters that were taken in since, as they are, and as they were. */
const cameRows = (table: string) => `(SELECT * FROM both_${table} WHERE k_sign > 0)`;
const wentRows = (table: string) => `(SELECT * FROM both_${table} WHERE k_sign < 0)`;

/** Whether records of encounters that were not taken in since stand in days that were not asked about before. */
async function entersAlone(duck: Duck, alert: TogetherAlert, parameters: AlertParameters, opened: Windows): Promise<boolean> {
  const rows = await duck.rows(
    `SELECT 1 FROM ${openedRows(alert, parameters, opened)} ANTI JOIN ${cameRows(alert.reads)} USING (encounter) LIMIT 1`,
  );
  return rows.length > 0;
}

/**
 * `was_<table>`: rows that are others now than at a version, as they were and as they are; a row that stands as it stood is none, though its
 * encounter was taken in again. `both_<table>`: all of their encounters, with k_sign 1 as they are and -1 as they were. False where a rewrite of buckets left nothing of what was before.
 */
async function wasTable(duck: Duck, snapshot: LakeSnapshot, table: LakeTable, since: number): Promise<boolean> {
  if (snapshot.changedSince(since) === null || snapshot.filesOf(table).some((file) => file.bucket !== null && file.fromVersion > since))
    return false;
  const among = (isNew: boolean): Files => ({
    filesOf: (kind, bucket) => snapshot.filesOf(kind, bucket).filter(({ fromVersion }) => fromVersion > since === isNew),
  });
  const columns = Object.keys(lakeTables[table]);
  const came = layered(among(true), table, columns);
  // of the older files only what was replaced since
  await duck.run(replacedTable(among(true), 'k_replaced'));
  await duck.run(replacedTable(among(false), 'k_replaced_before'));
  const stood = layered(among(false), table, columns, undefined, 'k_replaced_before');
  const none = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} WHERE FALSE`;
  await duck.run(`CREATE OR REPLACE TEMP TABLE both_${table} AS SELECT *, 1 AS k_sign FROM (${came ?? none})
    UNION ALL SELECT *, -1 AS k_sign FROM (${stood ?? none}) SEMI JOIN k_replaced USING (encounter)`);
  const moved = `SELECT * EXCLUDE (k_n) FROM (SELECT * EXCLUDE (k_sign), sum(k_sign) AS k_n FROM both_${table} GROUP BY ALL) WHERE k_n <> 0`;
  await duck.run(`CREATE OR REPLACE TEMP TABLE was_${table} AS ${markedSql(table, moved, undefined)}`);
  return true;
}

/** Windows of a series at most. */
const SERIES = 120;

const keyOf = (key: readonly Expression[], row: Row): RawCell['key'] => key.map((_, i) => row[`key${i}`] as number | string | null);

const pairTimes = (row: Row): PairTimes => ({ times: Number(row.all_times), aTimes: Number(row.all_a), bTimes: Number(row.all_b) });

const cellOf = (alert: CellsAlert, row: Row): RawCell => ({
  key: keyOf(alert.key, row),
  window: Number(row.k_window),
  numerator: row.k_numerator as number | null,
  denominator: row.k_denominator as number | null,
  volume: row.k_volume as number | null,
  limit: row.k_limit as number | null,
  also: row.k_also as boolean | null,
  peers: String(row.k_peers ?? ''),
  facts: Object.fromEntries(Object.keys(alert.facts).map((name) => [name, row[`fact_${name}`] ?? null])),
});

async function loadHits(duck: Duck, alert: CellsAlert, hits: readonly RawCell[]): Promise<void> {
  const keys = alert.key.map((_, i) => `key${i}`);
  const rows = hits.map(({ key, window }, no) => [...key, window, no]);
  await loadRows(duck, 'k_hits', { ...typesOf(keys, hits[0]?.key), k_window: 'BIGINT', k_no: 'INTEGER' }, rows);
}

async function loadSubjects(duck: Duck, length: number, subjects: readonly TouchedSubject[]): Promise<void> {
  const names = Array.from({ length }, (_, i) => `key${i}`);
  await loadRows(duck, 'k_subjects', typesOf(names, subjects[0]?.key), [
    ...new Map(subjects.map(({ key }) => [JSON.stringify(key), key])).values(),
  ]);
}

type Values = readonly (number | string | null)[];
const typesOf = (names: readonly string[], like: Values = []) =>
  Object.fromEntries(names.map((name, i) => [name, typeof like[i] === 'string' ? 'VARCHAR' : 'BIGINT']));

async function loadRows(duck: Duck, table: string, columns: Readonly<Record<string, string>>, rows: readonly Values[]): Promise<void> {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  await duck.run(`CREATE OR REPLACE TEMP TABLE ${table} (${typed.join(', ')})`);
  for (let at = 0; at < rows.length; at += BATCH) {
    const values = rows
      .slice(at, at + BATCH)
      .map((row) => `(${row.map((v) => (typeof v === 'string' ? literal(v) : String(v))).join(', ')})`);
    await duck.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`);
  }
}

const dimensions = ['person', 'provider', 'practitioner', 'item'] as const;
type Dimension = (typeof dimensions)[number];
const numberColumn: Readonly<Record<Dimension, string>> = {
  person: 'personNo',
  provider: 'providerNo',
  practitioner: 'practitionerNo',
  item: 'code',
};

/** The dimension that a part of a key is a surrogate of. */
const dimensionOf = (e: Expression): Dimension | undefined =>
  e.op === 'field' ? dimensions.find((name) => name === (e as { name: string }).name) : undefined;

async function published(duck: Duck, dimension: Dimension, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await duck.rows<{ id: number; no: string }>(
    `SELECT ${quoted(dimension)} AS id, ${quoted(numberColumn[dimension])} AS no FROM ${quoted(dimension)} WHERE ${quoted(dimension)} IN (${ids.join(', ')})`,
  );
  return new Map(rows.map(({ id, no }) => [id, no]));
}

const partNames = (duck: Duck, alert: CellsAlert, hits: readonly RawCell[]): Promise<(Map<number, string> | undefined)[]> =>
  Promise.all(
    alert.key.map((e, i) => {
      const dimension = dimensionOf(e);
      return dimension ? published(duck, dimension, [...new Set(hits.map(({ key }) => Number(key[i])))]) : undefined;
    }),
  );

/** What of a record is shown, where its table has it: number of encounter and settlement, person, day, moment, item. */
function shownColumns({ reads }: Pick<AlertTree, 'reads'>): string {
  const has = (column: string) => column in (ruleSchema.tables[reads]?.columns ?? {});
  const first = (...names: string[]) => names.find(has);
  const shown = (name: string, column: string | undefined, type: string) =>
    `${column ? quoted(column) : `NULL::${type}`} AS ${quoted(`s_${name}`)}`;
  return [
    shown('encounterNo', first('encounterNo'), 'VARCHAR'),
    shown('settlementNo', first('settlementNo'), 'VARCHAR'),
    shown('person', first('person'), 'BIGINT'),
    shown('item', first('item'), 'BIGINT'),
    shown('day', first('day', 'begunDay', 'settledDay'), 'INTEGER'),
    shown('at', first('settledAt', 'occurredAt', 'begunAt'), 'BIGINT'),
  ].join(', ');
}

async function recordsOf(duck: Duck, rows: readonly Row[]): Promise<{ no: number; record: AlertRecord }[]> {
  const ids = (column: string) => [...new Set(rows.flatMap((row) => (row[column] === null ? [] : [Number(row[column])])))];
  const people = await published(duck, 'person', ids('s_person'));
  const items = await published(duck, 'item', ids('s_item'));
  return rows.map((row) => ({
    no: Number(row.k_no),
    record: {
      encounterNo: row.s_encounterNo as string | null,
      settlementNo: row.s_settlementNo as string | null,
      personNo: people.get(Number(row.s_person)) ?? null,
      itemCode: items.get(Number(row.s_item)) ?? null,
      day: row.s_day as Day | null,
      at: row.s_at as number | null,
      adds: Number(row.k_adds ?? 0),
    },
  }));
}
