// The monthly re-review on the command line: drawn by one person, judged by another.
import type { Ratio } from '@hengjian/domain';
import { drawMonth } from '@hengjian/server';
import { judgeRecheck, recheckReport } from '@hengjian/store';
import type { Command } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson } from '../refuse.ts';
import { type ActOptions, actOf, answer, withHome } from '../rule/with-home.ts';
import { textTable } from '../text-table.ts';

/** `findings recheck draw`, `judge`, `report`. */
export function addRecheck(findings: Command, context: () => CliContext): void {
  const recheck = findings.command('recheck').description('月度复核：分层随机抽样，一人抽取、另一人复核');
  recheck
    .command('draw')
    .description('抽取一个月的样本：已初审的疑点和未涉疑点的就诊各半，随机种子留存')
    .argument('<yyyy-MM>', '月份，也是批次编号')
    .requiredOption('--by <name>', '抽取人')
    .option('--why <text>', '说明', '月度复核')
    .option('--size <n>', '样本量，默认按参数')
    .option('--seed <n>', '随机种子，默认取当前时间')
    .option('--json', '输出 JSON')
    .action((month: string, options: ActOptions & { size?: string; seed?: string }) => draw(month, options, context()));
  recheck
    .command('judge')
    .description('复核一件')
    .argument('<yyyy-MM>', '批次')
    .argument('<n>', '样本序号')
    .argument('<right|wrong>', '原结论是否正确')
    .requiredOption('--by <name>', '复核人')
    .option('--why <text>', '理由', '')
    .option('--json', '输出 JSON')
    .action((id: string, item: string, verdict: string, options: ActOptions) => {
      if (verdict !== 'right' && verdict !== 'wrong') throw new Refused(`结论应为 right 或 wrong:${verdict}`);
      return withHome(context(), async (home) => {
        const outcome = await judgeRecheck(home.db, id, Number(item), verdict === 'right', actOf(options));
        answer(outcome, options, context().language, (one) => `第 ${one.itemNo} 件已复核`);
      });
    });
  recheck
    .command('report')
    .description('一致率、差错率及其 95% 置信区间')
    .argument('<yyyy-MM>', '批次')
    .option('--json', '输出 JSON')
    .action((id: string, options: { json?: boolean }) => report(id, options, context()));
}

async function draw(month: string, options: ActOptions & { size?: string; seed?: string }, context: CliContext): Promise<void> {
  const whole = (text: string | undefined, name: string, least: number): number | undefined => {
    const value = text === undefined ? undefined : Number(text);
    if (value !== undefined && (!Number.isSafeInteger(value) || value < least))
      throw new Refused(`${name}应为不小于 ${least} 的整数：${text}`);
    return value;
  };
  const wish = { month, size: whole(options.size, '样本量', 1), seed: whole(options.seed, '随机种子', 0), ...actOf(options) };
  await withHome(context, async (home) =>
    answer(await drawMonth(home, wish), options, context.language, ({ items, seed }) => `已抽取 ${items.length} 件，种子 ${seed}`),
  );
}

const percent = (value: number | null) => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);
const words = ({ count, of, ratio, low, high }: Ratio) => [
  `${count}/${of}`,
  percent(ratio),
  ratio === null ? '—' : `${percent(low)} ~ ${percent(high)}`,
];

async function report(id: string, { json }: { json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async (home) => {
    const found = await recheckReport(home.db, id);
    if (!found) throw new Refused(`没有复核批次 ${id}`);
    if (json) return printJson(found);
    const rows = [
      ['一致率', ...words(found.agreement)],
      ['疑点结论差错率', ...words(found.findingErrors)],
      ['漏查率', ...words(found.overlooked)],
      ...found.byRule.map(({ ruleId, errors }) => [ruleId, ...words(errors)]),
    ];
    process.stdout.write(
      `批次 ${id}，种子 ${found.seed}，抽取人 ${found.drawnBy}\n${textTable([['', '件数', '比率', '95% 置信区间'], ...rows], 1)}\n`,
    );
  });
}
