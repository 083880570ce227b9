// Review of many charge items: charge items a second, against one raw scan of the columns read, against one query a rule (over fewer
// items, both ways: so many queries take minutes), and against five rules written in SQL by hand; peak memory of the process tree,
// bytes on disk. `node benches/src/review.ts [lines] [--fresh] [--large]` (10,000,000 when not given; --large: 100,000,000, the raw
// scan and one review by all rules, everything removed afterwards).
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Home, openHome } from '@hengjian/store';
import { watchMemory } from '../../apps/cli/src/memory.ts';
import { largeHome, removeLargeHome } from './large-lake.ts';

const large = process.argv.includes('--large');
const wanted = Number(process.argv.find((arg) => /^\d+$/.test(arg)) ?? (large ? 100_000_000 : 10_000_000));
const home = await largeHome(wanted, process.argv.includes('--fresh'));
const opened = await openHome(home.folder); // keeps PostgreSQL up, so that no way pays its start
/** Items of the comparison with one query a rule. */
const FEWER = 1_500_000;

interface Measured {
  rules: number;
  lines: number;
  findings: number;
  hits: { [rule: string]: number };
  seconds: number;
  cpuSeconds: number;
  peakMiB: number;
}

const own = { folder: home.folder, postmaster: opened.postmaster };
/** Nothing is known of an earlier run. */
const forget = async ({ db }: Pick<Home, 'db'>) => {
  for (const table of ['reviewMark', 'findingRecord', 'findingVersion', 'finding'] as const) await db.deleteFrom(table).execute();
};

/** The same rules and items, each rule by itself and all together. */
async function aloneAndTogether(): Promise<{ alone: Measured; together: Measured }> {
  const few = await largeHome(Math.min(FEWER, wanted));
  const there = await openHome(few.folder);
  try {
    const place = { folder: few.folder, postmaster: there.postmaster };
    await forget(there);
    const together = await measure('together', 'all', place);
    await forget(there);
    return { alone: await measure('alone', 'all', place), together };
  } finally {
    await there.close();
  }
}

/** Runs one way in a process of its own, watching the memory of its tree and of its PostgreSQL. */
function measure(
  way: 'scan' | 'together' | 'alone' | 'hand',
  which: 'five' | 'first' | 'all',
  { folder, postmaster } = own,
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL('./review-run.ts', import.meta.url));
    const child = spawn(process.execPath, [script, folder, way, which], { stdio: ['ignore', 'pipe', 'inherit'] });
    const watch = watchMemory(() => [child.pid as number, ...(postmaster ? [postmaster] : [])], 100);
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

const n = (value: number, digits = 2) => value.toFixed(digits);
const gib = (bytes: number) => n(bytes / 2 ** 30);
const out: string[] = [];
try {
  await measure('scan', 'all'); // warms the page cache for all
  const scan = await measure('scan', 'all');
  const row = (name: string, m: Measured) =>
    `| ${name} | ${n(m.seconds)} | ${n(m.cpuSeconds)} | ${n(scan.lines / m.seconds / 1e6)} | ${n(m.peakMiB, 0)} | ${n(m.seconds / scan.seconds, 1)} | ${n(m.cpuSeconds / scan.cpuSeconds, 1)} |`;
  await forget(opened);
  const all = await measure('together', 'all');
  out.push(
    `charge items ${scan.lines}; on disk ${gib(home.lakeBytes)} GiB, ${gib(home.lineBytes)} GiB of them charge items (${n(home.lineBytes / scan.lines, 1)} bytes each); findings ${all.findings} (${n((100 * all.findings) / scan.lines, 3)} % of the items)`,
    '',
    '| way | wall s | CPU s | million items a second | peak MiB | × raw scan (wall) | × raw scan (CPU) |',
    '|---|---|---|---|---|---|---|',
    row('raw scan of the columns that all live rules read', scan),
    row(`review, all ${all.rules} live rules, first time: every finding is new`, all),
  );
  if (!large) {
    const again = await measure('together', 'all');
    const first = await measure('together', 'first');
    const hand = await measure('hand', 'five');
    const five = await measure('together', 'five');
    const other = Object.entries(hand.hits).filter(([rule, hits]) => five.hits[rule] !== hits);
    const { alone, together } = await aloneAndTogether();
    const each = (m: Measured) => `${n(m.seconds)} s (CPU ${n(m.cpuSeconds)})`;
    out.push(
      row(`review, all ${again.rules} live rules, once more: nothing is new`, again),
      row(`review, ${first.rules} rules of the first edition`, first),
      row(`five rules written in SQL by hand: ${hand.findings} findings, not explained, not stored`, hand),
      row(`review, the same five: ${five.findings} findings, explained and compared with those stored`, five),
      '',
      `the five take ${n(five.seconds / hand.seconds)} times as long as by hand (CPU ${n(five.cpuSeconds / hand.cpuSeconds)})${other.map(([rule, hits]) => `; ${rule} by hand has ${hits} findings, not ${five.hits[rule]}`).join('')}`,
      `over ${alone.lines} items, one query a rule for ${alone.rules} rules takes ${each(alone)}, all together ${each(together)}: ${n(alone.seconds / together.seconds, 1)} times as fast (CPU ${n(alone.cpuSeconds / together.cpuSeconds, 1)})`,
    );
  }
} finally {
  await opened.close();
  if (large) removeLargeHome(wanted);
}
process.stdout.write(`${out.join('\n')}\n`);
