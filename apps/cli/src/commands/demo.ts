import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alertPlants } from '@hengjian/catalog/alert-plants.gen.ts';
import { plants } from '@hengjian/catalog/plants.gen.ts';
import {
  areaEntries,
  benefitScheme,
  type CityCounts,
  type ClearingStatement,
  clearingEntries,
  clearingSink,
  diagnoses,
  folderSink,
  fundEntries,
  generateCity,
  items,
  monitoredEntries,
  samplePlanText,
} from '@hengjian/city';
import { dayOfDate, demoMessages, formatYuan, gradeText, type Issue, type Outcome, OVERALL_PROJECT, totalText } from '@hengjian/domain';
import { alertRun, matterSourceOf, moveFindings, reviewPortsOf } from '@hengjian/server';
import {
  benefitStoreOf,
  claimsImporter,
  documentShelfOf,
  type Home,
  importCatalogue,
  importDiagnosisNames,
  openHome,
} from '@hengjian/store';
import { type AlertReport, importClaims, type ReviewReport, runReview, tryPolicy } from '@hengjian/workflows';
import { InvalidArgumentError } from 'commander';
import { type AddCommand, Refused } from '../command.ts';
import { ensureConsole } from '../console-page.ts';
import type { CliContext } from '../context.ts';
import { exemptDemo } from '../demo-exemption.ts';
import { demoPayment } from '../demo-payment.ts';
import { superviseDemo } from '../demo-supervision.ts';
import { demoTransfer } from '../demo-transfer.ts';
import { admitVisitors, visitorsText } from '../demo-visitors.ts';
import { demoEnforcement } from '../enforcement/demo-enforcement.ts';
import { readTruth } from '../finding/truth.ts';
import { watchMemory } from '../memory.ts';
import { demoSurveys } from '../plan/demo-surveys.ts';
import { type PerformanceResult, performanceThread } from '../plan/performance-thread.ts';
import { progressLine } from '../progress.ts';
import { refuse, wallClock } from '../refuse.ts';
import { serveConsole } from '../serve-console.ts';
import { textTable } from '../text-table.ts';

const YEAR = 2025;
const SEED = 2025;

interface Options {
  persons: number;
  port: number;
  serve: boolean;
}

/** Written when the year of the demonstration is complete: a later start goes straight to the console. */
interface Done {
  persons: number;
  summary: string;
}
const doneFile = (home: string) => path.join(home, 'demo.json');

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new InvalidArgumentError(`${least}–${most}`);
  return value;
};

const add: AddCommand = (program, context) => {
  program
    .command('demo')
    .description('从零开始演示：合成一座城市的一年结算数据，审核、测算、评分、写出自评报告，然后打开控制台')
    .option('--persons <n>', '参保人数', whole(500, 1_000_000), 20_000)
    .option('--port <n>', '端口', whole(0, 65_535), 8080)
    .option('--no-serve', '不启动控制台')
    .action((options: Options) => demo(options, context()));
};
export default add;

async function demo(options: Options, context: CliContext): Promise<void> {
  if (options.serve) ensureConsole();
  const home = await openHome(context.home);
  try {
    const before = existsSync(doneFile(home.folder)) ? (JSON.parse(readFileSync(doneFile(home.folder), 'utf8')) as Done) : undefined;
    if (before) process.stdout.write(`${before.summary}\n`);
    else if ((await home.lake.snapshot()).version > 0)
      throw new Refused(demoMessages['demo.occupied'][context.language]({ home: home.folder }));
    else await year(home, options, context);
  } catch (error) {
    await home.close();
    throw error;
  }
  if (options.serve) await serveConsole(home, { port: options.port, host: '127.0.0.1' }, context.language);
  else await home.close();
}

/** The main job: every step really done, on the stores that the console then shows. */
async function year(home: Home, options: Options, context: CliContext): Promise<void> {
  const began = performance.now();
  const memory = watchMemory(() => [process.pid, ...(home.postmaster === undefined ? [] : [home.postmaster])]);
  const step = stepper(context);
  const extract = path.join(home.folder, 'demo-extract');
  const { city, statements } = await step('city', (show) => makeCity(extract, options.persons, show));
  await step('import', async (show) =>
    must(
      await importClaims(claimsImporter(home), {
        folder: extract,
        acceptRejects: false,
        progress: (_, done, total) => show(done, total),
      }),
      context,
    ),
  );
  // what the city's items are called stands in its catalogue, as in any bureau's
  const listed = items.flatMap(({ codes, name }) => codes.map((code) => ({ code, name, validFrom: null, validTo: null })));
  await importCatalogue(home.db, listed, '演示', '合成城市目录');
  await importDiagnosisNames(home.db, diagnoses, '演示');
  const exempted = await exemptDemo(home, await readTruth(path.join(extract, 'truth.csv')), YEAR, wallClock());
  if (exempted) must(exempted, context);
  rmSync(extract, { recursive: true });
  await tryDemoPolicy(home, context);
  for (const tried of await demoPayment(home, YEAR, wallClock())) must(tried, context);
  const review = await step('review', async (show) => must(await reviewYear(home, context, show), context));
  const alerted = await step('alert', async (show) => must(await alertRun.run(home, {}, ({ done, total }) => show(done, total)), context));
  const evaluated = await step('plan', (show) => selfEvaluate(home, statements, context, show));
  const transferred = await demoTransfer(home, evaluated.planId, YEAR, wallClock());
  if (transferred) must(transferred, context);
  await demoSurveys(home, wallClock());
  await step('enforcement', async () => {
    const source = matterSourceOf(home);
    await demoEnforcement({ ...source, home }).finally(() => source.close());
  });
  const visitors = must(await admitVisitors(home, wallClock()), context);
  const summary = [
    summaryText(city, review, alerted, evaluated),
    visitorsText(visitors, context.language),
    '',
    demoMessages['demo.cost'][context.language]({ seconds: (performance.now() - began) / 1000, mib: memory.stop() / 2 ** 20 }),
  ].join('\n');
  process.stdout.write(`${summary}\n`);
  writeFileSync(doneFile(home.folder), JSON.stringify({ persons: options.persons, summary } satisfies Done));
}

/** The city's benefits, and a what-if that a bureau would ask. */
async function tryDemoPolicy(home: Home, context: CliContext): Promise<void> {
  const store = benefitStoreOf(home);
  const scheme = benefitScheme(YEAR);
  await store.addScheme(scheme, '演示', wallClock());
  const nobody = { level: [], items: [] };
  must(
    await tryPolicy(store, {
      whatIfId: 'demo',
      title: '居民住院起付线提高 200 元，门诊慢特病报销提高 5 个百分点',
      schemeId: scheme.schemeId,
      year: YEAR,
      levers: [
        { ...nobody, kind: 'deductible', insurance: ['resident'], setting: ['inpatient'], by: 20_000 },
        { ...nobody, kind: 'rate', insurance: ['resident'], setting: ['chronic'], by: 500 },
      ],
      by: '演示',
      at: wallClock(),
    }),
    context,
  );
}

type Show = (done: number, total: number) => void;

/** Says each step with its time; a bar on a terminal while it runs. */
function stepper({ interactive, language }: CliContext) {
  return async <T>(name: 'city' | 'import' | 'review' | 'alert' | 'plan' | 'enforcement', work: (show: Show) => Promise<T>): Promise<T> => {
    const title = demoMessages[`demo.${name}`][language]({});
    const start = performance.now();
    const bar = progressLine(interactive, title);
    const result = await work(bar.show);
    bar.clear();
    process.stderr.write(`${title} ${((performance.now() - start) / 1000).toFixed(1)} s\n`);
    return result;
  };
}

function must<T>(outcome: Outcome<T>, context: CliContext): T {
  return outcome.ok ? outcome.value : refuse(outcome.issues as Issue[], false, context.language);
}

async function makeCity(folder: string, persons: number, show: Show): Promise<{ city: CityCounts; statements: ClearingStatement[] }> {
  rmSync(folder, { recursive: true, force: true });
  const sink = clearingSink(folderSink(folder));
  const city = generateCity(
    { persons, months: 12, seed: SEED, from: dayOfDate(YEAR, 1, 1) },
    plants,
    sink,
    (done) => show(done, persons),
    alertPlants,
  );
  sink.close();
  return { city, statements: sink.statements() };
}

/** The writer lock is held as by `review run`; importing takes its own. */
async function reviewYear(home: Home, { language }: CliContext, show: Show): Promise<Outcome<ReviewReport>> {
  const lock = await home.takeWriterLock('demo');
  if (!lock.ok) throw new Refused(demoMessages['demo.busy'][language]({ ...lock.holder }));
  try {
    const outcome = await runReview(await reviewPortsOf(home), {
      period: { from: dayOfDate(YEAR, 1, 1), to: dayOfDate(YEAR, 12, 31) },
      progress: show,
    });
    if (outcome.ok) {
      await moveFindings(home);
      await superviseDemo(home, dayOfDate(YEAR, 1, 1), wallClock());
    }
    return outcome;
  } finally {
    await lock.release();
  }
}

/** Adopts the plan with the suggested measures, fills the registers, measures, scores and writes the report. */
async function selfEvaluate(
  home: Home,
  statements: readonly ClearingStatement[],
  context: CliContext,
  show: Show,
): Promise<PerformanceResult> {
  const folder = path.join(home.folder, 'reports');
  const wish = {
    bytes: new TextEncoder().encode(samplePlanText(YEAR)),
    fileName: `${YEAR}-targets.txt`,
    year: YEAR,
    seed: SEED,
    entries: [...clearingEntries(statements, SEED), ...fundEntries(statements, SEED), ...monitoredEntries(YEAR), ...areaEntries()],
    docx: path.join(folder, `${YEAR}-self-evaluation.docx`),
    xlsx: path.join(folder, `${YEAR}-self-evaluation.xlsx`),
    by: '演示',
    onProgress: (_: unknown, done: number, all: number) => show(done, all),
  };
  // The console shows the form beside what was read from it.
  await documentShelfOf(home.db).keep(wish.fileName, wish.bytes, wish.by, wallClock());
  return must(await performanceThread(home, wish), context);
}

/** What a director reads: reviewed, found, worth, reached, written. */
function summaryText(
  city: CityCounts,
  review: ReviewReport,
  alerted: readonly AlertReport[],
  { evaluation, docx, xlsx, confirmed }: PerformanceResult,
): string {
  const rules = review.rules
    .filter((r) => r.hit > 0)
    .sort((a, b) => b.amountFen - a.amountFen)
    .map((r) => [r.title, String(r.hit), String(r.notEvaluated), formatYuan(r.amountFen)]);
  const wan = (fen: number) => (fen / 1_000_000).toFixed(2);
  const overall = evaluation.projects.find((one) => one.project.name === OVERALL_PROJECT) ?? evaluation.projects[0];
  const { summary } = evaluation;
  return [
    '',
    `═══ ${evaluation.plan.org ?? ''}（演示） ${YEAR} 年 ═══`,
    `审核：参保人 ${city.persons} 人，结算 ${city.settlements} 笔，费用明细 ${review.lines} 条，全部经过 ${review.rules.length} 条规则`,
    `疑点：${review.findings} 条，涉及金额 ${wan(review.stored.money.amountFen)} 万元，其中基金 ${wan(review.stored.money.fundFen)} 万元（每条明细只计一次）`,
    '',
    textTable([['规则', '疑点', '无法判断', '涉及金额（元）'], ...rules], 1),
    '',
    `预警：${alerted.length} 个预警，信号 ${alerted.reduce((n, one) => n + one.saved.added, 0)} 条，归为 ${alerted.reduce((n, one) => n + one.saved.stories, 0)} 件事项`,
    `绩效：指标 ${summary.indicators} 项，达到 ${summary.met}，未达到 ${summary.missed}，未知 ${summary.unknown}（其中 ${confirmed} 项的口径由系统建议，演示中视为已确认）`,
    ...(overall ? [`自评：${overall.project.name} ${totalText(overall)} 分，等次 ${gradeText(overall)}`] : []),
    `报告：${docx}`,
    `报告：${xlsx}`,
    '',
  ].join('\n');
}
