// rule trial|trials|sample|shadow-runs|diff|replay|quality: what an edition would say, said, and how often it was wrong.
import { formatDay, formatInstant, formatYuan, ruleWords } from '@hengjian/domain';
import { perform, ruleReplay, ruleTrial } from '@hengjian/server';
import { bureauParameter, bureauRegion, decisionBookOf, OVERTURNED_A_QUARTER, trialShelfOf } from '@hengjian/store';
import { diffEditions, judgeSample, qualityOf, type Trial } from '@hengjian/workflows';
import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { progressLine } from '../progress.ts';
import { printJson, refuse } from '../refuse.ts';
import { textTable } from '../text-table.ts';
import { type ActOptions, actOf, answer, chosenEdition, dayOption, editionNumber, withHome } from './with-home.ts';

const DAY = 86_400;
type PeriodOptions = ActOptions & { from: string; to: string; edition?: string; rule?: string[]; asOf?: string; recordsOfToday?: boolean };

const act = (command: Command) =>
  command.requiredOption('--by <name>', '经办人').requiredOption('--why <text>', '原因').option('--json', '输出 JSON');
const period = (command: Command) =>
  act(command.requiredOption('--from <日期>', '开始日期（含）').requiredOption('--to <日期>', '截止日期（含）'));

export function addTrials(rule: Command, context: () => CliContext): void {
  period(
    rule
      .command('trial')
      .description('试算：一版在过去的期间会说什么，与在用版本差在哪里（不进疑点库）')
      .argument('<rule>', '规则编号')
      .option('--edition <n>', '版本号（默认最新的草稿）'),
  ).action((ruleId: string, options: PeriodOptions) => trial(ruleId, options, context()));
  rule
    .command('trials')
    .description('一条规则试算过的期间')
    .argument('<rule>', '规则编号')
    .option('--json', '输出 JSON')
    .action((ruleId: string, options: { json?: boolean }) =>
      withHome(context(), async (home) => {
        const trials = await trialShelfOf(home).trials(ruleId);
        if (options.json) printJson(trials);
        else for (const one of trials) process.stdout.write(`${trialText(one)}\n\n`);
      }),
    );
  rule
    .command('sample')
    .description('一次试算的抽查样本（种子相同，样本相同），带证据')
    .argument('<trial>', '试算编号')
    .option('--mark <added|gone|changed|same>', '只看这一种')
    .option('--size <n>', '条数', '20')
    .option('--seed <text>', '种子', '')
    .option('--json', '输出 JSON')
    .action((trialId: string, options: { mark?: 'added'; size: string; seed: string; json?: boolean }) =>
      sample(trialId, options, context()),
    );
  act(
    rule
      .command('judge')
      .description('判断样本中的一条：right 对、wrong 错、unsure 说不准')
      .argument('<trial>', '试算编号')
      .argument('<finding>', '疑点编号')
      .argument('<right|wrong|unsure>', '判断'),
  ).action((trialId: string, findingId: string, verdict: string, options: ActOptions) =>
    withHome(context(), async (home) => {
      const outcome = await judgeSample(trialShelfOf(home), trialId, findingId, verdict, actOf(options));
      answer(outcome, options, context().language, (one) => `${one.findingId}:${one.verdict}`);
    }),
  );
  rule
    .command('shadow-runs')
    .description('试运行的版本每次审核与在用版本的比较')
    .argument('<rule>', '规则编号')
    .option('--json', '输出 JSON')
    .action((ruleId: string, options: { json?: boolean }) => shadowRuns(ruleId, options, context()));
  rule
    .command('diff')
    .description('两个版本的差别（默认与前一版）')
    .argument('<rule>', '规则编号')
    .option('--edition <n>', '版本号（默认最新）')
    .option('--against <n>', '与哪一版比')
    .option('--json', '输出 JSON')
    .action((ruleId: string, options: { edition?: string; against?: string; json?: boolean }) => diff(ruleId, options, context()));
  period(
    rule
      .command('replay')
      .description('回放：按过去某天的版本、豁免、知识和当时已入库的数据审核一个期间（不进疑点库）')
      .requiredOption('--as-of <日期>', '哪一天（到当天结束为止所知）')
      .option('--rule <id...>', '只运行这些规则')
      .option('--records-of-today', '数据用今天的，不用当时的'),
  ).action((options: PeriodOptions) => replayThem(options, context()));
  rule
    .command('quality')
    .description('误报率：按已认定的疑点，每条规则每一版；一个季度推翻达到限值的列入复审')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => quality(options, context()));
}

async function trial(ruleId: string, options: PeriodOptions, context: CliContext): Promise<void> {
  const { language, interactive } = context;
  const [from, to] = [dayOption(options.from, options.json, language) as number, dayOption(options.to, options.json, language) as number];
  await withHome(context, async (home, ports) => {
    const edition = await chosenEdition(ports, ruleId, options.edition, ['draft', 'review', 'shadow']);
    const bar = progressLine(interactive, '试算');
    const request = { ruleId, edition, period: { from, to }, by: options.by, why: options.why };
    const outcome = await perform(home, ruleTrial, request, ({ done, total }) => bar.show(done, total));
    bar.clear();
    answer(outcome, options, language, trialText);
  });
}

/** What an officer reads after a trial. */
function trialText({ summary, ...trial }: Trial): string {
  const { change } = summary;
  const head =
    trial.kind === 'trial'
      ? `试算 ${trial.trialId}：${trial.ruleId} 第 ${trial.edition} 版`
      : `回放 ${trial.trialId}：截至 ${formatInstant(trial.asKnownAt ?? 0)} 所知`;
  return [
    `${head}，${formatDay(trial.period.from)} 至 ${formatDay(trial.period.to)}，用时 ${trial.seconds.toFixed(1)} 秒`,
    `疑点 ${summary.findings} 条，金额 ${formatYuan(summary.amountFen)} 元（基金 ${formatYuan(summary.fundFen)} 元），涉及 ${summary.providers} 家机构、${summary.persons} 人`,
    ...(change
      ? [
          `与在用的第 ${trial.against} 版相比：新增 ${change.added} 条（${formatYuan(change.addedFen)} 元），消失 ${change.gone} 条（${formatYuan(change.goneFen)} 元），金额改变 ${change.changed} 条（${formatYuan(change.changedFen)} 元），不变 ${change.same} 条`,
        ]
      : trial.kind === 'trial'
        ? ['没有在用版本可比']
        : []),
    ...summary.byMonth.map((row) => `  ${row.month}  ${row.findings} 条  ${formatYuan(row.amountFen)} 元`),
    ...(summary.byProvider.length > 0 ? ['金额最多的机构：'] : []),
    ...summary.byProvider.slice(0, 5).map((row) => `  ${row.providerNo}  ${row.findings} 条  ${formatYuan(row.amountFen)} 元`),
    ...(summary.overlap.length > 0 ? ['与其他规则的疑点重叠（相同明细）：'] : []),
    ...summary.overlap.map((row) => `  ${row.ruleId}  ${row.findings} 条  ${formatYuan(row.amountFen)} 元`),
  ].join('\n');
}

const marks = { added: '新增', gone: '消失', changed: '改变', same: '不变' } as const;

async function sample(
  trialId: string,
  options: { mark?: keyof typeof marks; size: string; seed: string; json?: boolean },
  context: CliContext,
): Promise<void> {
  await withHome(context, async (home) => {
    const shelf = trialShelfOf(home);
    const one = await shelf.trial(trialId);
    if (!one) refuse([{ code: 'trial.unknown', severity: 'error', facts: { id: trialId } }], options.json, context.language);
    const limit = editionNumber(options.size) ?? 20;
    // the rule's name is the seed of the console too
    const seed = options.seed || (one.ruleId ?? '');
    const found = await shelf.findings(trialId, { seed, limit, ...(options.mark && { mark: options.mark }) });
    if (options.json) return printJson({ trialId, seed, ...found });
    for (const row of found.rows) {
      process.stdout.write(
        `${row.findingId}  ${marks[row.mark]}  ${formatDay(row.periodDay)}  ${formatYuan(row.amountFen)} 元\n  ${row.explanationZh}\n`,
      );
      for (const r of row.records)
        process.stdout.write(
          `    ${r.role === 'inQuestion' ? '疑点' : '相关'}  ${r.encounterNo}${r.lineNo ? `:${r.lineNo}` : ''}  ${r.itemCode ?? ''}  ${formatYuan(r.amountFen)}\n`,
        );
    }
    process.stdout.write(`共 ${found.total} 条，种子 ${seed}\n`);
  });
}

async function shadowRuns(ruleId: string, { json }: { json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async (home) => {
    const runs = await trialShelfOf(home).shadowRuns(ruleId);
    if (json) return printJson(runs);
    const cells = runs.map(({ result, period: span, ...run }) => [
      formatInstant(run.at),
      `第 ${run.edition} 版`,
      `${formatDay(span.from)} ~ ${formatDay(span.to)}${run.narrowed ? '（只含变动）' : ''}`,
      ...[result.hit, result.change.added, result.change.gone, result.change.changed, result.change.same].map(String),
      formatYuan(result.amountFen),
    ]);
    process.stdout.write(`${textTable([['时间', '版本', '期间', '疑点', '新增', '消失', '改变', '不变', '金额（元）'], ...cells], 3)}\n`);
  });
}

async function diff(ruleId: string, options: { edition?: string; against?: string; json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async (_home, ports) => {
    const editions = await ports.book.editions(ruleId);
    const number = editionNumber(options.edition) ?? editions[0]?.edition ?? 1;
    const against = editionNumber(options.against);
    const after = editions.find((e) => e.edition === number);
    const before = editions.find((e) => (against === undefined ? e.edition < number : e.edition === against));
    const missing = (edition: number) =>
      refuse(
        [{ code: editions.length > 0 ? 'rule.unknownEdition' : 'rule.unknown', severity: 'error', facts: { rule: ruleId, edition } }],
        options.json,
        context.language,
      );
    if (!after) return missing(number);
    if (!before && against !== undefined) return missing(against);
    const changes = before ? diffEditions(before, after) : [];
    const event = (await ports.book.events(ruleId)).findLast(
      (e) => e.edition === number && (e.action === 'draft' || e.action === 'edit' || e.action === 'load'),
    );
    if (options.json)
      return printJson({ ruleId, from: before?.edition ?? null, to: number, by: event?.by, why: event?.why, at: event?.at, changes });
    process.stdout.write(`${ruleId} 第 ${before?.edition ?? '—'} 版 → 第 ${number} 版\n`);
    if (event) process.stdout.write(`${ruleWords.actions[event.action]?.zh}：${event.by}，${formatInstant(event.at)}，${event.why}\n`);
    for (const one of changes) process.stdout.write(`${one.place}\n  - ${one.before ?? '（没有）'}\n  + ${one.after ?? '（没有）'}\n`);
    if (changes.length === 0) process.stdout.write('内容相同\n');
  });
}

async function replayThem(options: PeriodOptions, context: CliContext): Promise<void> {
  const { language, interactive } = context;
  const day = (text: string | undefined) => dayOption(text, options.json, language) as number;
  await withHome(context, async (home) => {
    const bar = progressLine(interactive, '回放');
    const request = {
      asKnownAt: (day(options.asOf) + 1) * DAY - 1,
      period: { from: day(options.from), to: day(options.to) },
      by: options.by,
      why: options.why,
      ...(options.rule && { ruleIds: options.rule }),
      ...(options.recordsOfToday && { recordsOfToday: true }),
    };
    const outcome = await perform(home, ruleReplay, request, ({ done, total }) => bar.show(done, total));
    bar.clear();
    answer(outcome, options, language, (one) =>
      [
        trialText(one),
        textTable(
          [
            ['规则', '版本', '疑点', '金额（元）'],
            ...one.summary.results.map((r) => [r.ruleId, String(r.edition), String(r.hit), formatYuan(r.amountFen)]),
          ],
          1,
        ),
      ].join('\n'),
    );
  });
}

async function quality({ json }: { json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async (home, ports) => {
    const live = (await ports.book.all()).filter((e) => e.state === 'live');
    // newest first: of several editions live for different dates the newest stands for the rule
    const current = new Map([...live].reverse().map((e) => [e.ruleId, e.edition]));
    const rows = qualityOf(
      await decisionBookOf(home.db).standing(),
      await bureauParameter(home.db, OVERTURNED_A_QUARTER, await bureauRegion(home.db)),
      current,
    );
    if (json) return printJson(rows);
    const cells = rows.map((row) => [
      row.ruleId,
      `第 ${row.edition} 版`,
      row.toReview ? '待复审' : '',
      ...[row.decided, row.upheld, row.overturned].map(String),
      `${(row.falsePositiveRatio * 100).toFixed(1)}%`,
      row.quarters.map((q) => `${q.quarter} 推翻 ${q.overturned}（限 ${q.limit}）`).join('；'),
    ]);
    process.stdout.write(`${textTable([['规则', '版本', '复审', '已认定', '成立', '推翻', '误报率', '季度'], ...cells], 3)}\n`);
  });
}
