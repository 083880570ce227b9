// The feed of national messages: what came, and its way into the lake.
import { formatDay, formatYuan, type Language, parseDay, intakeMessages as say } from '@hengjian/domain';
import { interfaceFold, perform, wallClock } from '@hengjian/server';
import { type FeedStore, feedStoreOf, type Home, JournalBusy, openHome, withJournal } from '@hengjian/store';
import type { FoldReport, Problem } from '@hengjian/workflows';
import { type Command, InvalidArgumentError } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { textTable } from '../text-table.ts';

export const dayOf = (text: string): number => {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError('yyyy-MM-dd');
  return day;
};

export function addFeed(root: Command, context: () => CliContext): void {
  root
    .command('fold')
    .description('把收到的费用、结算、住院、进销存报文写入数据（服务运行时每隔一段时间自动进行）')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => withHome(context(), (home, language) => fold(home, language, options.json === true)));
  root
    .command('received')
    .description('各机构每天收到多少报文，哪些费用还在等待结算，哪些报文有问题')
    .option('--from <day>', '从这一天起', dayOf)
    .option('--to <day>', '到这一天止', dayOf)
    .option('--provider <编号>', '只看这家机构')
    .option('--json', '输出 JSON')
    .action((options: { from?: number; to?: number; provider?: string; json?: boolean }) =>
      withHome(context(), (home, language) => received(home, language, options)),
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

async function fold(home: Home, language: Language, json: boolean): Promise<void> {
  const outcome = await perform(home, interfaceFold, {}, () => {});
  if (!outcome.ok) {
    if (json) process.stdout.write(`${JSON.stringify({ ok: false, issues: outcome.issues }, null, 2)}\n`);
    throw new Refused(outcome.issues.map(({ code }) => (code === 'intake.journalBusy' ? say.journalBusy[language]({}) : code)).join('\n'));
  }
  process.stdout.write(json ? `${JSON.stringify({ ok: true, ...outcome.value }, null, 2)}\n` : `${summary(outcome.value, language)}\n`);
}

function summary(report: FoldReport, language: Language): string {
  if (report.messages === 0) return say.nothingNew[language]({});
  const rejected = Object.values(report.import?.tables ?? {}).reduce((sum, table) => sum + table.rejected, 0);
  return [
    say.folded[language]({ ...report, version: report.import?.version ?? 0 }),
    ...(rejected > 0 ? [say.foldRejected[language]({ rows: rejected, file: report.import?.rejectedFile ?? '' })] : []),
  ].join('\n');
}

interface Wish {
  from?: number;
  to?: number;
  provider?: string;
  json?: boolean;
}

async function received(home: Home, language: Language, { from, to, provider, json }: Wish): Promise<void> {
  const store: FeedStore = feedStoreOf(home.db);
  // where no server runs nobody else has taken in what the journal holds
  await withJournal(home, (journal) => store.follow(journal, wallClock())).catch((error) => {
    if (!(error instanceof JournalBusy)) throw error;
  });
  const period = {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(provider !== undefined && { providerNo: provider }),
  };
  const rows = await store.received(period);
  const mine = ({ providerNo }: { providerNo: string | null }) => provider === undefined || providerNo === provider;
  const [waiting, damages] = [(await store.waiting()).filter(mine), await store.damages()];
  if (json) {
    const days = rows.map(({ day, ...row }) => ({ day: formatDay(day), ...row }));
    process.stdout.write(`${JSON.stringify({ received: days, waiting, damages }, null, 2)}\n`);
    return;
  }
  const head = language === 'zh' ? ['日期', '机构', '交易', '报文数'] : ['day', 'institution', 'message', 'count'];
  const table = [head, ...rows.map((row) => [formatDay(row.day), row.providerNo, row.infno, String(row.messages)])];
  const open = waiting.filter(({ waitingLines }) => waitingLines > 0);
  const lines = [
    rows.length > 0 ? textTable(table, 3) : say.nothingNew[language]({}),
    say.waiting[language]({
      encounters: open.length,
      lines: open.reduce((sum, row) => sum + row.waitingLines, 0),
      yuan: formatYuan(open.reduce((sum, row) => sum + row.waitingFen, 0)),
    }),
    ...waiting.flatMap(({ encounterNo, problems }) =>
      problems.map((problem) => say.problems[language]({ encounterNo, what: say[problem as Problem][language]({}) })),
    ),
    ...damages.map((damage) => say.damage[language](damage)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}
