// `form write`: a published document or a plan in force in the official layouts, as docx and xlsx.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeForms, writeFormsWorkbook } from '@hengjian/documents';
import { type DocumentKind, documentOfPlan, type ReadDocument } from '@hengjian/domain';
import { openHome, planStoreOf } from '@hengjian/store';
import { type Command, InvalidArgumentError } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, refuse } from '../refuse.ts';
import { readFile, sayReadingIssue } from './read.ts';

const KINDS: readonly DocumentKind[] = ['overall', 'project', 'regional-transfer', 'self-evaluation', 'monitoring'];

interface Options {
  plan?: string;
  out?: string;
  xlsx?: string;
  as?: DocumentKind;
  json?: boolean;
}

const kindOf = (text: string): DocumentKind => {
  const kind = KINDS.find((one) => one === text);
  if (!kind) throw new InvalidArgumentError(`只能是 ${KINDS.join('、')}`);
  return kind;
};

export function addWrite(form: Command, context: () => CliContext): void {
  form
    .command('write')
    .description('按规定格式写出绩效表（Word、Excel）：目标申报表、区域目标表、监控表、自评表')
    .argument('[文件]', '已有的绩效文件；不给则用 --plan')
    .option('--plan <计划编号>', '写出在用的计划')
    .option('--out <文件>', '写到 docx')
    .option('--xlsx <文件>', '写到 xlsx')
    .option('--as <表种>', 'overall、project、regional-transfer、self-evaluation、monitoring（默认与原文件相同）', kindOf)
    .option('--json', '输出 JSON')
    .action((file: string | undefined, options: Options, command: Command) => {
      if ((file === undefined) === (options.plan === undefined)) command.error('给一个文件，或者给 --plan', { exitCode: 2 });
      if (!options.out && !options.xlsx) command.error('给 --out 或 --xlsx', { exitCode: 2 });
      return run(file, options, context());
    });
}

async function documentOf(file: string | undefined, options: Options, context: CliContext): Promise<ReadDocument> {
  if (file !== undefined) {
    const outcome = await readFile(file, context.language);
    if (outcome.ok) return outcome.value.document;
    throw new Refused(outcome.issues.map((issue) => sayReadingIssue(issue, context.language)).join('\n'));
  }
  const home = await openHome(context.home);
  try {
    const id = options.plan as string;
    const adopted = await planStoreOf(home.db).plan(id);
    return adopted
      ? documentOfPlan(adopted.plan)
      : refuse([{ code: 'plan.unknown', severity: 'error', facts: { id } }], options.json, context.language);
  } finally {
    await home.close();
  }
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, bytes);
}

async function run(file: string | undefined, options: Options, context: CliContext): Promise<void> {
  const document = await documentOf(file, options, context);
  const wishes = options.as ? { as: options.as } : {};
  if (options.out) write(options.out, await writeForms(document, wishes));
  if (options.xlsx) write(options.xlsx, await writeFormsWorkbook(document, wishes));
  const indicators = document.projects.reduce((sum, project) => sum + project.indicators.length, 0);
  const told = { forms: document.projects.length, indicators, out: options.out ?? null, xlsx: options.xlsx ?? null };
  if (options.json) return printJson(told);
  process.stdout.write(`写出 ${told.forms} 张表，指标 ${told.indicators} 行：${[options.out, options.xlsx].filter(Boolean).join('、')}\n`);
}
