import { certaintyTitles } from '@hengjian/catalog';
import { formatDay, formatYuan, type Issue, type Language, parseDay, reviewMessages, sayIssue } from '@hengjian/domain';
import { perform, reviewPortsOf, reviewRun } from '@hengjian/server';
import { openHome } from '@hengjian/store';
import type { ReviewReport } from '@hengjian/workflows';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { progressLine } from '../progress.ts';
import { textTable } from '../text-table.ts';

interface RunOptions {
  from?: string;
  to?: string;
  changed?: boolean;
  rule?: string[];
  json?: boolean;
}

const add: AddCommand = (program, context) => {
  const review = program.command('review').description('按规则审核结算数据');
  review
    .command('run')
    .description('审核一个期间的全部结算（事后）')
    .option('--from <日期>', '开始日期（含）')
    .option('--to <日期>', '截止日期（含）')
    .option('--changed', '只重审上次审核以来有变化的参保人和规则；不写日期时从已审核的第一天到最后一个结算日')
    .option('--rule <id...>', '只运行这些规则')
    .option('--json', '输出 JSON')
    .action((options: RunOptions) => run(options, context()));
  review
    .command('rules')
    .description('列出在用的规则')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => list(options, context()));
};
export default add;

function refuse(issues: readonly Issue[], json: boolean | undefined, language: Language): never {
  const said = issues.map((issue) => ({ ...issue, message: sayIssue(issue, reviewMessages, language) }));
  if (json) process.stdout.write(`${JSON.stringify({ ok: false, issues: said }, null, 2)}\n`);
  throw new Refused(said.map((issue) => issue.message).join('\n'));
}

async function run(options: RunOptions, { home: folder, language, interactive }: CliContext): Promise<void> {
  for (const text of [options.from, options.to])
    if (text !== undefined && parseDay(text) === undefined)
      refuse([{ code: 'review.badDate', severity: 'error', facts: { text } }], options.json, language);
  if (!options.changed && (options.from === undefined || options.to === undefined))
    refuse([{ code: 'review.noPeriod', severity: 'error', facts: {} }], options.json, language);
  const home = await openHome(folder);
  try {
    const bar = progressLine(interactive, '审核');
    const [from, to] = [dayOf(options.from), dayOf(options.to)];
    const request = {
      period: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
      ...(options.changed && { changed: true }),
      ...(options.rule && { ruleIds: options.rule }),
    };
    const outcome = await perform(home, reviewRun, request, ({ done, total }) => bar.show(done, total));
    bar.clear();
    if (!outcome.ok) refuse(outcome.issues, options.json, language);
    const { value } = outcome;
    if (options.json)
      process.stdout.write(
        `${JSON.stringify({ ok: true, ...value, period: { from: formatDay(value.period.from), to: formatDay(value.period.to) } }, null, 2)}\n`,
      );
    else process.stdout.write(`${summary(value)}\n`);
  } finally {
    await home.close();
  }
}

const dayOf = (text: string | undefined): number | undefined => (text === undefined ? undefined : parseDay(text));

const wan = (fen: number) => (fen / 1_000_000).toFixed(2);

/** What a reviewer reads after a run: one line a rule, then the whole. */
export function summary(report: ReviewReport): string {
  const rows = report.rules.map((r) => [
    r.ruleId,
    r.title,
    ...[r.hit, r.clear, r.notEvaluated].map(String),
    formatYuan(r.amountFen),
    r.seconds.toFixed(2),
  ]);
  const { stored } = report;
  return [
    textTable([['规则', '名称', '疑点', '通过', '无法判断', '涉及金额（元）', '秒'], ...rows], 2),
    '',
    `期间 ${formatDay(report.period.from)} 至 ${formatDay(report.period.to)}，明细 ${report.lines} 条，疑点 ${report.findings} 条（新增 ${stored.added}，变化 ${stored.changed}，不变 ${stored.unchanged}，撤回 ${stored.withdrawn}）`,
    `每条明细只计一次：涉及金额 ${wan(stored.money.amountFen)} 万元，其中基金 ${wan(stored.money.fundFen)} 万元`,
    `任务 ${report.runId}，数据版本 ${report.lakeVersion}，用时 ${report.seconds.toFixed(1)} 秒`,
  ].join('\n');
}

async function list(options: { json?: boolean }, { home: folder }: CliContext): Promise<void> {
  const home = await openHome(folder);
  try {
    const live = await (await reviewPortsOf(home)).rules.live();
    const rules = live.map(({ rule, edition }) => ({
      id: rule.id,
      code: rule.code,
      title: rule.title.zh,
      category: rule.category,
      shape: rule.shape.kind,
      certainty: rule.certainty,
      edition,
    }));
    if (options.json) process.stdout.write(`${JSON.stringify(rules, null, 2)}\n`);
    else
      process.stdout.write(
        `${textTable([['编号', '编码', '名称', '类别', '形态', '性质'], ...rules.map((r) => [r.id, r.code, r.title, r.category, r.shape, certaintyTitles[r.certainty].zh])], 6)}\n`,
      );
  } finally {
    await home.close();
  }
}
