// A table of generated pairs, ten of its rows bad: imported, imported again, and a year reviewed with it. Each step is a process of its
// own, as a bureau runs it. `node benches/src/knowledge.ts [rows] [persons]`.
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const [rows = 3_000_000, persons = 2_000] = process.argv.slice(2).map(Number);
const repo = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), 'hengjian-knowledge-'));
const home = path.join(folder, 'home');

/** Codes of a large catalogue; the city's own are among them. */
const CATALOGUE = 200_000;
let state = 12_345;
const draw = (below: number) => {
  state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};

async function writeTable(file: string, codes: readonly string[]): Promise<void> {
  const out = createWriteStream(file);
  const code = () => {
    const at = draw(CATALOGUE);
    return codes[at] ?? `G${at}`;
  };
  for (let i = 0; i < rows; i += 1) {
    const bad = i % Math.ceil(rows / 10) === 7;
    const row = {
      id: bad && i % 2 ? null : `P${i}`,
      ruleName: '医疗服务项目重复收费',
      codes: bad && i % 2 === 0 ? [] : [code(), code()],
      subject: `项目${i}`,
      constraint: '同日不得同时收取',
      params: { window: 'day', sameProvider: true },
      publishedOn: '2024-01-01',
    };
    if (!out.write(`${JSON.stringify(row)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'close');
}

/** Runs a command of ours and tells its seconds and its peak resident memory. */
function run(name: string, ...args: string[]): Record<string, unknown> {
  const measured = path.join(folder, 'measured');
  const start = performance.now();
  const command = [process.execPath, 'apps/cli/hengjian.mjs', ...args, '--home', home];
  const { status, stdout, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', '-o', measured, ...command], {
    cwd: repo,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${name}: exit ${status}\n${stdout}\n${stderr}`);
  const seconds = (performance.now() - start) / 1000;
  const peakMiB = Number(readFileSync(measured, 'utf8').trim().split('\n').at(-1)) / 1024;
  process.stdout.write(`${name}: ${seconds.toFixed(1)} s, peak ${peakMiB.toFixed(0)} MiB\n`);
  return (stdout.trimStart().startsWith('{') ? JSON.parse(stdout) : {}) as Record<string, unknown>;
}

try {
  const city = path.join(folder, 'city');
  run('city', 'city', 'generate', '--out', city, '--persons', String(persons), '--months', '12', '--seed', '1');
  run('claims', 'claims', 'import', city);
  run('review before', 'review', 'run', '--from', '2025-01-01', '--to', '2025-12-31', '--json');
  const lines = readFileSync(path.join(city, 'feedetl.csv'), 'utf8').split('\n');
  const at = (lines[0] as string).split(',').indexOf('med_list_codg');
  const codes = [...new Set(lines.slice(1).map((line) => line.split(',')[at] as string))].filter(Boolean).sort();
  const table = path.join(folder, 'pairs.jsonl');
  await writeTable(table, codes);
  const { rejected, added } = run('knowledge import', 'knowledge', 'import', table, '--json');
  process.stdout.write(`${rows} rows: ${added} added, ${rejected} set aside\n`);
  run('review with them', 'review', 'run', '--from', '2025-01-01', '--to', '2025-12-31', '--json');
  run('review of what changed', 'review', 'run', '--changed', '--json');
  run('the same again', 'knowledge', 'import', table, '--json');
} finally {
  if (existsSync(home)) rmSync(folder, { recursive: true, force: true });
}
