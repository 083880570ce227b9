/**
 * Cells of a lake's buckets, kept beside it: subjects that are held against each other need the cells of all of them, and a day touches few.
 * Buckets never change, so what they add up to stands; what came since is added, and what was replaced in them is taken off. A cache and
 * nothing else: missing, damaged, or of other files, it is made anew.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { type LakeTable, lakeTables } from '@hengjian/domain';
import { type AlertParameters, addsUp, type CellsAlert, cellsSql, summedCellsSql, type Windows, windowOf } from '@hengjian/language';
import { type Duck, literal, quoted } from '../lake/duck.ts';
import { filesFrom } from '../lake/file-columns.ts';
import type { LakeSnapshot } from '../lake/lake.ts';
import { type Files, layered, replacedInBase } from '../lake/layers.ts';

/** 9999-12-31: buckets are added up to their end. */
const LAST_DAY = 2_932_896;
/** Files of other buckets, but a run that began before may still read them: for an hour. */
const LET_GO_MS = 3_600_000;

/** Which cells are asked: windows, and of them those whose key is in `subjects` (a relation) in these `parts`. */
export interface Asked {
  readonly windows: Windows;
  readonly subjects: string | undefined;
  readonly parts: readonly number[] | undefined;
}

/** A relation with the columns of `cellsSql`; undefined where the cells of buckets are not kept. `folder`: where they are. */
export async function keptCells(
  duck: Duck,
  snapshot: LakeSnapshot,
  folder: string,
  alert: CellsAlert,
  parameters: AlertParameters,
  { windows, subjects, parts }: Asked,
): Promise<string | undefined> {
  if (!(alert.reads in lakeTables) || alert.window.unit === 'hour' || !addsUp(alert)) return undefined;
  const table = alert.reads as LakeTable;
  const base = snapshot.filesOf(table).filter(({ bucket }) => bucket !== null);
  if (base.length === 0) return undefined;
  const columns = Object.keys(lakeTables[table]);
  const list = columns.map(quoted).join(', ');
  const cells = (rows: string, within: Windows, own?: { subjects: string | undefined; parts: readonly number[] | undefined }) =>
    cellsSql(alert, parameters, within, own?.subjects, own?.parts, `(${rows})`);
  const file = await made(duck, folder, alert.id, windows.from, (from) =>
    cells(`SELECT ${list} FROM ${filesFrom(base)}`, { from, to: windowOf(alert.window.unit, LAST_DAY) }),
  );
  const on = (parts ?? alert.key.map((_, i) => i)).map((i) => `t.key${i} = s.key${i}`).join(' AND ');
  const few = subjects === undefined ? '' : ` SEMI JOIN ${subjects} s ON ${on}`;
  const deltas: Files = {
    filesOf: (kind) => snapshot.filesOf(kind).filter(({ bucket }) => kind === 'replaced' || bucket === null),
  };
  const [came, went] = [layered(deltas, table, columns), replacedInBase(snapshot, table, columns)];
  return summedCellsSql(alert, [
    [1, `SELECT t.* FROM read_parquet(${literal(file)}) t${few} WHERE k_window BETWEEN ${windows.from} AND ${windows.to}`],
    ...(came ? [[1, cells(came, windows, { subjects, parts })] as const] : []),
    ...(went ? [[-1, cells(went, windows, { subjects, parts })] as const] : []),
  ]);
}

/** The file of these cells, from this window on or an earlier one. */
async function made(duck: Duck, folder: string, alertId: string, from: number, cells: (from: number) => string): Promise<string> {
  const word = createHash('sha256').update(cells(0)).digest('hex').slice(0, 24);
  const begin = `${alertId}-${word}-`;
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const known = path.join(folder, name);
    if (name.startsWith(begin) && Number.parseInt(name.slice(begin.length), 10) <= from && (await readable(duck, known))) return known;
  }
  const file = path.join(folder, `${begin}${from}.parquet`);
  const next = path.join(folder, `${randomUUID()}.tmp`);
  await duck.run(`COPY (SELECT * FROM (${cells(from)}) ORDER BY k_window) TO ${literal(next)} (FORMAT parquet)`);
  renameSync(next, file);
  for (const name of readdirSync(folder)) {
    const other = path.join(folder, name);
    const last = statSync(other, { throwIfNoEntry: false })?.mtimeMs;
    const old = name.startsWith(`${alertId}-`) || name.endsWith('.tmp');
    if (other !== file && old && last !== undefined && last < Date.now() - LET_GO_MS) rmSync(other, { force: true });
  }
  return file;
}

const readable = (duck: Duck, file: string): Promise<boolean> =>
  duck.rows(`SELECT count(k_rows) FROM read_parquet(${literal(file)})`).then(
    () => true,
    () => false,
  );
