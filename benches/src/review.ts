// Review of many charge items with all live rules: charge items a second, against one raw scan of the columns read and against
// one query a rule; peak memory of the process tree. `node benches/src/review.ts [lines] [--fresh]` (10,000,000 when not given).
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openHome } from '@hengjian/store';
import { watchMemory } from '../../apps/cli/src/memory.ts';
import { multiplyLake } from './multiply-lake.ts';

const wanted = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? 10_000_000);
const root = path.join(os.tmpdir(), `hengjian-bench-${wanted}`);
if (process.argv.includes('--fresh')) rmSync(root, { recursive: true, force: true });
const home = path.join(root, 'home');

if (!existsSync(path.join(root, 'ready'))) {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const cli = fileURLToPath(new URL('../../apps/cli/hengjian.mjs', import.meta.url));
  const hengjian = (...args: string[]) => {
    const { status } = spawnSync(process.execPath, [cli, ...args], { stdio: ['ignore', 2, 2] });
    if (status !== 0) throw new Error(`hengjian ${args.join(' ')} failed`);
  };
  hengjian('city', 'generate', '--out', path.join(root, 'city'), '--persons', '20000', '--months', '12', '--seed', '1');
  hengjian('--home', home, 'claims', 'import', path.join(root, 'city'));
  const opened = await openHome(home);
  const lines = (await opened.lake.snapshot()).rowCount('line');
  await multiplyLake(opened, Math.ceil(wanted / lines));
  await opened.close();
  mkdirSync(path.join(root, 'ready'));
}

const opened = await openHome(home); // keeps PostgreSQL up, so that no way pays its start

/** Runs one way in a process of its own, watching the memory of its tree and of its PostgreSQL. */
function measure(way: string, which: 'first' | 'all'): Promise<{ [name: string]: number }> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./review-run.ts', import.meta.url));
    const child = spawn(process.execPath, [script, home, way, which], { stdio: ['ignore', 'pipe', 'inherit'] });
    const watch = watchMemory(() => [child.pid as number, ...(opened.postmaster ? [opened.postmaster] : [])], 100);
    let out = '';
    child.stdout.on('data', (piece) => {
      out += piece;
    });
    child.once('exit', (code) =>
      code === 0
        ? resolve({ ...JSON.parse(out.trim().split('\n').at(-1) as string), peakMiB: watch.stop() / 2 ** 20 })
        : reject(new Error(`${way}: exit ${code}`)),
    );
  });
}

await measure('scan', 'first'); // warms the page cache for all
const scan = await measure('scan', 'first');
const together = await measure('together', 'first');
const alone = await measure('alone', 'first');
const all = await measure('together', 'all');
await opened.close();

const n = (value: number | undefined, digits = 2) => (value ?? 0).toFixed(digits);
const row = (name: string, m: { [name: string]: number }) =>
  `| ${name} | ${n(m.seconds)} | ${n(m.cpuSeconds)} | ${n((m.lines ?? 0) / (m.seconds ?? 1) / 1e6)} | ${n(m.peakMiB, 0)} | ${n((m.seconds ?? 0) / (scan.seconds ?? 1), 1)} |`;
process.stdout.write(
  `${[
    `charge items ${together.lines}, rules ${together.rules} (of ${all.rules} live), findings stored ${together.findings} (${n((100 * (together.findings ?? 0)) / (together.lines ?? 1), 3)} % of the items)`,
    '',
    '| way | wall s | CPU s | million items a second | peak MiB | × raw scan |',
    '|---|---|---|---|---|---|',
    row('raw scan of the columns read', scan),
    row(`review, ${together.rules} rules together`, together),
    row(`one query a rule, ${alone.rules} rules`, alone),
    row(`review, all ${all.rules} live rules together`, all),
    '',
    `together is ${n((alone.seconds ?? 0) / (together.seconds ?? 1), 1)} times as fast as one query a rule`,
  ].join('\n')}\n`,
);
