// The last weeks as alerts see them, kept current by messages: rows of the lake, and over them what was told since. Nobody reads history
// again for a message: the encounters that it speaks of take the place of what stood there, so late, repeated and reversed ones are the same.
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { derivedRecords } from '@hengjian/catalog';
import { type Day, type LakeTable, lakeTables, OPEN_DAY } from '@hengjian/domain';
import type { AlertTree, Row } from '@hengjian/language';
import type { AlertLake, ToldEncounter } from '@hengjian/workflows';
import { fileList, literal, quoted } from '../lake/duck.ts';
import type { LakeSnapshot } from '../lake/lake.ts';
import { fillWorld, openWorld, unmarked } from '../rule/case-world.ts';
import { alertLakeOf } from './alert-lake.ts';

export interface LiveLake {
  /** What alerts are asked of. */
  readonly lake: AlertLake;
  /** Version of the lake that it stands on. */
  readonly version: number;
  /** First day that it has. */
  readonly from: Day;
  put(told: readonly ToldEncounter[]): Promise<void>;
  /** Takes what a newer version of the lake has of encounters of which nothing was told after `upTo`; false: open it anew. */
  follow(snapshot: LakeSnapshot, upTo: number): Promise<boolean>;
  /** Stays that go on count up to this day, this day included. */
  setToday(today: Day): Promise<void>;
  close(): void;
}

/** Rows of one INSERT. */
const BATCH = 300;
/** Where a record must lie to be kept: a stay as long as it lasts. */
const dayOfTable: Partial<Record<LakeTable, string>> = {
  encounter: 'coalesce(greatest(r."begunDay", r."endedDay"), r."settledDay")',
  settlement: 'r."settledDay"',
  line: 'r."day"',
};
/** A number of our own for each published one: those of the lake are given at import, and a message comes before it. */
const idOf = (number: string): string => `(hash(${number}) >> 12)::BIGINT`;
const numbers: Readonly<Record<string, string>> = {
  person: '"personNo"',
  provider: '"providerNo"',
  practitioner: '"practitionerNo"',
  item: '"code"',
};
const dimensions = Object.keys(numbers);
/** Copied whole; of the others only those that have a row here. */
const rare: readonly string[] = ['provider', 'practitioner'];
const own: Readonly<Record<string, string>> = {
  encounter: '"encounterNo"',
  settlement: '"settlementNo"',
  line: '"encounterNo" || chr(1) || "lineNo"',
};

/** Tables of the lake that these alerts read, directly or through derived records. */
export const tablesOf = (alerts: readonly AlertTree[]): LakeTable[] => [
  ...new Set(alerts.map(({ reads }) => (derivedRecords[reads]?.from ?? reads) as LakeTable)),
];

/** The lake's rows from `from` on of the tables that these alerts read. Close it. */
export async function openLiveLake(snapshot: LakeSnapshot, alerts: readonly AlertTree[], from: Day, scratch: string): Promise<LiveLake> {
  const tables = tablesOf(alerts);
  const folder = path.join(scratch, 'live', String(process.pid));
  const duck = await openWorld();
  let version = snapshot.version;
  await fillWorld(duck, { tables: {}, dimensions: { person: [], provider: [], practitioner: [], item: [] } });
  await duck.run('CREATE TABLE told ("encounterNo" VARCHAR, serial BIGINT, going BOOLEAN)');

  /** Copies rows of a snapshot; `changed`: only of encounters that these files list. */
  async function take(of: LakeSnapshot, changed?: readonly string[]): Promise<void> {
    mkdirSync(folder, { recursive: true });
    const file = (name: string) => path.join(folder, `${name}.parquet`);
    const source = await of.connect({ threads: 1, memoryLimitMb: 600 });
    try {
      await source.useBucket(undefined);
      const only = changed
        ? ` SEMI JOIN (SELECT DISTINCT encounter FROM read_parquet(${fileList(changed)})) c ON c.encounter = r.encounter`
        : '';
      for (const table of tables)
        await source.run(`COPY (SELECT ${copied(table)} FROM ${quoted(table)} r${joins(table)}${only}
          WHERE ${dayOfTable[table] ?? 'r."settledDay"'} >= ${from}) TO ${literal(file(table))}`);
      if (changed)
        await source.run(
          `COPY (SELECT DISTINCT "encounterNo" FROM original_encounter r${only}) TO ${literal(file('changed'))} (FORMAT parquet)`,
        );
      for (const name of dimensions)
        await source.run(
          `COPY (SELECT d.* REPLACE (${idOf(`d.${numbers[name]}`)} AS ${quoted(name)}${name === 'practitioner' ? ', NULL::BIGINT AS provider' : ''})
             FROM ${quoted(name)} d${rare.includes(name) ? '' : ` WHERE d.${quoted(name)} IN (${used(name)})`}) TO ${literal(file(name))}`,
        );
    } finally {
      source.close();
    }
    const kept = changed
      ? `"encounterNo" IN (SELECT "encounterNo" FROM read_parquet(${literal(file('changed'))})) AND "encounterNo" NOT IN (SELECT "encounterNo" FROM told)`
      : 'TRUE';
    for (const table of tables) {
      if (changed) await duck.run(`DELETE FROM ${unmarked(table)} WHERE ${kept}`);
      await duck.run(
        `INSERT INTO ${unmarked(table)} SELECT * FROM read_parquet(${literal(file(table))}) WHERE "encounterNo" NOT IN (SELECT "encounterNo" FROM told)`,
      );
    }
    for (const name of dimensions) {
      const fresh = `read_parquet(${literal(file(name))})`;
      await duck.run(`DELETE FROM ${quoted(name)} WHERE ${quoted(name)} IN (SELECT ${quoted(name)} FROM ${fresh})`);
      await duck.run(`INSERT INTO ${quoted(name)} BY NAME SELECT * FROM ${fresh}`);
    }
    rmSync(folder, { recursive: true, force: true });
  }
  const used = (name: string): string => {
    const having = tables.filter((table) => name in lakeTables[table]);
    return having.length === 0
      ? 'SELECT NULL WHERE FALSE'
      : having
          .map((t) => `SELECT ${quoted(name)} FROM ${quoted(t)} r WHERE ${dayOfTable[t] ?? 'r."settledDay"'} >= ${from}`)
          .join(' UNION ');
  };

  async function put(told: readonly ToldEncounter[]): Promise<void> {
    if (told.length === 0) return;
    const list = told.map(({ encounterNo }) => literal(encounterNo)).join(', ');
    for (const table of [...tables.map(unmarked), 'told']) await duck.run(`DELETE FROM ${table} WHERE "encounterNo" IN (${list})`);
    // a discharge that nobody told of yet: the history leaves its day unknown
    const going = (one: ToldEncounter) =>
      (one.rows.encounter ?? []).some((row) => row.setting === 'inpatient' && Number(row.endedDay ?? OPEN_DAY) >= OPEN_DAY);
    await duck.run(
      `INSERT INTO told VALUES ${told.map((one) => `(${literal(one.encounterNo)}, ${one.serial}, ${going(one)})`).join(', ')}`,
    );
    for (const table of tables) {
      const rows = told.flatMap((one) => one.rows[table] ?? []);
      for (let at = 0; at < rows.length; at += BATCH) await insert(table, rows.slice(at, at + BATCH));
    }
  }
  async function insert(table: LakeTable, rows: readonly Row[]): Promise<void> {
    const columns = Object.keys(lakeTables[table]);
    const value = (v: unknown) => (v === null || v === undefined ? 'NULL' : typeof v === 'string' ? literal(v) : String(v));
    const ids = columns.filter((column) => lakeTables[table][column as never] === 'id');
    // a published number stands for each surrogate, as in the history
    const names = columns.map(quoted).join(', ');
    await duck.run(
      `INSERT INTO ${unmarked(table)} SELECT ${columns.map((c) => (ids.includes(c) ? `${idOf(quoted(c))} AS ${quoted(c)}` : quoted(c))).join(', ')}
       FROM (VALUES ${rows.map((row) => `(${columns.map((c) => (ids.includes(c) && typeof row[c] === 'string' ? literal(idText(c, row)) : value(row[c]))).join(', ')})`).join(', ')}) v(${names})`,
    );
    for (const [name, number] of Object.entries(numbers)) {
      const told = [...new Set(rows.flatMap((row) => (typeof row[name] === 'string' ? [literal(row[name] as string)] : [])))];
      if (told.length === 0 || !ids.includes(name)) continue;
      await duck.run(
        `INSERT INTO ${quoted(name)} BY NAME SELECT ${idOf('n')} AS ${quoted(name)}, n AS ${number} FROM (VALUES ${told.map((n) => `(${n})`).join(', ')}) v(n)
         WHERE ${idOf('n')} NOT IN (SELECT ${quoted(name)} FROM ${quoted(name)})`,
      );
    }
  }

  await take(snapshot);
  return {
    lake: alertLakeOf(duck),
    get version() {
      return version;
    },
    from,
    put,
    async follow(newer, upTo) {
      const changed = newer.changedSince(version);
      if (!changed) return false;
      await duck.run(`DELETE FROM told WHERE serial <= ${upTo} AND NOT going`);
      if (changed.length > 0) await take(newer, changed);
      version = newer.version;
      return true;
    },
    setToday: (today) =>
      duck.run(
        `UPDATE ${unmarked('encounter')} e SET "endedDay" = ${today + 1} FROM told WHERE told."encounterNo" = e."encounterNo" AND told.going AND e."begunDay" <= ${today}`,
      ),
    close: () => duck.close(),
  };
}

const idText = (column: string, row: Row): string =>
  column === 'line' ? `${String(row.encounterNo)}\u0001${String(row.lineNo)}` : String(row[column]);

/** Columns of a table with our own numbers in place of the lake's. */
const copied = (table: LakeTable): string =>
  Object.keys(lakeTables[table])
    .map((column) => {
      if (column in numbers) return `${idOf(`${quoted(`d_${column}`)}.${numbers[column]}`)} AS ${quoted(column)}`;
      const number = own[column];
      return number ? `${idOf(number.replaceAll(/"(\w+)"/g, 'r."$1"'))} AS ${quoted(column)}` : `r.${quoted(column)}`;
    })
    .join(', ');
const joins = (table: LakeTable): string =>
  Object.keys(numbers)
    .filter((name) => name in lakeTables[table])
    .map((name) => ` LEFT JOIN ${quoted(name)} ${quoted(`d_${name}`)} ON ${quoted(`d_${name}`)}.${quoted(name)} = r.${quoted(name)}`)
    .join('');
