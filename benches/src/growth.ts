// What one more rule costs, and what one more knowledge row costs: reading and deciding (nothing stored) over the lake of the review
// bench. `node benches/src/growth.ts [lines]`. Each measurement runs in a process of its own.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Point } from '@hengjian/language';
import { openHome } from '@hengjian/store';
import { judgeEditions, type KnowledgePoints, knowledgeMet, type LiveRule, numbered } from '@hengjian/workflows';
import { largeHome } from './large-lake.ts';
import { reviewPortsOf } from './ports.ts';

/** Codes of a large catalogue; only those of the lake's items are ever charged. */
const CATALOGUE = 200_000;
const ruleCounts = [10, 25, 50, 100];
const pairCounts = [1_000, 10_000, 100_000, 1_000_000, 3_000_000];

interface Measured {
  rules: number;
  lines: number;
  hits: number;
  seconds: number;
  cpuSeconds: number;
  peakMiB: number;
}

/** So many of the live rules, spread over the list; where there are fewer, some of them once more as rules of their own. */
function someRules(live: readonly LiveRule[], count: number): LiveRule[] {
  if (count > live.length) return [...live, ...live.slice(0, count - live.length)];
  return Array.from({ length: count }, (_, i) => live[Math.floor((i * live.length) / count)] as LiveRule);
}

/** Pairs of codes, drawn evenly and the same each time: the first may not be charged beside the second on one day. */
function* pairs(count: number, codes: readonly string[]): Generator<Omit<Point, 'index'>> {
  let state = 12_345;
  const draw = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const at = Math.floor((state / 2 ** 32) * CATALOGUE);
    return codes[at] ?? `G${at}`;
  };
  for (let i = 0; i < count; i++)
    yield {
      pointId: `P${i}`,
      lineage: `P${i}`,
      subject: '',
      constraint: '',
      basis: '',
      from: 0,
      to: 99_999,
      codes: { included: [draw()], including: [draw()] },
      params: { window: 'day', sameProvider: true },
    };
}

/** The same as a shelf of knowledge gives them: only rows that name a code that was ever charged. */
const shelfOf = (count: number, codes: readonly string[]): KnowledgePoints => ({
  async points(ruleKeys, among) {
    const charged = new Set(among);
    const met: Omit<Point, 'index'>[] = [];
    for (const point of pairs(count, codes))
      if (Object.values(point.codes).some((list) => list.some((code) => charged.has(code)))) met.push(point);
    return new Map(ruleKeys.map((key) => [key, met]));
  },
});

async function once(folder: string, what: 'rules' | 'pairs', count: number): Promise<Measured> {
  const home = await openHome(folder);
  const ports = reviewPortsOf(home);
  const period = await ports.lake.range();
  if (!period) throw new Error('empty lake');
  const live = await ports.rules.live();
  const editions = what === 'rules' ? someRules(live, count) : live.filter(({ rule }) => rule.id === 'duplicate-charge');
  const { codes } = await ports.lake.items();
  const shelf = what === 'pairs' ? shelfOf(count, [...codes].sort()) : ports.knowledge;
  const start = performance.now();
  const cpu = process.cpuUsage();
  const { knowledge } = await knowledgeMet({ knowledge: shelf, lake: ports.lake }, editions);
  const { results, lines } = await judgeEditions(ports.lake, numbered(editions, knowledge), period);
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - start) / 1000;
  await home.close();
  const hits = results.reduce((sum, { result }) => sum + result.hit, 0);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  return { rules: editions.length, lines, hits, seconds, cpuSeconds: (used.user + used.system) / 1e6, peakMiB };
}

const [wanted, what, count] = process.argv.slice(2);
const lines = Number(wanted ?? 10_000_000);
const { folder } = await largeHome(lines);
if (what) process.stdout.write(`${JSON.stringify(await once(folder, what as 'rules', Number(count)))}\n`);
else {
  const keep = await openHome(folder); // PostgreSQL stays up
  const measure = (kind: 'rules' | 'pairs', n: number): Measured => {
    const args = ['--max-old-space-size=8000', fileURLToPath(import.meta.url), String(lines), kind, String(n)];
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    if (status !== 0) throw new Error(`${kind} ${n}: exit ${status}`);
    return JSON.parse(stdout.trim().split('\n').at(-1) as string) as Measured;
  };
  const table = (kind: 'rules' | 'pairs', counts: readonly number[], each: number, unit: string) => {
    let before: { n: number; m: Measured } | undefined;
    const rows = counts.map((n) => {
      const m = measure(kind, n);
      const more = before && ((m.cpuSeconds - before.m.cpuSeconds) / (n - before.n)) * each;
      before = { n, m };
      return `| ${n} | ${m.seconds.toFixed(2)} | ${m.cpuSeconds.toFixed(2)} | ${more === undefined ? '' : more.toFixed(3)} | ${(m.lines / m.seconds / 1e6).toFixed(2)} | ${m.peakMiB.toFixed(0)} | ${m.hits} |`;
    });
    return [
      `| ${kind === 'rules' ? 'rules' : 'generated pairs of one rule'} | wall s | CPU s | CPU s ${unit} | million items a second | peak MiB | hits |`,
      '|---|---|---|---|---|---|---|',
      ...rows,
    ];
  };
  const byRules = table('rules', ruleCounts, 1, 'per further rule');
  const byPairs = table('pairs', pairCounts, 1000, 'per further thousand pairs');
  await keep.close();
  process.stdout.write(
    `${[`Over the same ${lines} charge items, read and decided, nothing stored.`, '', ...byRules, '', `Pairs over a catalogue of ${CATALOGUE} codes:`, '', ...byPairs].join('\n')}\n`,
  );
}
