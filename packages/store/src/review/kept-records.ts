/**
 * What the rules that look beyond one person need of the lake, kept beside it from one review of changes to the next: of each table the
 * few records that most of them can take, and what all other charge items add up to within an encounter. It is worked out of files that
 * never change, and says of which: an import adds a delta, whose records are taken in, and what a delta replaces is left out by the same
 * list as in the lake itself. A cache and nothing else: missing, damaged, or of other rules or files, it is made anew.
 */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { derivedRecords } from '@hengjian/catalog';
import type { LakeTable } from '@hengjian/domain';
import { type PlannedRule, type Schema, type SummedLines, summedLines, takenRecords } from '@hengjian/language';
import type { Keeping } from '@hengjian/workflows';
import { relationOver } from '../lake/derived-views.ts';
import { type Duck, literal, quoted } from '../lake/duck.ts';
import { type Marking, markedSql } from '../lake/encounter-marks.ts';
import { filesFrom, layoutOf } from '../lake/file-columns.ts';
import type { LakeFile, LakeSnapshot } from '../lake/lake.ts';
import { notReplaced } from '../lake/layers.ts';
import { columnsOf } from '../lake/layout.ts';

/** Relations of a connection in which some rules find all that they need of a table. */
export interface KeptRecords {
  /** Where a rule need not look at the lake's own table: every record that it can name; undefined where it must. */
  records(planned: PlannedRule, table: string): string | undefined;
  /** Where a rule reads a table or derived records; of some, totals stand for most of the lines. */
  relation(planned: PlannedRule): (table: string) => string;
  /** Where totals stand for lines, the column of those that are all there is of their encounter. */
  alone(planned: PlannedRule): string | undefined;
}

/** A rule that takes more of all records than this reads the lake: of so many nothing is saved by keeping them twice. */
const MOST_PERCENT = 10;
/** Column of totals: whether an encounter has no other totals and no line that is kept beside them. Layers hold encounters whole. */
const ALONE = 'k_alone';
/** Files that no list names any more, but a review that runs may still read: for an hour. */
const LET_GO_MS = 3_600_000;

/** Files made of some files of the lake. */
interface Part {
  readonly of: readonly string[];
  readonly few: string;
  readonly totals: string;
  readonly bytes: readonly [few: number, totals: number];
}

interface Kept {
  /** By rule, what it asks; null for one that reads the lake. */
  readonly rules: { readonly [ruleId: string]: string | null };
  /** Records that are kept, beside the lines of `items`. */
  readonly where: readonly string[];
  readonly by: readonly string[];
  readonly sums: readonly string[];
  /** Items of which every line is kept, and those of them that are listed; none beyond `lastItem` occurs in the files. */
  readonly items: readonly number[];
  readonly listed: readonly number[];
  readonly lastItem: number;
  /** Columns that the table had when they were written. */
  readonly layout: string | null;
  readonly base: Part;
  readonly recent: Part | null;
}

/** What a rule asks of a table: conditions (SQL over `t`) and roles of its knowledge. */
interface Ask {
  readonly planned: PlannedRule;
  readonly where: readonly string[];
  readonly roles: readonly string[];
  readonly summed: SummedLines | undefined;
  readonly word: string;
}

function askOf(planned: PlannedRule, table: LakeTable, schema: Schema): Ask | undefined {
  const { rule } = planned;
  const taken = takenRecords(rule, schema, derivedRecords).filter((one) => one.table === table);
  if (taken.length === 0) return undefined;
  const summed = table === 'line' ? summedLines(rule, schema) : undefined;
  const where = summed ? [] : taken.filter(({ role }) => role === null).map((one) => one.where);
  const roles = summed ? [rule.knowledge?.role as string] : taken.flatMap(({ role }) => role ?? []);
  return { planned, where, roles, summed, word: JSON.stringify([where, roles, summed ?? null, derivedRecords[rule.reads] ?? null]) };
}

const numbers = (list: readonly number[]): string => (list.length > 0 ? list.join(', ') : 'NULL');

/** Tables of which rules take a few records. */
const tables = ['line', 'encounter', 'settlement', 'trace'] as const satisfies readonly LakeTable[];

/**
 * Brings what is kept in `folder` to this snapshot and makes it readable. `duck` shows all of the snapshot and has the relations of
 * `loadPoints` for these rules. `anew`: what was kept of deltas is not believed but worked out again.
 */
export async function keepRecords(
  duck: Duck,
  snapshot: LakeSnapshot,
  folder: string,
  rules: readonly PlannedRule[],
  schema: Schema,
  marking: Marking | undefined,
  keeping: Keeping,
): Promise<KeptRecords> {
  await duck.run('CREATE SCHEMA IF NOT EXISTS memory.kept');
  const shown = new Map<string, Shown>();
  for (const table of tables) {
    const asks = rules.flatMap((planned) => askOf(planned, table, schema) ?? []);
    const files = snapshot.filesOf(table);
    const [base, deltas] = [files.filter(({ bucket }) => bucket !== null), files.filter(({ bucket }) => bucket === null)];
    if (asks.length === 0 || base.length === 0) continue;
    const own: Place = { folder: path.join(folder, table), table };
    mkdirSync(own.folder, { recursive: true });
    const items = await itemsOf(duck, asks);
    const found = readKept(own);
    const standing = found && stands(own, found, asks, items, base) ? found : await makeBase(duck, own, asks, items, base);
    const from = keeping === 'anew' && standing.recent ? { ...standing, recent: null } : standing;
    const kept = await withRecent(duck, own, from, asks, items, deltas);
    if (kept !== found) store(own, kept);
    shown.set(table, await show(duck, own, kept, asks, snapshot, marking));
  }
  const lake = (table: string) => `memory.main.${quoted(table)}`;
  return {
    records: (planned, table) => shown.get(table)?.records(planned),
    relation: (planned) => relationOver(planned, schema, (table) => shown.get(table)?.relation(planned) ?? lake(table)),
    alone: (planned) => shown.get(planned.rule.reads)?.alone(planned),
  };
}

/** A table's own part of what is kept. */
interface Place {
  readonly folder: string;
  readonly table: LakeTable;
}

interface Shown {
  records(planned: PlannedRule): string | undefined;
  alone(planned: PlannedRule): string | undefined;
  relation(planned: PlannedRule): string | undefined;
}

/** Items of each ask's roles in knowledge, and the last that the lake knows. */
async function itemsOf(duck: Duck, asks: readonly Ask[]) {
  const roles = asks.flatMap(({ planned, roles }) => roles.map((role) => `(${planned.index}, ${literal(role)})`));
  const rows =
    roles.length === 0
      ? []
      : await duck.rows<{ rule: number; item: number }>(
          `SELECT DISTINCT rule, item FROM kp WHERE (rule, role) IN (${roles.join(', ')}) ORDER BY rule, item`,
        );
  const [last] = await duck.rows<{ item: number }>('SELECT coalesce(max(item), 0) AS item FROM item');
  return { byRule: Map.groupBy(rows, ({ rule }) => rule), last: last?.item ?? 0 };
}
type Items = Awaited<ReturnType<typeof itemsOf>>;

const itemsFor = (asks: readonly Ask[], items: Items): number[] =>
  [...new Set(asks.flatMap(({ planned }) => (items.byRule.get(planned.index) ?? []).map(({ item }) => item)))].sort((a, b) => a - b);

/** Asks that one file answers, of those that a rule's several editions make as well. */
const wordsOf = (asks: readonly Ask[]): Map<string, string> => {
  const words = Map.groupBy(asks, ({ planned }) => planned.rule.id);
  return new Map([...words].map(([id, own]) => [id, own.map(({ word }) => word).join()]));
};
const isKept = (kept: Pick<Kept, 'rules'>, { planned }: Pick<Ask, 'planned'>): boolean => typeof kept.rules[planned.rule.id] === 'string';

const fileWord = ({ path: file, rows, fromVersion, layout }: LakeFile): string =>
  `${path.basename(path.dirname(file))}/${path.basename(file)} ${rows} ${fromVersion} ${layout}`;
const sameWords = (a: readonly string[], b: readonly string[]) => a.length === b.length && a.every((word, i) => word === b[i]);

function stands({ table }: Place, kept: Kept, asks: readonly Ask[], items: Items, base: readonly LakeFile[]): boolean {
  const left = Object.fromEntries(Object.entries(kept.rules).filter(([, word]) => word === null));
  for (const [id, word] of wordsOf(asks)) if (kept.rules[id] !== word && !(id in left)) return false;
  const own = asks.filter((ask) => isKept(kept, ask));
  // an item that came later is in none of the lines that were looked through
  const known = (list: readonly number[], some: readonly Ask[]) => {
    const has = new Set(list);
    return itemsFor(some, items).every((item) => has.has(item) || item > kept.lastItem);
  };
  return (
    kept.layout === layoutOf(table) &&
    sameWords(kept.base.of, base.map(fileWord)) &&
    known(kept.items, own) &&
    known(
      kept.listed,
      own.filter(({ summed }) => summed),
    )
  );
}

async function makeBase(duck: Duck, place: Place, asks: readonly Ask[], items: Items, base: readonly LakeFile[]): Promise<Kept> {
  const words = wordsOf(asks);
  const few = await rulesOfFew(duck, asks, items, base);
  const own = asks.filter(({ planned }) => few.has(planned.rule.id));
  const summed = own.filter((ask) => ask.summed);
  const asked = {
    where: [...new Set(own.flatMap(({ where }) => where))].sort(),
    by: [...new Set(summed.flatMap((ask) => ask.summed?.by ?? []))].sort(),
    sums: [...new Set(summed.flatMap((ask) => ask.summed?.sums ?? []))].sort(),
    items: itemsFor(own, items),
    listed: itemsFor(summed, items),
  };
  return {
    rules: Object.fromEntries([...words].map(([id, word]) => [id, few.has(id) ? word : null])),
    ...asked,
    lastItem: items.last,
    layout: layoutOf(place.table),
    base: await write(duck, place, asked, base, undefined),
    recent: null,
  };
}

/** Rules that take few enough of the records; one asks for no total of what another tells lines apart by. */
async function rulesOfFew(duck: Duck, asks: readonly Ask[], items: Items, base: readonly LakeFile[]): Promise<Set<string>> {
  const conditions = [...new Set(asks.flatMap(({ where }) => where))];
  const counts = ['count(*) AS n', ...conditions.map((where, i) => `count(*) FILTER (WHERE ${where}) AS n${i}`)];
  const [row] = await duck.rows<Record<string, number>>(`SELECT ${counts.join(', ')} FROM ${filesFrom(base)} t`);
  const ofItems = asks.some(({ roles }) => roles.length > 0)
    ? await duck.rows<{ item: number; n: number }>(`SELECT item, count(*) AS n FROM ${filesFrom(base)} GROUP BY item`)
    : [];
  const byItem = new Map(ofItems.map(({ item, n }) => [item, n]));
  const most = ((row?.n ?? 0) * MOST_PERCENT) / 100;
  const few = new Set(asks.map(({ planned }) => planned.rule.id));
  const [by, sums] = [new Set<string>(), new Set<string>()];
  for (const ask of asks) {
    const taken = [
      ...ask.where.map((where) => row?.[`n${conditions.indexOf(where)}`] ?? 0),
      ...itemsFor([ask], items).map((item) => byItem.get(item) ?? 0),
    ].reduce((sum, n) => sum + n, 0);
    const apart = !ask.summed?.by.some((column) => sums.has(column)) && !ask.summed?.sums.some((column) => by.has(column));
    if (taken > most || !apart) few.delete(ask.planned.rule.id);
    else {
      for (const column of ask.summed?.by ?? []) by.add(column);
      for (const column of ask.summed?.sums ?? []) sums.add(column);
    }
  }
  return few;
}

/** What was kept, with the lines of deltas that are new to it. */
async function withRecent(
  duck: Duck,
  place: Place,
  found: Kept,
  asks: readonly Ask[],
  items: Items,
  deltas: readonly LakeFile[],
): Promise<Kept> {
  const own = asks.filter((ask) => isKept(found, ask));
  const union = (a: readonly number[], b: readonly number[]) => [...new Set([...a, ...b])].sort((x, y) => x - y);
  const listing = own.filter(({ summed }) => summed);
  const kept: Kept = {
    ...found,
    items: union(found.items, itemsFor(own, items)),
    listed: union(found.listed, itemsFor(listing, items)),
    lastItem: Math.max(found.lastItem, items.last),
  };
  const words = deltas.map(fileWord);
  const known = found.recent?.of.every((word) => words.includes(word)) ? found.recent : null;
  const coming = deltas.filter((file) => !known?.of.includes(fileWord(file)));
  if (coming.length === 0) return known === found.recent && kept.lastItem === found.lastItem ? found : { ...kept, recent: known };
  return { ...kept, recent: await write(duck, place, kept, coming, known ?? undefined) };
}

/** Writes what is kept of these files, of one layer of the lake or more; `and`: what was kept of others of their kind. */
async function write(
  duck: Duck,
  { folder, table }: Place,
  { where, by, sums, items, listed }: Pick<Kept, 'where' | 'by' | 'sums' | 'items' | 'listed'>,
  files: readonly LakeFile[],
  and: Part | undefined,
): Promise<Part> {
  const name = randomUUID();
  const [few, totals] = [`${name}-few.parquet`, `${name}-totals.parquet`];
  const layer = files[0]?.bucket === null ? 'layer' : '0';
  const lines = `(SELECT ${namesOf(table).map(quoted).join(', ')}, ${layer} AS layer FROM ${filesFrom(files)})`;
  const copy = async (select: string, old: string | undefined, to: string) => {
    const before = old === undefined ? '' : `SELECT * FROM read_parquet(${literal(path.join(folder, old))}) UNION ALL BY NAME `;
    await duck.run(`COPY (${before}(${select})) TO ${literal(path.join(folder, to))} (FORMAT parquet)`);
    return statSync(path.join(folder, to)).size;
  };
  const taken = [...where, ...(items.length > 0 ? [`t.item IN (${numbers(items)})`] : [])].map((one) => `(${one})`).join(' OR ') || 'FALSE';
  const fewBytes = await copy(`SELECT * FROM ${lines} t WHERE ${taken}`, and?.few, few);
  // one unknown amount makes their total unknown
  const totalled = sums.map((c) => `CASE WHEN NOT bool_or(${quoted(c)} IS NULL) THEN sum(${quoted(c)})::BIGINT END AS ${quoted(c)}`);
  const columns = [...by.map(quoted), 'layer'];
  const summed =
    by.length === 0
      ? 'SELECT NULL::INTEGER AS encounter, 0 AS layer WHERE FALSE'
      : `WITH total AS MATERIALIZED (SELECT ${[...columns, ...totalled].join(', ')} FROM ${lines} t WHERE (t.item IN (${numbers(listed)})) IS NOT TRUE GROUP BY ${columns.join(', ')}),
        several AS (SELECT encounter, layer FROM total GROUP BY ALL HAVING count(*) > 1 UNION SELECT encounter, layer FROM ${lines} t WHERE t.item IN (${numbers(listed)}))
        SELECT t.*, s.encounter IS NULL AS ${ALONE} FROM total t LEFT JOIN several s ON s.encounter = t.encounter AND s.layer = t.layer`;
  return {
    of: [...(and?.of ?? []), ...files.map(fileWord)],
    few,
    totals,
    bytes: [fewBytes, await copy(summed, and?.totals, totals)],
  };
}

const namesOf = (table: LakeTable) => columnsOf(table).map(([name]) => name);

/** Makes it readable: whatever an import has replaced since is left out. */
async function show(
  duck: Duck,
  { folder, table }: Place,
  kept: Kept,
  asks: readonly Ask[],
  snapshot: LakeSnapshot,
  marking: Marking | undefined,
): Promise<Shown> {
  const parts = kept.recent ? [kept.base, kept.recent] : [kept.base];
  const files = (which: 'few' | 'totals') => parts.map((part) => path.join(folder, part[which]));
  const few = `memory.kept.${quoted(table)}`;
  const all = 'memory.kept.totalled';
  await duck.run(`CREATE OR REPLACE VIEW ${few} AS ${markedSql(table, notReplaced(snapshot, namesOf(table), files('few')), marking)}`);
  if (kept.by.length > 0) {
    const totals = notReplaced(snapshot, [...kept.by, ...kept.sums, ALONE], files('totals'));
    await duck.run(
      `CREATE OR REPLACE VIEW ${all} AS SELECT *, FALSE AS ${ALONE} FROM ${few} WHERE item IN (${numbers(kept.listed)}) UNION ALL BY NAME ${totals}`,
    );
  }
  const summed = new Set(asks.filter((ask) => ask.summed).map(({ planned }) => planned.index));
  const records = (planned: PlannedRule) => (isKept(kept, { planned }) ? few : undefined);
  const alone = (planned: PlannedRule) => (records(planned) && summed.has(planned.index) ? ALONE : undefined);
  return { records, alone, relation: (planned) => records(planned) && (summed.has(planned.index) ? all : few) };
}

const LIST = 'kept.json';

function readKept({ folder }: Place): Kept | undefined {
  try {
    const kept = JSON.parse(readFileSync(path.join(folder, LIST), 'utf8')) as Kept;
    const whole = [kept.base, ...(kept.recent ? [kept.recent] : [])].every(
      ({ few, totals, bytes }) =>
        statSync(path.join(folder, few)).size === bytes[0] && statSync(path.join(folder, totals)).size === bytes[1],
    );
    return whole ? kept : undefined;
  } catch {
    return undefined;
  }
}

function store({ folder }: Place, kept: Kept): void {
  const next = path.join(folder, `${randomUUID()}.json`);
  writeFileSync(next, JSON.stringify(kept));
  renameSync(next, path.join(folder, LIST));
  const named = new Set([LIST, ...[kept.base, kept.recent].flatMap((part) => (part ? [part.few, part.totals] : []))]);
  for (const file of readdirSync(folder)) {
    const last = statSync(path.join(folder, file), { throwIfNoEntry: false })?.mtimeMs;
    if (!named.has(file) && last !== undefined && last < Date.now() - LET_GO_MS) rmSync(path.join(folder, file), { force: true });
  }
}
