// Watching and deciding: all alerts over a year and over one day more, live counters at 500 messages a second, a director's pages, a
// what-if. Prints tables; `node watch.ts [persons]`, 100,000 people where nothing is said.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { alertPlants } from '@hengjian/catalog/alert-plants.gen.ts';
import { benefitScheme, folderSink, generateCity } from '@hengjian/city';
import { dayOfDate, formatDay, SECONDS_PER_DAY } from '@hengjian/domain';
import { createApp } from '@hengjian/server';
import { alertBookOf, alertLakeOf, benefitStoreOf, claimsImporter, type Home, openHome, openLiveLake } from '@hengjian/store';
import { alertShelf, importClaims, judgeLive, liveAlerts, runAlerts, type ToldEncounter, tryPolicy } from '@hengjian/workflows';

const persons = Number(process.argv[2] ?? 100_000);
const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-bench-watch-'));
const from = dayOfDate(2025, 1, 1);
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

async function alertsOver(home: Home): Promise<void> {
  const snapshot = await home.lake.snapshot();
  const last = snapshot.range()?.toDay as number;
  const connection = await snapshot.connect();
  await connection.useBucket(undefined);
  const now = () => (last + 1) * SECONDS_PER_DAY;
  const run = (runId: string, first: number) =>
    runAlerts(alertLakeOf(connection), alertBookOf(home.db), {
      alerts: Object.values(alertShelf),
      from: first,
      to: last,
      lakeVersion: snapshot.version,
      runId,
      now,
    });
  say(`| all ${Object.keys(alertShelf).length} alerts over | core seconds |`);
  say('| --- | ---: |');
  const [year, reports] = await seconds(() => run('year', last - 364));
  say(`| a year (${snapshot.rowCount('settlement')} settlements, ${snapshot.rowCount('line')} charge items) | ${year.toFixed(1)} |`);
  const [day] = await seconds(() => run('day', last));
  say(`| the last day only (${formatDay(last)}) | ${day.toFixed(1)} |`);
  connection.close();
  const dearest = reports.toSorted((a, b) => b.milliseconds - a.milliseconds).slice(0, 3);
  say(`\nThe dearest of the year: ${dearest.map((one) => `${one.alertId} ${(one.milliseconds / 1000).toFixed(1)} s`).join(', ')}.\n`);
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
  say('| live counters | core seconds |');
  say('| --- | ---: |');
  say(`| opened (52 days of the lake, once a day) | ${opening.toFixed(1)} |`);
  say(`| 5,000 encounters taken in (ten seconds at 500 a second) | ${taking.toFixed(1)} |`);
  say(`| ${liveAlerts.length} alerts judged and kept | ${judging.toFixed(1)} |\n`);
}

const PAGES = ['/api/fund', '/api/fund/growth', '/api/analysis?table=settlement&by=month&measure=fund', '/api/alerts'];
const ROUNDS = 40;
async function directorsPages(home: Home): Promise<void> {
  const app = await createApp({ home });
  await app.ready();
  say('| a director’s page | median ms | p95 ms |');
  say('| --- | ---: | ---: |');
  for (const url of PAGES) {
    const times: number[] = [];
    for (let n = 0; n <= ROUNDS; n += 1) {
      const begun = performance.now();
      const { statusCode, body } = await app.inject({ url });
      if (statusCode !== 200) throw new Error(`${url}: ${body}`);
      // the first of a day opens the lake
      if (n > 0) times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))] as number);
    say(`| ${url.replaceAll('|', '')} | ${at(0.5)} | ${at(0.95)} |`);
  }
  await app.close();
}

/** A year settled again, case by case, under another deductible and ratio. */
async function whatIf(home: Home): Promise<void> {
  const store = benefitStoreOf(home);
  const scheme = benefitScheme(2025);
  await store.addScheme(scheme, 'bench', 0);
  const nobody = { level: [], items: [] };
  const [time, outcome] = await seconds(() =>
    tryPolicy(store, {
      whatIfId: 'bench',
      title: 'bench',
      schemeId: scheme.schemeId,
      year: 2025,
      levers: [
        { ...nobody, kind: 'deductible', insurance: ['resident'], setting: ['inpatient'], by: 20_000 },
        { ...nobody, kind: 'rate', insurance: ['resident'], setting: ['chronic'], by: 500 },
      ],
      by: 'bench',
      at: 0,
    }),
  );
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const { replayed } = outcome.value.result;
  say(
    `\nA what-if over ${replayed} settlements: ${time.toFixed(1)} core seconds, ${Math.round(replayed / time)} settlements a core second.`,
  );
}

try {
  const extract = path.join(scratch, 'extract');
  const sink = folderSink(extract);
  generateCity({ persons, months: 12, seed: 7, from }, {}, sink, () => {}, alertPlants);
  sink.close();
  const home = await openHome(path.join(scratch, 'home'));
  const imported = await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} });
  if (!imported.ok) throw new Error(JSON.stringify(imported.issues));
  rmSync(extract, { recursive: true });
  say(`${persons} people, a year. Load while it ran: ${busy()}.\n`);
  await alertsOver(home);
  await liveCounters(home);
  await directorsPages(home);
  await whatIf(home);
  await home.close();
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
