// Makes what `rule-accuracy.ts` writes up: a generated city, imported, reviewed, compared with what was planted, the thresholds of its
// statistics calibrated. Each step is a command of ours; the folder is left as it is. node scripts/accuracy-run.ts PERSONS FOLDER
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '../packages/catalog/src/index.ts';
import type { RuleTree } from '../packages/language/src/index.ts';
import type { Agreement } from '../packages/workflows/src/index.ts';

const [persons, folder] = process.argv.slice(2);
if (!persons || !folder) throw new Error('usage: node scripts/accuracy-run.ts PERSONS FOLDER');
const root = fileURLToPath(new URL('..', import.meta.url));
const city = path.join(folder, 'city');
const truth = path.join(folder, 'truth.csv');
const period = ['--from', '2025-01-01', '--to', '2025-12-31'];
const calibrated = [
  ['checkup-stay', 'limitPercent', '50', '60', '70', '80', '90'],
  ['cost-outlier', 'scoreTenths', '20', '30', '40', '60', '80'],
  ['drug-cost-share', 'scoreTenths', '25', '35', '50', '70', '100'],
  ['examination-cost-share', 'scoreTenths', '25', '35', '50', '70', '100'],
  ['split-stay-score', 'minScore', '60', '70', '80', '90'],
] as const;

/** Runs a command of ours in the folder's home; its JSON goes into `file`. */
function run(file: string | undefined, ...args: string[]): unknown {
  const command = [path.join(root, 'apps/cli/hengjian.mjs'), ...args, '--home', path.join(folder as string, 'home')];
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { encoding: 'utf8', maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`${args.join(' ')}: exit ${status}\n${stderr}`);
  process.stdout.write(`${args.slice(0, 3).join(' ')} ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  if (file) writeFileSync(path.join(folder as string, file), stdout);
  return file ? JSON.parse(stdout) : undefined;
}

mkdirSync(folder, { recursive: true });
run('city.json', 'city', 'generate', '--out', city, '--persons', persons, '--months', '12', '--seed', '1', '--json');
renameSync(path.join(city, 'truth.csv'), truth);
run(undefined, 'claims', 'import', city);
rmSync(city, { recursive: true });
run(undefined, 'review', 'run', ...period);
const agreements = run('compare.json', 'findings', 'compare', truth, '--json') as Agreement[];
const trees = rules as Readonly<Record<string, RuleTree>>;
const determined = agreements.filter(({ ruleId }) => trees[ruleId]?.certainty !== 'statistic');
const sum = (of: 'planted' | 'found' | 'matched') => determined.reduce((n, one) => n + one[of], 0);
process.stdout.write(`${determined.length} determined rules: ${sum('planted')} planted, ${sum('found')} found, ${sum('matched')} alike\n`);
for (const { ruleId, planted, found, matched } of determined)
  if (planted !== matched || found !== matched) process.stdout.write(`${ruleId}: ${planted} planted, ${found} found, ${matched} alike\n`);
for (const [rule, parameter, ...values] of calibrated)
  run(
    `${rule}.${parameter}.json`,
    'rule',
    'calibrate',
    rule,
    '--parameter',
    parameter,
    '--values',
    ...values,
    ...period,
    '--truth',
    truth,
    '--json',
  );
