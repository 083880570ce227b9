// Watching and deciding, at any size: `node watch.ts [alerts] [day] [live] [pages] [what-if] [charge items …]`, all of them over two million
// charge items (some fifty thousand people) where nothing is said. A city of 20,000 people stands so many times over (large-lake.ts, kept for
// the next run); 40 million charge items are a million people, 10 million a director's year, 12 million two million settlements.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { benefitScheme } from '@hengjian/city';
import { calendarDate, dayOfDate, SECONDS_PER_DAY } from '@hengjian/domain';
import { createApp } from '@hengjian/server';
import { alertBookOf, alertLakeOf, benefitStoreOf, type Home, openHome, openLiveLake } from '@hengjian/store';
import { type AlertReport, alertShelf, judgeLive, liveAlerts, runAlerts, type ToldEncounter, tryPolicy } from '@hengjian/workflows';
import { largeHome } from './large-lake.ts';
import { multiplyLake } from './multiply-lake.ts';
import { take, yearAndDay } from './year-and-day.ts';

const parts = ['alerts', 'day', 'live', 'pages', 'what-if'] as const;
type Part = (typeof parts)[number];
const asked = process.argv.slice(2);
const chosen = parts.filter((part) => asked.includes(part));
const sizes = asked.filter((arg) => /^\d+$/.test(arg)).map(Number);
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-bench-watch-'));
const say = (text: string) => process.stdout.write(`${text}\n`);
/** Seconds of this process's cores: other work on the machine does not blur them; PostgreSQL's are not in them. */
const seconds = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
  const start = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(start);
  return [(user + system) / 1e6, value];
};
/** Load of the machine beside us: a number above the cores says that others worked. */
const busy = () => `${os.loadavg()[0]?.toFixed(1)} on ${os.cpus().length} cores`;

/** People of the city whose year and last day are imported; many such cities stand side by side. */
const PEOPLE_OF_A_DAY = 40_000;

/** Runs every alert over the last year of the lake, or over what changed since; core seconds. */
async function alertsOver(home: Home, marked: { changed: boolean }) {
  const snapshot = await home.lake.snapshot();
  const { fromDay, toDay } = snapshot.range() as { fromDay: number; toDay: number };
  const connection = await snapshot.connect();
  await connection.useBucket(undefined);
  const began = performance.now();
  const [core, reports] = await seconds(() =>
    runAlerts(alertLakeOf(connection, snapshot, path.join(home.lake.folder, 'kept', 'alerts')), alertBookOf(home.db), {
      alerts: Object.values(alertShelf),
      from: Math.max(fromDay, toDay - 364),
      to: toDay,
      lakeVersion: snapshot.version,
      runId: `bench-${Date.now()}`,
      now: () => (toDay + 1) * SECONDS_PER_DAY,
      marked,
    }),
  );
  const wall = (performance.now() - began) / 1000;
  connection.close();
  return { core, wall, reports, snapshot };
}

const dearest = (reports: readonly AlertReport[]): string =>
  reports
    .toSorted((a, b) => b.milliseconds - a.milliseconds)
    .slice(0, 3)
    .map((one) => `${one.alertId} ${(one.milliseconds / 1000).toFixed(1)}`)
    .join(', ');

/** The heads of a table, said once. */
const told = new Set<string>();
const head = (text: string) => {
  if (told.has(text)) return;
  told.add(text);
  const columns = text.split('|').length - 2;
  say(`\n${text}\n| --- |${' ---: |'.repeat(columns - 1)}`);
};

async function alertsOfAYear(home: Home): Promise<void> {
  const { core, wall, reports, snapshot } = await alertsOver(home, { changed: false });
  head(`| all ${reports.length} alerts over a year | people | charge items | core s | s | the dearest |`);
  const people = snapshot.rowCount('line') === 0 ? 0 : await peopleOf(home);
  say(`| | ${people} | ${snapshot.rowCount('line')} | ${core.toFixed(1)} | ${wall.toFixed(1)} | ${dearest(reports)} |`);
}

/** A year up to its last day but one, every alert run, one more day imported: only what it changed, and everything once more. */
async function alertsOfADay(lines: number): Promise<void> {
  const folder = path.join(scratch, `day-${lines}`);
  const [before, day] = await yearAndDay(folder, PEOPLE_OF_A_DAY, dayOfDate(2025, 1, 1), dayOfDate(2025, 12, 30));
  const home = await openHome(path.join(folder, 'home'));
  try {
    const small = await take(home, before);
    const factor = Math.max(1, Math.round(lines / small));
    if (factor > 1) await multiplyLake(home, factor);
    const first = await alertsOver(home, { changed: false });
    const came = await take(home, day);
    const changed = await alertsOver(home, { changed: true });
    const again = await alertsOver(home, { changed: false });
    head(
      '| all alerts after one more day | charge items of the lake | of the day | core s of what changed | s | the dearest | everything once more: core s | s | of the year before: core s |',
    );
    say(
      `| | ${changed.snapshot.rowCount('line')} | ${came} | ${changed.core.toFixed(1)} | ${changed.wall.toFixed(1)} | ${dearest(changed.reports)} | ${again.core.toFixed(1)} | ${again.wall.toFixed(1)} | ${first.core.toFixed(1)} |`,
    );
    const moved = again.reports.filter(({ saved }) => saved.added + saved.changed + saved.withdrawn > 0);
    if (moved.length > 0) throw new Error(`a run over everything moved ${moved.map(({ alertId }) => alertId).join(', ')}`);
  } finally {
    await home.close();
  }
}

async function peopleOf(home: Home): Promise<number> {
  const connection = await (await home.lake.snapshot()).connect();
  try {
    const [row] = await connection.rows<{ n: number }>('SELECT count(*)::INTEGER AS n FROM person');
    return row?.n ?? 0;
  } finally {
    connection.close();
  }
}

/** Ten seconds of messages at 500 a second, half sales and half admissions, taken in as the server does every ten seconds. */
async function liveCounters(home: Home): Promise<void> {
  const snapshot = await home.lake.snapshot();
  const today = (snapshot.range()?.toDay as number) + 1;
  const [opening, live] = await seconds(() => openLiveLake(snapshot, liveAlerts, today - 52, scratch));
  const told = Array.from({ length: 5000 }, (_, n): ToldEncounter => {
    const [provider, at] = [`H${n % 40}`, today * SECONDS_PER_DAY + 36_000 + n];
    const own = { encounterNo: `B${n}`, encounter: `B${n}`, person: `P${n}`, provider, providerKind: 'medical', begunAt: at };
    const sale = n % 2 === 0;
    return {
      encounterNo: `B${n}`,
      serial: n + 1,
      rows: {
        encounter: [{ ...own, setting: sale ? 'pharmacy' : 'inpatient', begunDay: today }],
        settlement: sale
          ? [{ ...own, setting: 'pharmacy', settlement: `S${n}`, settlementNo: `S${n}`, settledAt: at, settledDay: today, totalFen: 100 }]
          : [],
      },
    };
  });
  const [taking] = await seconds(async () => {
    for (let at = 0; at < told.length; at += 200) await live.put(told.slice(at, at + 200));
  });
  await live.setToday(today);
  const now = () => today * SECONDS_PER_DAY + 50_000;
  const [judging] = await seconds(() => judgeLive(live.lake, alertBookOf(home.db), { now, lakeVersion: live.version, days: 7 }));
  live.close();
  head(
    '| live counters | charge items of the lake | opened, once a day: core s | 5,000 encounters (ten seconds at 500) taken in | judged and kept |',
  );
  say(
    `| ${liveAlerts.length} alerts | ${snapshot.rowCount('line')} | ${opening.toFixed(1)} | ${taking.toFixed(1)} | ${judging.toFixed(1)} |`,
  );
}

const PAGES = [
  '/api/fund',
  '/api/fund/growth',
  '/api/analysis?table=settlement&by=month&measure=fund',
  '/api/alerts',
  '/api/items',
  '/api/benchmarks',
];
const ROUNDS = 40;
async function directorsPages(home: Home): Promise<void> {
  const app = await createApp({ home });
  await app.ready();
  const lines = (await home.lake.snapshot()).rowCount('line');
  head('| a director’s page | charge items | first of a version ms | median ms | p95 ms |');
  for (const url of PAGES) {
    const times: number[] = [];
    let first = 0;
    for (let n = 0; n <= ROUNDS; n += 1) {
      const begun = performance.now();
      const { statusCode, body } = await app.inject({ url });
      if (statusCode !== 200) throw new Error(`${url}: ${body}`);
      // the first of a version opens the lake and sums it
      if (n === 0) first = performance.now() - begun;
      else times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] as number);
    say(`| ${url.replaceAll('|', '')} | ${lines} | ${Math.round(first)} | ${at(0.5)} | ${at(0.95)} |`);
  }
  await app.close();
}

/** A year settled again, case by case, under another deductible and ratio. */
async function whatIf(home: Home): Promise<void> {
  const store = benefitStoreOf(home);
  const { year } = calendarDate((await home.lake.snapshot()).range()?.toDay as number);
  // the home is kept for the next run, and schemes are never taken back
  const id = `bench-${Date.now()}`;
  const scheme = { ...benefitScheme(year), schemeId: id };
  await store.addScheme(scheme, 'bench', 0);
  const nobody = { level: [], items: [] };
  const began = performance.now();
  const [core, outcome] = await seconds(() =>
    tryPolicy(store, {
      whatIfId: id,
      title: 'bench',
      schemeId: scheme.schemeId,
      year,
      levers: [
        { ...nobody, kind: 'deductible', insurance: ['resident'], setting: ['inpatient'], by: 20_000 },
        { ...nobody, kind: 'rate', insurance: ['resident'], setting: ['chronic'], by: 500 },
      ],
      by: 'bench',
      at: 0,
    }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const wall = (performance.now() - began) / 1000;
  const { replayed } = outcome.value.result;
  head('| a what-if | settlements | core s | s | settlements a core second |');
  say(`| | ${replayed} | ${core.toFixed(1)} | ${wall.toFixed(1)} | ${Math.round(replayed / core)} |`);
}

const work: Readonly<Record<Exclude<Part, 'day'>, (home: Home) => Promise<void>>> = {
  alerts: alertsOfAYear,
  live: liveCounters,
  pages: directorsPages,
  'what-if': whatIf,
};

try {
  const load = busy();
  for (const part of chosen.length > 0 ? chosen : parts)
    for (const lines of sizes.length > 0 ? sizes : [2_000_000]) {
      // takes in a day, which the homes that are kept must not
      if (part === 'day') {
        await alertsOfADay(lines);
        continue;
      }
      const { folder } = await largeHome(lines);
      const home = await openHome(folder);
      try {
        await work[part](home);
      } finally {
        await home.close();
      }
    }
  say(`\nLoad before and after: ${load}, ${busy()}.`);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
