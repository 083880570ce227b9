import { spawn } from 'node:child_process';
import { globSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { base, line, openWorkplace, type Workplace, writeExtract } from './testing/extract.ts';

const script = fileURLToPath(new URL('./testing/killed-import.ts', import.meta.url));
let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.close());

/** Imports in another process that is killed at the step; says whether it died of that. */
const killedAt = (folder: string, step: string, done: number, deltaShare: number): Promise<string | null> => {
  const child = spawn(process.execPath, [script, place.home.folder, folder, step, String(done), String(deltaShare)], { stdio: 'inherit' });
  return new Promise((resolve) => child.once('exit', (_, signal) => resolve(signal)));
};

test.for([
  {
    way: 'rewriting buckets',
    deltaShare: 0,
    steps: [
      ['lines', 100],
      ['net', 2],
      ['net', 16],
      ['switch', 0],
    ] as const,
  },
  {
    way: 'writing a delta',
    deltaShare: 1e9,
    steps: [
      ['net', 0],
      ['net', 16],
      ['switch', 0],
    ] as const,
  },
])('kill -9 at any step leaves the stores as before, and the next import sweeps what it left: $way', async ({ deltaShare, steps }) => {
  await place.import(base());
  const next = base();
  next.feedetl[0] = line('M1', '1', 'S1', '2024-03-01 10:00:00', 'XC09CAA00001', '3', '20.00', '45.00');
  next.feedetl.push(line('M2', '2', 'S2', '2024-03-02 09:00:00', 'XNEW', '1', '5.00', '5.00'));
  const folder = writeExtract(path.join(place.folder, 'next'), next);
  const now = async () => ({
    version: (await place.home.lake.snapshot()).version,
    lines: await place.rows('SELECT * FROM original_line ORDER BY line'),
  });
  const before = await now();
  const files = () => globSync('**/*.parquet', { cwd: place.home.lake.folder }).sort();
  const filesBefore = files();
  for (const [step, done] of steps) {
    expect(await killedAt(folder, step, done, deltaShare), `${step} ${done}`).toBe('SIGKILL');
    expect(await now(), `${step} ${done}`).toEqual(before);
  }
  expect(files().length).toBeGreaterThan(filesBefore.length);
  let outcome = await place.import(folder, { deltaShare });
  for (let wait = 0; !outcome.ok && wait < 50; wait += 1) {
    await sleep(100); // until PostgreSQL has noticed the last writer's death
    outcome = await place.import(folder, { deltaShare });
  }
  expect(outcome.ok && outcome.value.tables.feedetl).toMatchObject({ changed: 1, added: 1, skipped: 2 });
  // Everything on disk is named by the manifest: nothing of the killed imports is left.
  const snapshot = await place.home.lake.snapshot();
  expect(snapshot.version).toBe(2);
  const named = await place.home.db.selectFrom('lakeFile').select('path').execute();
  expect(files()).toEqual(named.map((row) => row.path).sort());
  expect(globSync('staging/*', { cwd: place.home.lake.folder })).toEqual([]);
});
