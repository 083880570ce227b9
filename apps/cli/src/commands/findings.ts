import { once } from 'node:events';
import { createWriteStream, renameSync } from 'node:fs';
import { csvCell } from '@hengjian/catalog/knowledge/index.ts';
import { type Language, reviewMessages, sayIssue } from '@hengjian/domain';
import { findingExportOf, openHome } from '@hengjian/store';
import { type Agreement, compareWithTruth, findingColumns, type TruthRow } from '@hengjian/workflows';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { addLife } from '../finding/life.ts';
import { addRecheck } from '../finding/recheck.ts';
import { readTruth } from '../finding/truth.ts';
import { textTable } from '../text-table.ts';

const add: AddCommand = (program, context) => {
  const findings = program.command('findings').description('疑点');
  findings
    .command('export')
    .description('把疑点写成 CSV 文件')
    .requiredOption('--out <file>', 'CSV 文件')
    .option('--run <id>', '只写这次审核的疑点')
    .action((options: { out: string; run?: string }) => write(options, context()));
  findings
    .command('compare')
    .description('与模拟城市的 truth.csv 对照：每条规则的查准率与查全率')
    .argument('<truth.csv>', '已知违规')
    .option('--json', '输出 JSON')
    .action((truth: string, options: { json?: boolean }) => compare(truth, options, context()));
  addLife(findings, context);
  addRecheck(findings, context);
};
export default add;

async function write(options: { out: string; run?: string }, { home: folder, language }: CliContext): Promise<void> {
  const home = await openHome(folder);
  try {
    const from = findingExportOf(home.db);
    if (options.run !== undefined && !(await from.hasRun(options.run))) refuseRun(options.run, language);
    const half = `${options.out}.part`;
    const out = createWriteStream(half);
    out.write(`${findingColumns.join(',')}\n`);
    let count = 0;
    for await (const row of from.rows(options.run)) {
      if (!out.write(`${findingColumns.map((column) => csvCell(row[column])).join(',')}\n`)) await once(out, 'drain');
      count += 1;
    }
    out.end();
    await once(out, 'close');
    renameSync(half, options.out);
    process.stdout.write(`已写出 ${count} 条疑点：${options.out}\n`);
  } finally {
    await home.close();
  }
}

function refuseRun(run: string, language: Language): never {
  throw new Refused(sayIssue({ code: 'review.unknownRun', severity: 'error', facts: { run } }, reviewMessages, language));
}

async function compare(file: string, options: { json?: boolean }, { home: folder }: CliContext): Promise<void> {
  const truth = await readTruth(file);
  const home = await openHome(folder);
  try {
    const found: TruthRow[] = [];
    for await (const row of findingExportOf(home.db).rows()) found.push(row);
    const agreement = compareWithTruth(found, truth);
    if (options.json) process.stdout.write(`${JSON.stringify(agreement, null, 2)}\n`);
    else process.stdout.write(`${table(agreement)}\n`);
  } finally {
    await home.close();
  }
}

function table(agreement: readonly Agreement[]): string {
  const share = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);
  const rows = agreement.map((a) => [a.ruleId, String(a.planted), String(a.found), String(a.matched), share(a.precision), share(a.recall)]);
  const total = (key: 'planted' | 'found' | 'matched' | 'confirmed') => agreement.reduce((sum, a) => sum + a[key], 0);
  const all = [
    '合计',
    String(total('planted')),
    String(total('found')),
    String(total('matched')),
    share(total('found') ? total('confirmed') / total('found') : null),
    share(total('planted') ? total('matched') / total('planted') : null),
  ];
  const wrong = agreement.flatMap((a) => [
    ...a.missed.slice(0, 3).map((m) => `漏：${a.ruleId} ${m}`),
    ...a.unplanted.slice(0, 3).map((m) => `多：${a.ruleId} ${m}`),
  ]);
  return [textTable([['规则', '已知', '疑点', '相符', '查准率', '查全率'], ...rows, all], 1), ...wrong].join('\n');
}
