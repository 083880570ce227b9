// Accounted calls of the audit: asked again, those that were cut short, and the national table of reminders as a file.
import { writeFileSync } from 'node:fs';
import { formatYuan, type Language, interfaceMessages as say } from '@hengjian/domain';
import { interfaceRecheck, perform, type ReplayAs, replayOf } from '@hengjian/server';
import { type Home, openHome, warningsCsv } from '@hengjian/store';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { textTable } from '../text-table.ts';
import { dayOf } from './feed.ts';

/** The number of a call as an answer shows it: alone, or within that of a reminder (`A1764-1`). */
function serialOf(text: string): number {
  const number = /^A?(\d{1,18})(-\d+)?$/.exec(text)?.[1];
  if (number === undefined) throw new InvalidArgumentError('A123-1 / 123');
  return Number(number);
}

export function addCalls(root: Command, context: () => CliContext): void {
  root
    .command('replay')
    .description('把一次已答复的审核调用重新问一遍，看结论有什么不同')
    .argument('<call>', '调用号，或应答里的提醒编号 jr_id', serialOf)
    .addOption(new Option('--as <何时>', 'then:当时的规则、知识和病史；now:现在的').choices(['then', 'now']).default('then'))
    .option('--json', '输出 JSON')
    .action((call: number, options: { as: ReplayAs; json?: boolean }) =>
      withHome(context(), (home, language) => replay(home, language, call, options)),
    );
  root
    .command('recheck')
    .description('补审：没来得及判断完的调用重新判断（服务运行时每分钟自动进行）')
    .action(() =>
      withHome(context(), async (home, language) => {
        const outcome = await perform(home, interfaceRecheck, {}, () => {});
        if (!outcome.ok) throw new Refused(outcome.issues.map(({ code }) => code).join('\n'));
        process.stdout.write(`${say.rechecked[language](outcome.value)}\n`);
      }),
    );
  root
    .command('warnings')
    .description('导出事前提醒结果表（国家平台 warn_rslt 的字段）')
    .option('--from <day>', '从这一天起', dayOf)
    .option('--to <day>', '到这一天止', dayOf)
    .requiredOption('--out <file>', '写到这个 CSV 文件')
    .action((options: { from?: number; to?: number; out: string }) =>
      withHome(context(), async (home, language) => {
        const { text, rows } = await warningsCsv(home.db, options);
        writeFileSync(options.out, text, { mode: 0o600 });
        process.stdout.write(`${say.exported[language]({ rows, file: options.out })}\n`);
      }),
    );
}

async function withHome(context: CliContext, work: (home: Home, language: Language) => Promise<void>): Promise<void> {
  const home = await openHome(context.home);
  try {
    await work(home, context.language);
  } finally {
    await home.close();
  }
}

async function replay(home: Home, language: Language, call: number, { as, json }: { as: ReplayAs; json?: boolean }): Promise<void> {
  const replayed = await replayOf(home, call, as);
  if ('refused' in replayed) throw new Refused(say[`replay_${replayed.refused}`][language]({ call }));
  if (json) {
    process.stdout.write(`${JSON.stringify(replayed, null, 2)}\n`);
    return;
  }
  const { lines, historyChanged } = replayed;
  const rows = lines.map(({ mark, before, after }) => {
    const one = after ?? before;
    const editions = before && after && before.edition !== after.edition ? `${before.edition} → ${after.edition}` : String(one?.edition);
    return [say[`mark_${mark}`][language]({}), one?.ruleId ?? '', editions, formatYuan(one?.amountFen ?? 0), one?.sentence ?? ''];
  });
  const head = language === 'zh' ? ['结果', '规则', '版本', '金额', '提醒'] : ['result', 'rule', 'edition', 'amount', 'reminder'];
  const different = lines.filter(({ mark }) => mark !== 'same').length;
  process.stdout.write(`${say.replayed[language]({ call, as, lines: lines.length, different })}\n`);
  if (rows.length > 0) process.stdout.write(`${textTable([head, ...rows], 3)}\n`);
  if (historyChanged && as === 'now') process.stdout.write(`${say.historyChanged[language]({})}\n`);
}
