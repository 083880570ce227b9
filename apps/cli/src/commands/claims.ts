import { claimsIssueText } from '@hengjian/domain';
import { claimsImporter, openHome } from '@hengjian/store';
import { type ImportReport, type ImportStep, importClaims } from '@hengjian/workflows';
import { type AddCommand, Refused } from '../command.ts';

const steps: Record<ImportStep, string> = {
  sweep: '清理',
  inspect: '检查文件',
  stage: '读取各表',
  lines: '读取费用明细',
  net: '冲抵退费并入库',
  switch: '切换',
};

const add: AddCommand = (program, context) => {
  const claims = program.command('claims').description('导入医保结算数据');
  claims
    .command('import')
    .description('把一个数据目录(CSV 或 Parquet,国家字段名)导入')
    .argument('<dir>', '数据目录')
    .option('--accept-rejects', '不合格的行超过 5% 时仍导入合格的行')
    .option('--json', '输出 JSON')
    .action(async (folder: string, options: { acceptRejects?: boolean; json?: boolean }) => {
      const { home: folderOfHome, language, interactive } = context();
      const home = await openHome(folderOfHome);
      try {
        const outcome = await importClaims(claimsImporter(home), {
          folder,
          acceptRejects: options.acceptRejects === true,
          progress: (step, done, total) => {
            if (interactive) process.stderr.write(`\r\x1b[K${steps[step]} ${bar(done, total)}`);
          },
        });
        if (interactive) process.stderr.write('\r\x1b[K');
        for (const issue of outcome.issues) process.stderr.write(`${claimsIssueText(issue, language)}\n`);
        if (!outcome.ok) {
          if (options.json) process.stdout.write(`${JSON.stringify({ ok: false, issues: outcome.issues }, null, 2)}\n`);
          throw new Refused('没有导入,原有数据不变');
        }
        process.stdout.write(
          options.json
            ? `${JSON.stringify({ ok: true, ...outcome.value, issues: outcome.issues }, null, 2)}\n`
            : `${summary(outcome.value)}\n`,
        );
      } finally {
        await home.close();
      }
    });
};
export default add;

const bar = (done: number, total: number) => {
  const width = 24;
  const filled = total > 0 ? Math.round((done / total) * width) : 0;
  return `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}] ${done}/${total}`;
};

function summary(report: ImportReport): string {
  const lines = ['表          读入        新增      新版本      已有      拒绝'];
  for (const [table, c] of Object.entries(report.tables))
    lines.push([table.padEnd(10), ...[c.read, c.added, c.changed, c.skipped, c.rejected].map((n) => String(n).padStart(10))].join(''));
  const n = report.netting;
  lines.push(
    `冲抵:退费结算 ${n.reversedSettlements} 笔(明细 ${n.reversedLines} 行),退费明细 ${n.refundLines} 行,冲减 ${n.reducedLines} 行、冲完 ${n.emptiedLines} 行,无法对应 ${n.unmatched}`,
  );
  for (const u of report.unknownCodes) lines.push(`未知代码:${u.field} = ${u.code}(${u.rows} 行),按未知处理`);
  for (const [table, c] of Object.entries(report.tables))
    if (c.unknownColumns.length > 0) lines.push(`${table} 中不认识的列:${c.unknownColumns.join('、')}`);
  if (report.rejectedFile) lines.push(`不合格的行:${report.rejectedFile}`);
  lines.push(`当前版本 ${report.version},用时 ${report.seconds} 秒`);
  return lines.join('\n');
}
