// A hundred thousand open findings: handing out the next, a search, a case, and a hundred decided at once, alone and with many people.
// Prints a table with the median, the 95th percentile and their ratio to the smallest question that PostgreSQL answers on this machine
// at the same time (`select 1`); `node finding-work.ts [findings] [people]`.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { caseBookOf, casesOf, type Home, nextFinding, openHome, pageOfFindings, precedentsOf, waitingFindings } from '@hengjian/store';
import { findingLifeRules } from '@hengjian/store/finding/life-rules.ts';
import { type Planted, plant } from '@hengjian/store/finding/testing/planted.ts';
import { followFindings, takeFindingSteps } from '@hengjian/workflows';
import { sql } from 'kysely';

const count = Number(process.argv[2] ?? 100_000);
const people = Number(process.argv[3] ?? 50);
const NOW = 1_772_409_600; // 2026-03-02
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-bench-work-'));

const finding = (i: number): Planted => ({
  findingId: `F${String(i).padStart(8, '0')}`,
  ruleId: `rule-${i % 97}`,
  providerNo: `H${i % 400}`,
  records: [
    {
      encounterNo: `M${Math.floor(i / 2)}`,
      lineNo: String(i % 5),
      amountFen: 1_000 + ((i * 7919) % 90_000),
      fundFen: 700 + ((i * 7919) % 60_000),
    },
  ],
});

/** Milliseconds of each, `at once` people asking one after the other. */
async function times(rounds: number, atOnce: number, ask: (n: number) => Promise<unknown>): Promise<number[]> {
  const all: number[] = [];
  let n = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (n < rounds) {
        const own = n++;
        const start = performance.now();
        await ask(own);
        all.push(performance.now() - start);
      }
    }),
  );
  return all.sort((a, b) => a - b);
}
const at = (sorted: readonly number[], share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;

async function main(home: Home): Promise<void> {
  const rules = await findingLifeRules(home.db, '*', NOW);
  const book = caseBookOf(home.db, rules.due);
  for (let from = 0; from < count; from += 5000)
    await plant(
      home,
      Array.from({ length: Math.min(5000, count - from) }, (_, i) => finding(from + i)),
    );
  const start = performance.now();
  await followFindings(book, rules, NOW);
  const opened = performance.now() - start;
  await sql`analyze`.execute(home.db);
  let clock = NOW;
  const state = 'suspect' as const;
  const ask: Record<string, [number, (n: number) => Promise<unknown>]> = {
    'select 1': [400, () => sql`select 1`.execute(home.db)],
    'next finding': [400, (n) => nextFinding(home.db, { state, by: `P${n}`, at: NOW, until: NOW + 1, leastFen: 0 })],
    'search (rule and institution)': [
      400,
      (n) =>
        pageOfFindings(
          home.db,
          { standing: 'live', scope: null, ruleIds: [`rule-${n % 97}`], providerNos: [`H${n % 400}`], lifeStates: [state] },
          { by: 'fundFen', descending: true },
          { offset: 0, limit: 20 },
        ),
    ],
    'list of a state': [
      60,
      () =>
        pageOfFindings(
          home.db,
          { standing: 'live', scope: null, lifeStates: [state] },
          { by: 'fundFen', descending: true },
          { offset: 0, limit: 20 },
        ),
    ],
    'case and precedents': [
      400,
      (n) => Promise.all([casesOf(home.db, [finding(n).findingId]), precedentsOf(home.db, finding(n).findingId, 8)]),
    ],
    'what waits where': [60, () => waitingFindings(home.db, 20_600)],
    'one decided': [
      200,
      (n) =>
        takeFindingSteps(book, rules, { findingIds: [finding(n).findingId], action: 'uphold', act: { by: '甲', why: '试', at: ++clock } }),
    ],
    'a hundred decided at once': [
      100,
      (n) =>
        takeFindingSteps(book, rules, {
          findingIds: Array.from({ length: 100 }, (_, i) => finding(1_000 + n * 100 + i).findingId),
          action: 'dismiss',
          act: { by: '甲', why: '试', at: ++clock },
          detail: { cause: 'ruleError' },
        }),
    ],
  };
  process.stdout.write(`${count} findings, cases opened in ${(opened / 1000).toFixed(1)} s\n`);
  for (const atOnce of [1, people]) {
    let floor = 0;
    for (const [name, [rounds, one]] of Object.entries(ask)) {
      const shift = atOnce === 1 ? 0 : Math.floor(count / 2 / 100);
      const found = await times(rounds, atOnce, (n) => one(name.includes('decided') ? n + shift : n));
      if (name === 'select 1') floor = at(found, 0.5);
      const [middle, high] = [at(found, 0.5), at(found, 0.95)];
      process.stdout.write(
        `${String(atOnce).padStart(3)} at once  ${name.padEnd(32)} p50 ${middle.toFixed(1).padStart(8)} ms (${(middle / floor).toFixed(1)}×)  p95 ${high.toFixed(1).padStart(8)} ms (${(high / floor).toFixed(1)}×)\n`,
      );
    }
  }
}

const home = await openHome(path.join(scratch, 'home'));
try {
  await main(home);
} finally {
  await home.close();
  rmSync(scratch, { recursive: true, force: true });
}
