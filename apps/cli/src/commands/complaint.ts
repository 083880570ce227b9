// 举报投诉: the table of rewards of a region.
import { complaintWords, formatDay, parseDay, type RewardRule } from '@hengjian/domain';
import { wallClock } from '@hengjian/server';
import { bureauRegion, complaintBookOf, openHome, replaceRewardRules } from '@hengjian/store';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson } from '../refuse.ts';
import { readJson } from '../rule/with-home.ts';
import { textTable } from '../text-table.ts';

const add: AddCommand = (program, context) => {
  const rewards = program
    .command('complaint')
    .description('举报投诉')
    .command('rewards')
    .description('举报奖励标准（按地区、对象、金额分档）');
  rewards
    .command('import')
    .description(
      '以文件替换本地区的标准：JSON 数组，每条 { object, fromYuan, toYuan?, percent, floorYuan, capYuan, insiderFactor?, from?, to?, source }',
    )
    .argument('<file>', 'JSON 文件')
    .requiredOption('--by <name>', '经办人')
    .action((file: string, { by }: { by: string }) => importRewards(file, by, context()));
  rewards
    .command('list')
    .description('在用的标准')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => listRewards(options, context()));
};
export default add;

async function importRewards(file: string, by: string, { home: folder }: CliContext): Promise<void> {
  const rows = readJson(file);
  if (!Array.isArray(rows)) throw new Refused(`${file}：应为 JSON 数组`);
  const home = await openHome(folder);
  try {
    const region = await bureauRegion(home.db);
    const rules = rows.map((row, i) => ruleOf(row as Record<string, unknown>, region, `${file} 第 ${i + 1} 条`));
    await replaceRewardRules(home.db, region, rules, by, wallClock());
    process.stdout.write(`已录入 ${rules.length} 条奖励标准（地区 ${region}）\n`);
  } finally {
    await home.close();
  }
}

/** One row of the file; the place and the field of what is wrong with it. */
function ruleOf(row: Record<string, unknown>, region: string, place: string): RewardRule {
  const wrong = (field: string): never => {
    throw new Refused(`${place}：${field} 缺失或不对`);
  };
  const scaled = (field: string, factor: number, standard?: number): number => {
    const value = row[field] ?? standard;
    const whole = typeof value === 'number' ? Math.round(value * factor) : Number.NaN;
    return Number.isSafeInteger(whole) && whole >= 0 && Math.abs((value as number) * factor - whole) < 1e-6 ? whole : wrong(field);
  };
  const day = (field: string): number | null => (row[field] === undefined ? null : (parseDay(String(row[field])) ?? wrong(field)));
  const object = String(row.object);
  if (object !== '*' && !(object in complaintWords.objects)) wrong('object');
  return {
    region,
    object: object as RewardRule['object'],
    fromFen: scaled('fromYuan', 100, 0),
    toFen: row.toYuan === undefined || row.toYuan === null ? null : scaled('toYuan', 100),
    rate: scaled('percent', 100),
    floorFen: scaled('floorYuan', 100, 0),
    capFen: scaled('capYuan', 100),
    insiderFactor: scaled('insiderFactor', 100, 1),
    fromDay: day('from'),
    toDay: day('to'),
    source: typeof row.source === 'string' && row.source.trim() ? row.source.trim() : wrong('source'),
  };
}

async function listRewards({ json }: { json?: boolean }, { home: folder, language }: CliContext): Promise<void> {
  const home = await openHome(folder);
  try {
    const rules = await complaintBookOf(home.db).rewardRules();
    if (json) return printJson(rules);
    const yuan = (fen: number | null) => (fen === null ? '—' : (fen / 100).toFixed(2));
    const cells = rules.map((rule) => [
      rule.region,
      rule.object === '*' ? '*' : complaintWords.objects[rule.object][language],
      `${yuan(rule.fromFen)} ~ ${yuan(rule.toFen)}`,
      `${rule.rate / 100}%`,
      yuan(rule.floorFen),
      yuan(rule.capFen),
      String(rule.insiderFactor / 100),
      `${rule.fromDay === null ? '不限' : formatDay(rule.fromDay)} ~ ${rule.toDay === null ? '不限' : formatDay(rule.toDay)}`,
      rule.source,
    ]);
    process.stdout.write(
      `${textTable([['地区', '对象', '查实金额（元）', '比例', '最低', '最高', '内部人员', '有效期', '依据'], ...cells], 9)}\n`,
    );
  } finally {
    await home.close();
  }
}
