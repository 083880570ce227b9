// `alert truth`: a city with planted patterns and look-alikes, imported into a home of its own, all alerts run, precision and recall told.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AlertTruth } from '@hengjian/catalog/alert-plant.ts';
import { alertPlants } from '@hengjian/catalog/alert-plants.gen.ts';
import { folderSink, generateCity } from '@hengjian/city';
import { alertWords, dayOfDate } from '@hengjian/domain';
import { alertRun } from '@hengjian/server';
import { claimsImporter, openHome, signalsBetween } from '@hengjian/store';
import { type AlertAgreement, type AlertReport, alertShelf, compareAlerts, importClaims } from '@hengjian/workflows';
import type { CliContext } from '../context.ts';
import { progressLine } from '../progress.ts';
import { printJson, refuse } from '../refuse.ts';
import { textTable } from '../text-table.ts';

export interface TruthOptions {
  persons: number;
  seed: number;
  out?: string;
  json?: boolean;
}

const YEAR = 2025;

export async function truth(options: TruthOptions, context: CliContext): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-alerts-'));
  try {
    const { agreement, reports } = await measured(options, folder, context);
    if (options.out) writeFileSync(options.out, page(options, agreement, reports));
    if (options.json) printJson(agreement);
    else process.stdout.write(`${table(agreement)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measured({ persons, seed }: TruthOptions, folder: string, context: CliContext) {
  const extract = path.join(folder, 'extract');
  const sink = folderSink(extract);
  const bar = progressLine(context.interactive, '合成城市');
  const city = generateCity(
    { persons, months: 12, seed, from: dayOfDate(YEAR, 1, 1) },
    {},
    sink,
    (done) => bar.show(done, persons),
    alertPlants,
  );
  sink.close();
  bar.clear();
  const home = await openHome(path.join(folder, 'home'));
  try {
    const imported = await importClaims(claimsImporter(home), { folder: extract, acceptRejects: false, progress: () => {} });
    if (!imported.ok) return refuse(imported.issues, false, context.language);
    const outcome = await alertRun.run(home, {}, () => {});
    if (!outcome.ok) return refuse(outcome.issues, false, context.language);
    const signals = await signalsBetween(home.db, dayOfDate(YEAR, 1, 1), dayOfDate(YEAR, 12, 31));
    return { agreement: compareAlerts(Object.keys(alertShelf), signals, city.alertTruth as AlertTruth[]), reports: outcome.value };
  } finally {
    await home.close();
  }
}

const percent = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(0)}%`);
const heads = ['预警', '埋设', '发现', '相似而无辜', '误报', '其他对象', '查准率', '查全率'];
const cells = (a: AlertAgreement, title: string) => [
  title,
  String(a.planted),
  String(a.found),
  String(a.lookAlikes),
  String(a.taken),
  String(a.others),
  percent(a.precision),
  percent(a.recall),
];
const titleOf = (id: string) => alertShelf[id]?.title.zh ?? id;

const table = (agreement: readonly AlertAgreement[]) => textTable([heads, ...agreement.map((a) => cells(a, a.alertId))], 1);

/** docs/alerts.md */
function page({ persons, seed }: TruthOptions, agreement: readonly AlertAgreement[], reports: readonly AlertReport[]): string {
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const monitors = Object.entries(alertWords.monitors).flatMap(([monitor, { zh }]) => {
    const own = agreement.filter((a) => alertShelf[a.alertId]?.monitor === monitor);
    if (own.length === 0) return [];
    const asked = (id: string) => reports.find((report) => report.alertId === id);
    return [
      `## ${zh}`,
      '',
      line([...heads, '判断过的格子', '不能判断', '耗时（毫秒）']),
      line([...heads, '', '', ''].map(() => '---')),
      ...own.map((a) => {
        const report = asked(a.alertId);
        const unasked = Object.values(report?.unasked ?? {}).reduce((sum, n) => sum + n, 0);
        return line([
          ...cells(a, `${titleOf(a.alertId)} \`${a.alertId}\``),
          String(report?.asked ?? 0),
          String(unasked),
          String(report?.milliseconds ?? 0),
        ]);
      }),
      '',
    ];
  });
  return [
    '# 预警的真值表',
    '',
    `> 由 \`hengjian alert truth --persons ${persons} --seed ${seed} --out docs/alerts.md\` 写出，请勿手工修改。`,
    '',
    `合成城市（${persons} 人，${YEAR} 年，种子 ${seed}）里，每个预警各埋设几种应当发现的情形，和几种看起来很像、其实无辜的情形；全部预警以标准阈值运行一年。`,
    '“其他对象”是既没有埋设、也没有标为无辜的对象：城市的日常里碰巧出现的，或者别的埋设带出来的，查准率里一律算作误报。',
    '',
    ...monitors,
  ].join('\n');
}
