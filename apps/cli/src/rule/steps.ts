// rule draft|edit|submit|review|shadow|return|live|retire|parameters|cases: the life of an edition from the command line.
import { ruleMessages, ruleWords, sayIssue } from '@hengjian/domain';
import {
  casesOf,
  changeParameters,
  type DraftKept,
  draftRule,
  type Edition,
  editDraft,
  makeLive,
  plainSteps,
  reviewEdition,
  runCases,
  treeProblems,
  treesInForce,
} from '@hengjian/workflows';
import type { Command } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, refuse } from '../refuse.ts';
import { type ActOptions, actOf, answer, chosenEdition, dayOption, problemLines, readJson, withHome } from './with-home.ts';

type StepOptions = ActOptions & { edition?: string };

/** Adds the options every step has: who acts and why. */
const act = (command: Command) =>
  command.requiredOption('--by <name>', '经办人').requiredOption('--why <text>', '原因（审核时即意见）').option('--json', '输出 JSON');

const stateWord = (edition: Edition) => ruleWords.states[edition.state]?.zh ?? edition.state;
const told = (edition: Edition) => `${edition.ruleId} 第 ${edition.edition} 版：${stateWord(edition)}`;

export function addSteps(rule: Command, context: () => CliContext): void {
  for (const [name, verb, about] of [
    ['draft', draftRule, '起草规则或新版本：文件为 JSON（{ "tree": …, "cases": …, "parameters"?: … }）'],
    ['edit', editDraft, '修改草稿（文件格式同 draft）'],
  ] as const)
    act(rule.command(name).description(about).argument('<file>', 'JSON 文件')).action((file: string, options: ActOptions) =>
      withHome(context(), async (_home, ports) => {
        const { language } = context();
        const outcome = await verb(ports, { ...(readJson(file) as { tree: unknown }), ...actOf(options) });
        answer(outcome, options, language, (kept) => draftText(kept, language));
      }),
    );
  const step = (
    name: string,
    about: string,
    states: readonly string[],
    take: (
      ports: Parameters<typeof plainSteps.submit>[0],
      ruleId: string,
      edition: number,
      options: StepOptions,
    ) => ReturnType<typeof plainSteps.submit>,
    more: (command: Command) => Command = (command) => command,
  ) =>
    act(more(rule.command(name).description(about).argument('<rule>', '规则编号').option('--edition <n>', '版本号'))).action(
      (ruleId: string, options: StepOptions) =>
        withHome(context(), async (_home, ports) => {
          const edition = await chosenEdition(ports, ruleId, options.edition, states);
          answer(await take(ports, ruleId, edition, options), options, context().language, told);
        }),
    );
  for (const [name, about, states] of [
    ['submit', '提交草稿审核（用例须在两个引擎上全部通过）', ['draft']],
    ['shadow', '开始试运行', ['review']],
    ['return', '试运行的版本退回修改', ['shadow']],
    ['retire', '停用（已有疑点不变）', ['live', 'shadow', 'review', 'draft']],
  ] as const)
    step(name, about, states, (ports, id, n, options) => plainSteps[name](ports, id, n, actOf(options)));
  step(
    'review',
    '审核一版：政策、临床、技术三项由不同的人做',
    ['review'],
    (ports, id, n, options) => {
      const { kind, return: back } = options as StepOptions & { kind: string; return?: boolean };
      return reviewEdition(ports, id, n, { kind, verdict: back ? 'return' : 'approve' }, actOf(options));
    },
    (command) => command.requiredOption('--kind <policy|clinical|technical>', '哪一项审核').option('--return', '退回修改（默认通过）'),
  );
  step(
    'live',
    '启用：从哪一天、在哪个地区起用',
    ['shadow'],
    (ports, id, n, options) => {
      const { from, to, region, json } = options as StepOptions & { from: string; to?: string; region: string };
      const { language } = context();
      const first = from === '*' ? null : (dayOption(from, json, language) ?? null);
      return makeLive(ports, id, n, { region, from: first, to: dayOption(to, json, language) ?? null }, actOf(options));
    },
    (command) =>
      command
        .requiredOption('--from <日期>', '从这一天的费用起（* 为不限）')
        .option('--to <日期>', '到这一天止')
        .option('--region <code>', '行政区划，* 为全域', '*'),
  );
  act(
    rule
      .command('parameters')
      .description('改参数（另立新版本）：文件为 JSON 数组，[{ "name", "region", "from", "to", "value" }]，日期写作 年-月-日')
      .argument('<rule>', '规则编号')
      .argument('<file>', 'JSON 文件'),
  ).action((ruleId: string, file: string, options: ActOptions) =>
    withHome(context(), async (_home, ports) => {
      const { language } = context();
      const rows = (readJson(file) as { name: string; region?: string; from?: string; to?: string; value: number }[]).map((row) => ({
        name: row.name,
        region: row.region ?? '*',
        from: dayOption(row.from, options.json, language) ?? null,
        to: dayOption(row.to, options.json, language) ?? null,
        value: row.value,
      }));
      answer(await changeParameters(ports, ruleId, rows, actOf(options)), options, language, (kept) => draftText(kept, language));
    }),
  );
  rule
    .command('cases')
    .description('在两个引擎上运行一版的用例')
    .argument('<rule>', '规则编号')
    .option('--edition <n>', '版本号')
    .option('--json', '输出 JSON')
    .action((ruleId: string, options: { edition?: string; json?: boolean }) => runThem(ruleId, options, context()));
}

const draftText = (kept: DraftKept, language: CliContext['language']): string =>
  [
    `${kept.ruleId} 第 ${kept.edition} 版：草稿`,
    ...(kept.problems.length > 0 ? ['还不成立的地方（可以保存，不能提交）：', ...problemLines(kept.problems, language)] : []),
  ].join('\n');

async function runThem(ruleId: string, options: { edition?: string; json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async (_home, ports) => {
    const number = await chosenEdition(ports, ruleId, options.edition, ['draft', 'review', 'shadow', 'live']);
    const edition = (await ports.book.editions(ruleId)).find((e) => e.edition === number);
    const fact = { rule: ruleId, edition: number };
    if (!edition) return refuse([{ code: 'rule.unknownEdition', severity: 'error', facts: fact }], options.json, context.language);
    const problems = treeProblems(edition.tree, await treesInForce(ports));
    if (problems.length > 0) return refuse(problems, options.json, context.language);
    const engine = await ports.openEngine();
    try {
      const results = await runCases(edition.tree, casesOf(edition, ports), engine);
      const failed = results.filter((one) => !one.passed);
      if (options.json) printJson({ ok: failed.length === 0, passed: results.length - failed.length, failed: failed.length, results });
      else
        for (const one of results) {
          process.stdout.write(`${one.passed ? '通过' : '不成立'}  ${one.name}\n`);
          for (const issue of one.issues) process.stdout.write(`        ${sayIssue(issue, ruleMessages, context.language)}\n`);
        }
      if (failed.length > 0) throw new Refused(options.json ? '' : `${failed.length} 个用例不成立`);
    } finally {
      engine.close();
    }
  });
}
