// `npm run bench`: every bench, one after the other, as one page (docs/benchmarks.md when --write is given).
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = path.resolve(here, '../..');
const seeds = path.join(process.env.HENGJIAN_SHARED ?? path.resolve(root, '../shared'), 'data/seeds');
const published = existsSync(seeds) ? readdirSync(seeds).map((name) => path.join(seeds, name)) : [];
const lines = process.argv.find((arg) => /^\d+$/.test(arg)) ?? '10000000';

const bench = (title: string, file: string, ...args: string[]): string => {
  process.stderr.write(`${title} …\n`);
  const { status, stdout } = spawnSync(process.execPath, [path.join(here, file), ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (status !== 0) throw new Error(`${file}: exit ${status}`);
  return `## ${title}\n\n${stdout.trim()}\n`;
};

const page = [
  '# Benchmarks',
  '',
  `Measured by \`npm run bench\` on ${os.cpus().length} cores (${os.cpus()[0]?.model.trim()}), ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}. Times vary with the machine; the ratios beside a named alternative in the same run are what counts.`,
  '',
  bench('Review of charge items', 'review.ts', lines),
  ...(process.argv.includes('--large') ? [bench('Review of a hundred million charge items', 'review.ts', '--large')] : []),
  bench('One more rule, one more knowledge row', 'growth.ts', lines),
  bench('Other rule engines', 'engines.ts'),
  bench('The closure reader on one encounter', 'closure.ts'),
  bench('3101 over HTTP', 'audit.ts', ...(process.argv.includes('--large') ? ['300', '1000000'] : [])),
  bench(
    'Steps of a 3101, more rules, more people',
    'audit-growth.ts',
    ...(process.argv.includes('--large') ? ['10000', '100000', '1000000'] : []),
  ),
  bench('3101 in public rule engines', 'audit-engines.ts', ...(process.argv.includes('--large') ? ['60', '1000000'] : [])),
  bench('Reading published documents', 'forms.ts', ...published),
  bench('A day against a year', 'daily.ts', '30000'),
  bench('Five hundred indicators', 'measures.ts', lines, '30000'),
  bench('Watching and deciding', 'watch.ts', ...(process.argv.includes('--large') ? ['10000000', '40000000'] : ['2000000', lines])),
  bench('Work on a hundred thousand findings', 'finding-work.ts'),
  bench('The main job', 'demo.ts'),
].join('\n');
process.stdout.write(page);
if (process.argv.includes('--write')) writeFileSync(path.join(root, 'docs/benchmarks.md'), page);
