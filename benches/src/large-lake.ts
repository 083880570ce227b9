// A home with a lake of many charge items, kept below the temporary folder for the next run: the synthetic city of 20,000 people,
// imported, and the whole of it several times over.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { dimensionTables, lakeTables } from '@hengjian/domain';
import { openHome } from '@hengjian/store';
import { PARQUET } from '@hengjian/store/claims/bucket-net.ts';
import { multiplyLake } from './multiply-lake.ts';

/** A lake of another layout is made anew. */
const layout = createHash('sha256')
  .update(JSON.stringify([lakeTables, dimensionTables, PARQUET, 'whole cities']))
  .digest('hex');

export interface LargeHome {
  readonly folder: string;
  /** Of the lake's files, and of them those of charge items. */
  readonly lakeBytes: number;
  readonly lineBytes: number;
}

/** Makes a home with at least `lines` charge items, or takes the one that stands there already. */
export async function largeHome(lines: number, fresh = false): Promise<LargeHome> {
  const root = path.join(os.tmpdir(), `hengjian-bench-${lines}`);
  const home = path.join(root, 'home');
  const stamp = path.join(root, 'layout');
  if (fresh || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== layout) {
    rmSync(root, { recursive: true, force: true });
    mkdirSync(root, { recursive: true });
    const cli = fileURLToPath(new URL('../../apps/cli/hengjian.mjs', import.meta.url));
    const hengjian = (...args: string[]) => {
      const { status } = spawnSync(process.execPath, [cli, ...args], { stdio: ['ignore', 2, 2] });
      if (status !== 0) throw new Error(`hengjian ${args.join(' ')} failed`);
    };
    hengjian('city', 'generate', '--out', path.join(root, 'city'), '--persons', '20000', '--months', '12', '--seed', '1');
    hengjian('--home', home, 'claims', 'import', path.join(root, 'city'));
    rmSync(path.join(root, 'city'), { recursive: true });
    const opened = await openHome(home);
    await multiplyLake(opened, Math.ceil(lines / (await opened.lake.snapshot()).rowCount('line')));
    await opened.close();
    writeFileSync(stamp, layout);
  }
  const files = readdirSync(path.join(home, 'lake'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = (list: typeof files) => list.reduce((sum, file) => sum + statSync(path.join(file.parentPath, file.name)).size, 0);
  return { folder: home, lakeBytes: bytes(files), lineBytes: bytes(files.filter(({ name }) => name.startsWith('line'))) };
}

export const removeLargeHome = (lines: number): void =>
  rmSync(path.join(os.tmpdir(), `hengjian-bench-${lines}`), { recursive: true, force: true });
