import path from 'node:path';
import { claimsIssueText, type Language, claimsReportMessages as say } from '@hengjian/domain';
import { claimsCompact, claimsImport, perform } from '@hengjian/server';
import { openHome } from '@hengjian/store';
import type { ImportReport, ImportStep } from '@hengjian/workflows';
import { dayArgument } from '../arguments.ts';
import { type ArrivalOptions, arrivals } from '../claims/arrivals.ts';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';

const add: AddCommand = (program, context) => {
  const claims = program.command('claims').description('导入医保结算数据');
  claims
    .command('import')
    .description('把一个数据目录（CSV 或 Parquet，国家字段名）导入；全部导入或全部不导入')
    .argument('<dir>', '数据目录')
    .option('--accept-rejects', '不合格的行超过 5% 时仍导入合格的行')
    .option('--json', '输出 JSON')
    .action(async (folder: string, options: { acceptRejects?: boolean; json?: boolean }) => {
      const { home: homeFolder, language, interactive } = context();
      const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
      const home = await openHome(homeFolder);
      try {
        const request = { folder: path.resolve(folder), acceptRejects: options.acceptRejects === true };
        const outcome = await perform(home, claimsImport, request, ({ step, done, total }) => {
          if (interactive) process.stderr.write(`\r\x1b[K${say.step[language]({ step: step as ImportStep })} ${bar(done, total)}`);
        });
        if (interactive) process.stderr.write('\r\x1b[K');
        const issues = outcome.issues.map((issue) => ({ ...issue, message: claimsIssueText(issue, language) }));
        for (const { message } of issues) process.stderr.write(`${message}\n`);
        if (!outcome.ok) {
          if (options.json) print({ ok: false, issues });
          throw new Refused(say.refused[language]({}));
        }
        if (options.json) print({ ok: true, ...outcome.value, issues });
        else process.stdout.write(`${summary(outcome.value, language)}\n`);
      } finally {
        await home.close();
      }
    });
  claims
    .command('compact')
    .description('把每日导入留下的增量合并进主数据（数据不变，查询和审核更快）；增量过多时导入会自动合并')
    .option('--json', '输出 JSON')
    .action((options: Compact) => compact(options, context()));
  claims
    .command('arrivals')
    .description('到达的结算与清算对账单逐月核对，并列出停传、骤减、骤增的机构；有不一致时退出码为 1')
    .option('--from <日期>', '开始日期（默认数据的第一天）', dayArgument)
    .option('--to <日期>', '结束日期（默认数据的最后一天）', dayArgument)
    .option('--json', '输出 JSON')
    .action((options: ArrivalOptions) => arrivals(options, context()));
};

interface Compact {
  json?: boolean;
}

/** The same lake with nothing left in deltas. */
async function compact(options: Compact, { home: folder, language, interactive }: CliContext): Promise<void> {
  const home = await openHome(folder);
  try {
    const outcome = await perform(home, claimsCompact, {}, ({ step, done, total }) => {
      if (interactive) process.stderr.write(`\r\x1b[K${say.step[language]({ step: step as ImportStep })} ${bar(done, total)}`);
    });
    if (interactive) process.stderr.write('\r\x1b[K');
    const issues = outcome.issues.map((issue) => ({ ...issue, message: claimsIssueText(issue, language) }));
    if (options.json)
      process.stdout.write(`${JSON.stringify(outcome.ok ? { ok: true, ...outcome.value } : { ok: false, issues }, null, 2)}\n`);
    if (!outcome.ok) throw new Refused(issues.map(({ message }) => message).join('\n'));
    if (!options.json) process.stdout.write(`${say.compacted[language](outcome.value)}\n`);
  } finally {
    await home.close();
  }
}
export default add;

const bar = (done: number, total: number) => {
  const width = 24;
  const filled = total > 0 ? Math.round((done / total) * width) : 0;
  return `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`;
};

function summary(report: ImportReport, language: Language): string {
  const tables = Object.entries(report.tables);
  return [
    say.header[language]({}),
    ...tables.map(([table, c]) =>
      [table.padEnd(10), ...[c.read, c.added, c.changed, c.skipped, c.rejected].map((n) => String(n).padStart(8))].join(''),
    ),
    say.netting[language](report.netting),
    ...report.unknownCodes.map((code) => say.unknownCode[language](code)),
    ...tables.flatMap(([, { file, unknownColumns }]) =>
      unknownColumns.length > 0 ? [say.unknownColumns[language]({ file, columns: unknownColumns.join(', ') })] : [],
    ),
    ...(report.rejectedFile ? [say.rejected[language]({ file: report.rejectedFile })] : []),
    say.done[language](report),
  ].join('\n');
}
