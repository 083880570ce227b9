// 支付方式: grouping packs and schemes from files.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readPack, readPaymentScheme } from '@hengjian/documents';
import { type Issue, sayIssue, sentences } from '@hengjian/domain';
import { wallClock } from '@hengjian/server';
import { openHome, paymentStoreOf } from '@hengjian/store';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';

const add: AddCommand = (program, context) => {
  const payment = program.command('payment').description('按病组（DRG）、病种分值（DIP）付费：分组方案包和支付方案');
  payment
    .command('pack')
    .description('导入 DRG 分组方案包：一个文件夹（每张表一个 csv 或 csv.gz）或一个工作簿（每张表一个工作表）')
    .argument('<path>', '文件夹、xlsx 或 zip')
    .requiredOption('--id <id>', '方案包编号')
    .requiredOption('--title <title>', '名称')
    .option('--source <source>', '依据文件', '')
    .requiredOption('--by <name>', '经办人')
    .action((file: string, options: PackOptions) => importPack(file, options, context()));
  payment
    .command('import')
    .description('导入支付方案工作簿（模板在控制台“支付方式”页下载）')
    .argument('<file>', 'xlsx')
    .requiredOption('--by <name>', '经办人')
    .action((file: string, { by }: { by: string }) => importScheme(file, by, context()));
};
export default add;

interface PackOptions {
  id: string;
  title: string;
  source: string;
  by: string;
}

const refused = (issues: readonly Issue[], { language }: CliContext) =>
  new Refused(issues.map((issue) => sayIssue(issue, sentences, language)).join('\n'));
const issueOf = (code: string, facts: Record<string, unknown>): Issue => ({ code, severity: 'error', facts });

async function importPack(from: string, { id, title, source, by }: PackOptions, context: CliContext): Promise<void> {
  const paths = /\.(xlsx|zip)$/i.test(from)
    ? [from]
    : readdirSync(from)
        .filter((name) => /\.csv(\.gz)?$/i.test(name))
        .map((name) => path.join(from, name));
  const files = paths.map((file) => ({ name: path.basename(file), bytes: readFileSync(file) }));
  const read = await readPack({ packId: id, title, source }, files);
  if (!read.ok) throw refused(read.issues, context);
  const home = await openHome(context.home);
  try {
    const store = paymentStoreOf(home);
    if (await store.pack(id)) throw refused([issueOf('payment.pack-exists', { id })], context);
    await store.addPack(read.value, by, wallClock());
    const { categories, adjacent, groups, mcc, cc, exclusions } = read.value;
    process.stdout.write(
      `已导入分组方案包 ${id}：MDC ${categories.length}，ADRG ${adjacent.length}，DRG ${groups.length}，MCC ${mcc.length}，CC ${cc.length}，排除 ${exclusions.length}\n`,
    );
  } finally {
    await home.close();
  }
}

async function importScheme(file: string, by: string, context: CliContext): Promise<void> {
  const read = await readPaymentScheme(readFileSync(file), path.basename(file));
  if (!read.ok) throw refused(read.issues, context);
  const scheme = read.value;
  const home = await openHome(context.home);
  try {
    const store = paymentStoreOf(home);
    if (await store.scheme(scheme.schemeId)) throw refused([issueOf('payment.scheme-exists', { id: scheme.schemeId })], context);
    if (scheme.packId !== null && !(await store.pack(scheme.packId)))
      throw refused([issueOf('payment.unknown-pack', { id: scheme.packId })], context);
    await store.addScheme(scheme, by, wallClock());
    process.stdout.write(`已导入支付方案 ${scheme.schemeId}：${scheme.title}，病组 ${scheme.groups.length} 个\n`);
  } finally {
    await home.close();
  }
}
