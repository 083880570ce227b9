// 预警: run over a period, what there is, and how right it is.
import { alertWords, type Day, formatDay, type UnaskedReason } from '@hengjian/domain';
import { alertRun, perform } from '@hengjian/server';
import { alertStandings, openHome, storyPage } from '@hengjian/store';
import { type AlertReport, alertShelf } from '@hengjian/workflows';
import { InvalidArgumentError, Option } from 'commander';
import { type TruthOptions, truth } from '../alert/truth.ts';
import { dayArgument } from '../arguments.ts';
import type { AddCommand } from '../command.ts';
import type { CliContext } from '../context.ts';
import { progressLine } from '../progress.ts';
import { printJson, refuse } from '../refuse.ts';
import { textTable } from '../text-table.ts';

interface RunOptions {
  from?: Day;
  to?: Day;
  alert?: string[];
  changed?: boolean;
  json?: boolean;
}

const whole = (text: string): number => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) throw new InvalidArgumentError('应为整数');
  return value;
};

const add: AddCommand = (program, context) => {
  const alert = program.command('alert').description('监测预警：只提示，不拦截任何结算');
  alert
    .command('run')
    .description('在一段时间的数据上运行预警（默认最近一年）')
    .option('--from <日期>', '开始日期（含）', dayArgument)
    .option('--to <日期>', '截止日期（含）', dayArgument)
    .option('--alert <id...>', '只运行这些预警')
    .addOption(new Option('--changed', '只重新判断上次运行以来数据变动触及的对象，结果与全部重跑相同').conflicts(['from', 'to']))
    .option('--json', '输出 JSON')
    .action((options: RunOptions) => run(options, context()));
  alert
    .command('list')
    .description('列出全部预警，和已了结事项中各自的查准率')
    .option('--stories', '列出预警事项')
    .option('--json', '输出 JSON')
    .action((options: { stories?: boolean; json?: boolean }) => list(options, context()));
  alert
    .command('truth')
    .description('用埋设了已知情形的合成城市测算各预警的查准率与查全率')
    .option('--persons <n>', '参保人数', whole, 8000)
    .option('--seed <s>', '随机种子', whole, 7)
    .option('--out <file>', '写成 Markdown 文件')
    .option('--json', '输出 JSON')
    .action((options: TruthOptions) => truth(options, context()));
};
export default add;

async function run({ alert, from, to, changed, json }: RunOptions, { home: folder, interactive, language }: CliContext): Promise<void> {
  const home = await openHome(folder);
  try {
    const bar = progressLine(interactive, '预警');
    const wish = {
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
      ...(alert && { alertIds: alert }),
      ...(changed && { changed }),
    };
    const outcome = await perform(home, alertRun, wish, ({ done, total }) => bar.show(done, total));
    bar.clear();
    if (!outcome.ok) return refuse(outcome.issues, json, language);
    if (json) printJson(outcome.value);
    else process.stdout.write(`${runText(outcome.value)}\n`);
  } finally {
    await home.close();
  }
}

function runText(reports: readonly AlertReport[]): string {
  const reasons = (unasked: Readonly<Record<string, number>>) =>
    Object.entries(unasked)
      .filter(([, n]) => n > 0)
      .map(([reason, n]) => `${alertWords.unasked[reason as UnaskedReason].zh} ${n}`)
      .join(',') || '—';
  const rows = reports.map((one) => [
    one.alertId,
    String(one.asked),
    String(one.signals),
    String(one.saved.added),
    String(one.saved.changed),
    String(one.saved.withdrawn),
    String(one.saved.stories),
    reasons(one.unasked),
    String(one.milliseconds),
  ]);
  const first = reports[0];
  const period = first ? `${formatDay(first.from)} 至 ${formatDay(first.to)}\n` : '';
  return `${period}${textTable([['预警', '判断', '信号', '新增', '变动', '撤销', '新事项', '不能判断', '毫秒'], ...rows], 1)}`;
}

async function list({ stories, json }: { stories?: boolean; json?: boolean }, { home: folder, language }: CliContext): Promise<void> {
  const home = await openHome(folder);
  try {
    if (stories) {
      const { rows } = await storyPage(home.db, { offset: 0, limit: 10_000 });
      if (json) return printJson(rows);
      const told = rows.map((one) => [
        one.storyId,
        alertWords.monitors[one.monitor as keyof typeof alertWords.monitors][language],
        one.subjectNo,
        `${formatDay(one.fromDay)} ~ ${formatDay(one.toDay)}`,
        String(one.signalCount),
        one.alertIds.join(','),
        alertWords.states[one.state][language],
      ]);
      process.stdout.write(`${textTable([['事项', '监测', '对象', '日期', '信号', '预警', '状态'], ...told], 3)}\n`);
      return;
    }
    const standings = new Map((await alertStandings(home.db)).map((one) => [one.alertId, one]));
    const rows = Object.values(alertShelf).map((alert) => ({ alert, standing: standings.get(alert.id) }));
    if (json)
      return printJson(rows.map(({ alert, standing }) => ({ id: alert.id, title: alert.title, monitor: alert.monitor, ...standing })));
    const told = rows.map(({ alert, standing }) => {
      const [right, wrong] = [standing?.right ?? 0, standing?.wrong ?? 0];
      return [
        alert.id,
        alert.title[language],
        alertWords.monitors[alert.monitor][language],
        String(standing?.signals ?? 0),
        String(standing?.open ?? 0),
        String(right + wrong),
        right + wrong === 0 ? '—' : `${((100 * right) / (right + wrong)).toFixed(0)}%`,
      ];
    });
    process.stdout.write(`${textTable([['预警', '名称', '监测', '信号', '未了结', '已了结', '查准率'], ...told], 3)}\n`);
  } finally {
    await home.close();
  }
}
