// A hundred thousand open findings and people at work on them: handing out the next, a search, a case, one and a hundred decided at once.
//   node benches/src/finding-work.ts [findings] [people] [seconds between two acts] [seconds at work]
// Three tables: each act alone; everybody at work as people are (an act, then a pause while they read and think, exponential around the
// given seconds); everybody asking the same again without any pause, which is no office but says what the machine can do at most.
// Beside the times stands what an act costs the processors, in this program and in its PostgreSQL: it hardly depends on who else uses them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  caseBookOf,
  casesOf,
  type FindingFilter,
  type Home,
  ledgerTotals,
  listFindings,
  nextFinding,
  openHome,
  patternOf,
  precedentsOf,
  waitingFindings,
} from '@hengjian/store';
import { findingLifeRules } from '@hengjian/store/finding/life-rules.ts';
import { type Planted, plant } from '@hengjian/store/finding/testing/planted.ts';
import { followFindings, takeFindingSteps } from '@hengjian/workflows';
import { sql } from 'kysely';

const [count = 100_000, people = 50, think = 10, seconds = 120] = process.argv.slice(2).map(Number);
const NOW = 1_772_409_600; // 2026-03-02
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-bench-work-'));

const RULES = 97;
const PROVIDERS = 400;
const ITEMS = 900;
const idOf = (i: number) => `F${String(i).padStart(8, '0')}`;
/** As long as explanations are, with a name that a search may be for. */
const explained = (i: number) =>
  `患者第${i % 61}次住院期间，项目“示例药品${i % ITEMS}号（${['片剂', '注射液', '胶囊'][i % 3]}）”于2026年${1 + (i % 12)}月${1 + (i % 28)}日收取${2 + (i % 9)}次，超过限定的每日1次，多收${(i * 7919) % 90_000}元；限定依据为药品目录备注“限二线用药”，未见一线用药记录${i % 997 === 0 ? '，另有吸氧' : ''}。`;
const finding = (i: number): Planted => ({
  findingId: idOf(i),
  ruleId: `rule-${i % RULES}`,
  providerNo: `H${i % PROVIDERS}`,
  itemCode: `X${i % ITEMS}`,
  explanation: explained(i),
  personNo: `P${Math.floor(i / 7)}`,
  records: [
    {
      encounterNo: `M${Math.floor(i / 2)}`,
      settlementNo: `S${Math.floor(i / 2)}`,
      lineNo: String(i % 5),
      amountFen: 1_000 + ((i * 7919) % 90_000),
      fundFen: 700 + ((i * 7919) % 60_000),
    },
  ],
});

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Seconds of processor that PostgreSQL has used: its processes that live, and those that ended. */
function postgresSeconds({ postmaster }: Home): number {
  let ticks = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\) /, '')
        .split(' ')
        .map(Number);
      const [parent, own, system, ended, endedSystem] = [fields[1], fields[11], fields[12], fields[13], fields[14]] as number[];
      if (parent === postmaster) ticks += (own ?? 0) + (system ?? 0);
      if (Number(pid) === postmaster) ticks += (ended ?? 0) + (endedSystem ?? 0);
    } catch {
      // it ended just now
    }
  }
  return ticks / 100;
}
const ownSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

interface Act {
  readonly name: string;
  /** How often people do it, of a hundred acts. */
  readonly weight: number;
  /** How often it is asked alone. */
  readonly rounds: number;
  readonly take: (n: number) => Promise<unknown>;
}

/** What people do here, each as the pages ask for it. */
async function actsOf(home: Home): Promise<Act[]> {
  const rules = await findingLifeRules(home.db, '*', NOW);
  const book = caseBookOf(home.db, rules.due);
  const page = { offset: 0, limit: 20 };
  const list = (more: Partial<FindingFilter>) =>
    listFindings(home.db, { standing: 'live', scope: null, lifeStates: ['suspect'], ...more }, { by: 'fundFen', descending: true }, page);
  let clock = NOW;
  let one = Math.floor(count / 10);
  let many = Math.floor(count / 2);
  const act = () => ({ by: '甲', why: '试', at: ++clock });
  return [
    { name: 'select 1', weight: 0, rounds: 400, take: () => sql`select 1`.execute(home.db) },
    {
      name: 'next finding',
      weight: 26,
      rounds: 400,
      take: (n) => nextFinding(home.db, { state: 'suspect', by: `P${n}`, at: NOW, until: NOW + 1 }),
    },
    {
      name: 'case, precedents, pattern',
      weight: 28,
      rounds: 400,
      take: (n) => Promise.all([casesOf(home.db, [idOf(n)]), precedentsOf(home.db, idOf(n), 8), patternOf(home.db, idOf(n), 200)]),
    },
    {
      name: 'one decided',
      weight: 20,
      rounds: 200,
      take: () => takeFindingSteps(book, rules, { findingIds: [idOf(one++)], action: 'uphold', act: act() }),
    },
    {
      name: 'search: rule and institution',
      weight: 6,
      rounds: 200,
      take: (n) => list({ ruleIds: [`rule-${n % RULES}`], providerNos: [`H${n % PROVIDERS}`] }),
    },
    { name: 'search: words, few found', weight: 3, rounds: 40, take: (n) => list({ text: `示例药品${n % ITEMS}号` }) },
    { name: 'search: words, many found', weight: 2, rounds: 40, take: () => list({ text: '二线' }) },
    { name: 'search: two signs, few found', weight: 1, rounds: 40, take: () => list({ text: '吸氧' }) },
    { name: 'list of a state', weight: 4, rounds: 60, take: () => list({ standing: 'all' }) },
    { name: 'what waits where', weight: 6, rounds: 60, take: () => waitingFindings(home.db, 20_600) },
    { name: 'money by account', weight: 4, rounds: 60, take: () => ledgerTotals(home.db, clock) },
    {
      name: 'a hundred decided at once',
      weight: 1,
      rounds: 50,
      take: () => {
        const findingIds = Array.from({ length: 100 }, () => idOf(many++));
        return takeFindingSteps(book, rules, { findingIds, action: 'dismiss', act: act(), detail: { cause: 'ruleError' } });
      },
    },
  ];
}

/** A tenth was decided before, so that there are precedents. */
async function open(home: Home): Promise<void> {
  const rules = await findingLifeRules(home.db, '*', NOW);
  const book = caseBookOf(home.db, rules.due);
  const all = count + Math.floor(count / 10);
  for (let from = 0; from < all; from += 5000)
    await plant(
      home,
      Array.from({ length: Math.min(5000, all - from) }, (_, i) => finding(from + i)),
    );
  const start = performance.now();
  await followFindings(book, rules, NOW);
  process.stdout.write(`${all} findings, cases opened in ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  for (let from = count; from < all; from += 500) {
    const findingIds = Array.from({ length: Math.min(500, all - from) }, (_, i) => idOf(from + i));
    const act = { by: '乙', why: '试', at: NOW + from };
    await takeFindingSteps(book, rules, { findingIds, action: 'dismiss', act, detail: { cause: 'ruleError' } });
  }
  await sql`vacuum analyze`.execute(home.db);
}

function told(name: string, times: number[], cost?: { own: number; postgres: number }): void {
  times.sort((a, b) => a - b);
  const ms = (value: number) => `${value.toFixed(1).padStart(8)} ms`;
  const processors = cost
    ? `  processors ${ms((cost.own * 1000) / times.length)} here ${ms((cost.postgres * 1000) / times.length)} PostgreSQL`
    : '';
  process.stdout.write(
    `  ${name.padEnd(30)} ${String(times.length).padStart(5)} ×  p50 ${ms(at(times, 0.5))}  p95 ${ms(at(times, 0.95))}${processors}\n`,
  );
}

/** `atOnce` people ask the same one after the other, without a pause. */
async function withoutPause(home: Home, acts: readonly Act[], atOnce: number): Promise<void> {
  for (const { name, rounds, take } of acts) {
    const times: number[] = [];
    const before = { own: ownSeconds(), postgres: postgresSeconds(home) };
    let n = 0;
    const person = async () => {
      while (n < rounds) {
        const own = n++;
        const start = performance.now();
        await take(own);
        times.push(performance.now() - start);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, person));
    told(name, times, { own: ownSeconds() - before.own, postgres: postgresSeconds(home) - before.postgres });
  }
}

/** People at work: each does one thing after another, as often as its weight says, and pauses between. */
async function atWork(home: Home, acts: readonly Act[]): Promise<void> {
  const times = new Map(acts.map(({ name }) => [name, [] as number[]]));
  // each as often in the urn as its weight says
  const urn = acts.flatMap((one) => Array.from({ length: one.weight }, () => one));
  const chosen = () => urn[Math.floor(Math.random() * urn.length)] as Act;
  const end = performance.now() + seconds * 1000;
  const before = { own: ownSeconds(), postgres: postgresSeconds(home) };
  let n = 0;
  const person = async () => {
    for (;;) {
      await pause(Math.min(-Math.log(1 - Math.random()) * think * 1000, Math.max(0, end - performance.now())));
      if (performance.now() >= end) return;
      const act = chosen();
      const start = performance.now();
      await act.take(n++);
      times.get(act.name)?.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: people }, person));
  const [own, postgres] = [ownSeconds() - before.own, postgresSeconds(home) - before.postgres];
  for (const [name, one] of times) if (one.length > 0) told(name, one);
  told('all', [...times.values()].flat());
  process.stdout.write(
    `  ${(n / seconds).toFixed(1)} acts a second; ${((own * 100) / seconds).toFixed(0)} % of one processor here, ${((postgres * 100) / seconds).toFixed(0)} % PostgreSQL; load of the machine ${os.loadavg()[0]?.toFixed(1)} on ${os.availableParallelism()} processors\n`,
  );
}

const home = await openHome(path.join(scratch, 'home'));
try {
  await open(home);
  const acts = await actsOf(home);
  process.stdout.write('one person\n');
  await withoutPause(home, acts, 1);
  process.stdout.write(`${people} people at work, ${think} s between two acts of one, for ${seconds} s\n`);
  await atWork(home, acts);
  process.stdout.write(`${people} people without any pause\n`);
  await withoutPause(home, acts, people);
} finally {
  await home.close();
  rmSync(scratch, { recursive: true, force: true });
}
