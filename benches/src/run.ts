// `npm run bench`: every bench, one after the other, or those named (`npm run bench -- review audit`), as one page. `--write` puts what was
// measured into docs/benchmarks.md and leaves what stands there of the others; `--large` asks for the full sizes of the aims.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { pageOf, type Section } from './page.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.resolve(here, '../..');
const pageFile = path.join(root, 'docs/benchmarks.md');
const seeds = path.join(process.env.HENGJIAN_SHARED ?? path.resolve(root, '../shared'), 'data/seeds');
const published = existsSync(seeds) ? readdirSync(seeds).map((name) => path.join(seeds, name)) : [];

interface Bench {
  readonly title: string;
  /** As it is asked for; its file in this folder too, where `file` says no other. */
  readonly name: string;
  readonly file?: string;
  readonly args?: readonly string[];
  /** Instead of `args` with `--large`. */
  readonly large?: readonly string[];
  /** Takes half an hour: only when named, or with `--large`. */
  readonly long?: boolean;
}

const benches: readonly Bench[] = [
  { title: 'Review of charge items', name: 'review', args: ['10000000'] },
  { title: 'Review of a hundred million charge items', name: 'review-large', file: 'review', args: ['--large'], long: true },
  { title: 'One more rule, one more knowledge row', name: 'growth', args: ['2000000'] },
  { title: 'Three million knowledge rows', name: 'knowledge', long: true },
  { title: 'A day after a year', name: 'daily', args: ['40000'] },
  { title: 'Rules about single records in public rule engines', name: 'engines' },
  { title: 'The closure reader on one encounter', name: 'closure' },
  { title: '3101 over HTTP', name: 'audit', args: ['60', '1000000'], large: ['300', '1000000'] },
  { title: 'Steps of a 3101, more rules, more people', name: 'audit-growth', large: ['10000', '100000', '1000000'] },
  { title: '3101 in public rule engines', name: 'audit-engines', large: ['60', '1000000'] },
  { title: 'Reading published documents', name: 'forms', args: published },
  { title: 'Five hundred indicators', name: 'measures', args: ['10000000', '30000'] },
  { title: 'Watching and deciding', name: 'watch', args: ['2000000', '10000000'], large: ['10000000', '40000000'] },
  { title: 'Work on a hundred thousand findings', name: 'finding-work' },
  { title: 'The main job', name: 'demo' },
];

const large = process.argv.includes('--large');
const named = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const unknown = named.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) throw new Error(`no bench ${unknown.join(', ')}; there are ${benches.map(({ name }) => name).join(', ')}`);

const HEAD = `# Benchmarks

Written by \`npm run bench -- --write\`. Times vary with the machine; the ratios beside a named alternative in the same run are what counts.
The aims, what was changed and tried to reach them, and what was measured by hand stand in [notes on speed](speed.md).`;

const titles = benches.map(({ title }) => title);
const measured: Section[] = [];
for (const bench of benches) {
  if (named.length > 0 ? !named.includes(bench.name) : bench.long && !large) continue;
  const args = (large && bench.large) || bench.args || [];
  const script = `${bench.file ?? bench.name}.ts`;
  const before = os.loadavg()[0]?.toFixed(1);
  process.stderr.write(`${bench.title} …\n`);
  const { status, stdout } = spawnSync(process.execPath, [path.join(here, script), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${bench.name}: exit ${status}`);
  const said = ['node', `benches/src/${script}`, ...args.map((arg) => path.basename(arg))].join(' ');
  const machine = `${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}`;
  measured.push({
    title: bench.title,
    body: `\`${said}\`, ${new Date().toISOString().slice(0, 10)}, ${machine}, load average ${before} before it began\n\n${stdout.trim()}`,
  });
  // Each as soon as it is there: a bench that fails later takes nothing with it.
  if (process.argv.includes('--write'))
    writeFileSync(pageFile, pageOf(HEAD, titles, existsSync(pageFile) ? readFileSync(pageFile, 'utf8') : '', measured));
}
process.stdout.write(pageOf(HEAD, titles, '', measured));
