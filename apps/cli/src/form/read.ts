// `form read`: published performance documents, as a table for people or as JSON (contracts §2).
import { readFileSync } from 'node:fs';
import { type DocumentReading, readDocument } from '@hengjian/documents';
import {
  type Issue,
  type Language,
  type Outcome,
  type ReadDocument,
  type ReadIndicator,
  readingMessages,
  sayIssue,
} from '@hengjian/domain';
import type { Command } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { columns } from './table.ts';

/** Reads one file from disk; a file that cannot be opened is a refusal like one that holds no form. */
export async function readFile(file: string): Promise<Outcome<DocumentReading>> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? (error as Error).message;
    return { ok: false, issues: [{ code: 'reading.unreadable-file', severity: 'error', file, facts: { reason } }] };
  }
  return readDocument(bytes, file);
}
const REASONS: Record<string, string> = { ENOENT: '文件不存在', EACCES: '没有读取权限', EISDIR: '这是一个文件夹', EPERM: '没有读取权限' };

export const sayReadingIssue = (issue: Issue, language: Language): string => sayIssue(issue, readingMessages, language);

export function addRead(form: Command, context: () => CliContext): void {
  form
    .command('read')
    .description('读取绩效目标表、自评表(文本、Word、Excel、网页、PDF)')
    .argument('<文件...>', '要读取的文件')
    .option('--json', '输出 JSON')
    .action(async (files: string[], options: { json?: boolean }) => {
      const read: ReadDocument[] = [];
      let refused = 0;
      for (const file of files) {
        const outcome = await readFile(file);
        if (outcome.ok) {
          read.push(outcome.value.document);
          if (!options.json) process.stdout.write(`${printed(outcome.value.document)}\n`);
        } else {
          refused += 1;
          for (const issue of outcome.issues) process.stderr.write(`${sayReadingIssue(issue, context().language)}\n`);
        }
      }
      if (options.json) process.stdout.write(`${JSON.stringify(read, null, 2)}\n`);
      if (refused) throw new Refused('');
    });
}

const KINDS: Record<ReadDocument['kind'], string> = {
  overall: '整体支出绩效目标',
  project: '项目支出绩效目标',
  'regional-transfer': '转移支付区域绩效目标',
  'self-evaluation': '绩效自评',
  monitoring: '绩效运行监控',
};

const target = (indicator: ReadIndicator): string =>
  indicator.value === null
    ? '—'
    : `${indicator.operator === 'qualitative' ? '' : indicator.operator}${indicator.value}${indicator.unit ?? ''}`;
const orBlank = (value: number | string | null): string => (value === null ? '' : String(value));

/** The reading as people check it against the document: a * marks what was repaired. */
export function printed(document: ReadDocument): string {
  const { totalWan, basicWan, projectWan } = document.totals;
  const wan = (value: number | null) => (value === null ? '—' : `${value} 万元`);
  const lines = [
    `${document.file}`,
    `${document.org ?? '（没有写明部门）'} · ${document.year ?? '年度不明'} · ${KINDS[document.kind]}`,
    ...(totalWan === null && basicWan === null && projectWan === null
      ? []
      : [`预算合计 ${wan(totalWan)}，基本支出 ${wan(basicWan)}，项目支出 ${wan(projectWan)}`]),
  ];
  for (const project of document.projects) {
    lines.push(
      '',
      `【${project.name || '（没有项目名称）'}】 预算 ${wan(project.budgetWan)} · 目标 ${project.goals.length} 条 · 指标 ${project.indicators.length} 条`,
    );
    const scored = project.indicators.some((indicator) => indicator.score !== null || indicator.actual !== null);
    const head = ['行', '', '一级', '二级', '三级指标', '指标值', '权重', ...(scored ? ['完成值', '得分'] : [])];
    let above: ReadIndicator | null = null;
    const rows = project.indicators.map((indicator) => {
      const same = above?.level1 === indicator.level1 && above?.group === indicator.group;
      const row = [
        String(indicator.line),
        indicator.repairs.length ? '*' : '',
        same ? '' : `${indicator.group ? `${indicator.group} ` : ''}${indicator.level1 ?? '—'}`,
        same && above?.level2 === indicator.level2 ? '' : (indicator.level2 ?? '—'),
        indicator.name,
        target(indicator),
        orBlank(indicator.weight),
        ...(scored ? [orBlank(indicator.actual), orBlank(indicator.score)] : []),
      ];
      above = indicator;
      return row;
    });
    lines.push(...columns([head, ...rows]));
  }
  if (document.warnings.length)
    lines.push('', '提示（* 为已修复的行）：', ...document.warnings.map((warning) => `  第 ${warning.line} 行：${warning.message}`));
  return `${lines.join('\n')}\n`;
}
