// rule calibrate: candidate thresholds of a rule over a past period, side by side.
import { formatYuan } from '@hengjian/domain';
import { trialPortsOf } from '@hengjian/server';
import { decisionBookOf } from '@hengjian/store';
import { type Candidate, calibrate } from '@hengjian/workflows';
import type { Command } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { readTruth } from '../finding/truth.ts';
import { progressLine } from '../progress.ts';
import { textTable } from '../text-table.ts';
import { answer, dayOption, withHome } from './with-home.ts';

interface Options {
  parameter: string;
  values: string[];
  from: string;
  to: string;
  truth?: string;
  json?: boolean;
}

export function addCalibrate(rule: Command, context: () => CliContext): void {
  rule
    .command('calibrate')
    .description('校准：一个参数的几个取值在过去的期间各会点名多少机构、就诊和金额，已认定疑点中有多少被推翻（不进疑点库）')
    .argument('<rule>', '规则编号（在用的版本）')
    .requiredOption('--parameter <name>', '参数，如 scoreTenths')
    .requiredOption('--values <n...>', '要比较的取值（整数）；在用的取值总在其中')
    .requiredOption('--from <日期>', '开始日期（含）')
    .requiredOption('--to <日期>', '截止日期（含）')
    .option('--truth <truth.csv>', '模拟城市的已知违规：另列查准率和查全率')
    .option('--json', '输出 JSON')
    .action((ruleId: string, options: Options) => run(ruleId, options, context()));
}

async function run(ruleId: string, options: Options, context: CliContext): Promise<void> {
  const { language, interactive } = context;
  const day = (text: string) => dayOption(text, options.json, language) as number;
  const values = options.values.flatMap((text) => text.split(/[,、]/)).map(Number);
  if (values.some((value) => !Number.isSafeInteger(value))) throw new Refused(`取值应为整数：${options.values.join(' ')}`);
  const truth = options.truth === undefined ? undefined : await readTruth(options.truth);
  await withHome(context, async (home) => {
    const bar = progressLine(interactive, '校准');
    const outcome = await calibrate(
      { ...(await trialPortsOf(home)), decisions: decisionBookOf(home.db) },
      {
        ruleId,
        parameter: options.parameter,
        values,
        period: { from: day(options.from), to: day(options.to) },
        ...(truth && { truth }),
        progress: (done, total) => bar.show(done, total),
      },
    );
    bar.clear();
    const told = outcome.ok ? { ...outcome, value: { candidates: outcome.value.candidates } } : outcome;
    answer(told, options, language, ({ candidates }) => tableOf(candidates));
  });
}

const share = (value: number | null): string => (value === null ? '—' : `${(value * 100).toFixed(1)}%`);

function tableOf(candidates: readonly Candidate[]): string {
  const known = candidates.some(({ truth }) => truth !== null);
  const head = ['取值', '疑点', '机构', '就诊', '金额（元）', '已认定', '推翻', '误报率', ...(known ? ['已知', '查准率', '查全率'] : [])];
  const rows = candidates.map(({ value, inForce, upheld, overturned, truth, ...c }) => [
    `${value}${inForce ? '（在用）' : ''}`,
    String(c.findings),
    String(c.providers),
    String(c.encounters),
    formatYuan(c.amountFen),
    String(upheld + overturned),
    String(overturned),
    share(upheld + overturned === 0 ? null : overturned / (upheld + overturned)),
    ...(known ? [String(truth?.planted ?? 0), share(truth?.precision ?? null), share(truth?.recall ?? null)] : []),
  ]);
  return textTable([head, ...rows], 1);
}
