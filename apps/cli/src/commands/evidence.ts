// Evidence packages: taken from a home, and decided again from the file alone.
import { existsSync, readFileSync } from 'node:fs';
import { formatYuan } from '@hengjian/domain';
import { verifyEvidence } from '@hengjian/workflows';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, refuse, said } from '../refuse.ts';

const add: AddCommand = (program, context) => {
  const root = program.command('evidence').description('证据包：疑点所依据的全部内容（在疑点页导出）');
  root
    .command('verify')
    .description('只凭证据包重新判断这条疑点，与包里写的逐项对照；不需要数据库')
    .argument('<证据包.json>', '疑点页“导出证据包”得到的文件')
    .option('--json', '输出 JSON')
    .action((file: string, options: { json?: boolean }) => verify(file, options, context()));
};
export default add;

function verify(file: string, { json }: { json?: boolean }, { language }: CliContext): void {
  if (!existsSync(file)) throw new Refused(`没有这个文件：${file}`);
  const { findingId, issues, decided } = verifyEvidence(readFileSync(file, 'utf8'));
  if (json) printJson({ ok: issues.length === 0, findingId, decided, issues: said(issues, language) });
  if (issues.length > 0) {
    if (json) throw new Refused('');
    refuse(issues, false, language);
  }
  if (json || !decided) return;
  const fund = decided.fundFen === null ? '未定' : `${formatYuan(decided.fundFen)} 元`;
  process.stdout.write(
    `证据包完好，疑点 ${findingId} 重新判断的结果相同\n涉及金额 ${formatYuan(decided.amountFen)} 元，其中基金 ${fund}\n`,
  );
}
