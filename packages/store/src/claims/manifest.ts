// The switch: one PostgreSQL transaction makes the new files the current state. Files that no manifest names are swept.
import { randomUUID } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, globSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { ImportReport } from '@hengjian/workflows';
import type { Kysely } from 'kysely';
import type { Database } from '../records/database.ts';
import { type Counters, firstCounters, type ImportContext } from './context.ts';

/** Next surrogate numbers after the last committed import; the first ones where there was none. */
export async function lastCounters(db: Kysely<Database>): Promise<Counters> {
  const row = await db.selectFrom('lakeVersion').select('counters').orderBy('version', 'desc').limit(1).executeTakeFirst();
  return { ...firstCounters, ...(row?.counters as Partial<Counters> | undefined) };
}

/** Makes the written files durable, then switches the manifest. Throws when another import was first. */
export async function commitVersion(db: Kysely<Database>, context: ImportContext, folder: string, report: ImportReport): Promise<void> {
  for (const file of context.written) sync(path.join(context.lakeFolder, file.path));
  sync(context.target);
  await db.transaction().execute(async (transaction) => {
    // The primary key refuses a second import of the same version.
    await transaction
      .insertInto('lakeVersion')
      .values({ version: context.version, folder, report: JSON.stringify(report), counters: JSON.stringify(context.counters) })
      .execute();
    for (const { kind, bucket } of context.replaced)
      await transaction
        .updateTable('lakeFile')
        .set({ toVersion: context.version })
        .where('toVersion', 'is', null)
        .where('kind', '=', kind)
        .where('bucket', bucket === null ? 'is' : '=', bucket)
        .execute();
    for (let at = 0; at < context.written.length; at += 500)
      await transaction
        .insertInto('lakeFile')
        .values(context.written.slice(at, at + 500).map((file) => ({ ...file, fromVersion: context.version, toVersion: null })))
        .execute();
  });
}

/**
 * Manifest and files must belong together: with another database (DATABASE_URL) over this home, or another home over this database, the
 * sweep would take every file for a left-over. False: they do not.
 */
export async function sameLake(db: Kysely<Database>, lakeFolder: string): Promise<boolean> {
  const file = path.join(lakeFolder, 'identity');
  const here = existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
  const there = (await db.selectFrom('lakeIdentity').select('identity').executeTakeFirst())?.identity;
  if (here !== undefined) return here === there;
  const known = await db.selectFrom('lakeFile').select('path').where('toVersion', 'is', null).limit(1).executeTakeFirst();
  if (known && !existsSync(path.join(lakeFolder, known.path))) return false;
  if (!known && globSync('versions/**/*.parquet', { cwd: lakeFolder }).length > 0) return false;
  const identity = there ?? randomUUID();
  if (there === undefined) await db.insertInto('lakeIdentity').values({ identity }).execute();
  writeFileSync(file, `${identity}\n`);
  return true;
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Versions whose files are kept for readers that hold an older snapshot. */
const KEPT_VERSIONS = 2;

/**
 * Removes what a killed import left and files that went out of use two versions ago. Needs the writer lock: no import is under way.
 */
export async function sweep(db: Kysely<Database>, lakeFolder: string): Promise<void> {
  const last = await db
    .selectFrom('lakeVersion')
    .select((e) => e.fn.max('version').as('version'))
    .executeTakeFirst();
  const named = await db
    .selectFrom('lakeFile')
    .select('path')
    .where((e) => e.or([e('toVersion', 'is', null), e('toVersion', '>', (last?.version ?? 0) - KEPT_VERSIONS + 1)]))
    .execute();
  const keep = new Set(named.map((row) => row.path));
  for (const file of globSync('versions/**', { cwd: lakeFolder }))
    if (statSync(path.join(lakeFolder, file), { throwIfNoEntry: false })?.isFile() && !keep.has(file)) rmSync(path.join(lakeFolder, file));
  for (const folder of globSync('versions/*', { cwd: lakeFolder }))
    if (globSync('**/*.parquet', { cwd: path.join(lakeFolder, folder) }).length === 0)
      rmSync(path.join(lakeFolder, folder), { recursive: true, force: true });
  rmSync(path.join(lakeFolder, 'staging'), { recursive: true, force: true });
  for (const folder of globSync(['spill/*', 'known/*'], { cwd: lakeFolder }))
    if (!alive(Number(path.basename(folder)))) rmSync(path.join(lakeFolder, folder), { recursive: true, force: true });
}

function alive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
