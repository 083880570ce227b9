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
export async function readFile(file: string, language: Language = 'zh'): Promise<Outcome<DocumentReading>> {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''] ?? { zh: (error as Error).message, en: (error as Error).message };
    return { ok: false, issues: [{ code: 'reading.unreadable-file', severity: 'error', file, facts: { reason: reason[language] } }] };
  }
  return readDocument(bytes, file, language);
}
const REASONS: Record<string, Record<Language, string>> = {
  ENOENT: { zh: '文件不存在', en: 'no such file' },
  EISDIR: { zh: '这是一个文件夹', en: 'it is a folder' },
  EACCES: { zh: '没有读取权限', en: 'no permission to read it' },
  EPERM: { zh: '没有读取权限', en: 'no permission to read it' },
};

export const sayReadingIssue = (issue: Issue, language: Language): string => sayIssue(issue, readingMessages, language);

export function addRead(form: Command, context: () => CliContext): void {
  form
    .command('read')
    .description('读取绩效目标表、自评表（文本、Word、Excel、网页、PDF）')
    .argument('<文件...>', '要读取的文件')
    .option('--json', '输出 JSON')
    .action(async (files: string[], options: { json?: boolean }) => {
      const { language } = context();
      const read: ReadDocument[] = [];
      let refused = 0;
      for (const file of files) {
        const outcome = await readFile(file, language);
        if (outcome.ok) {
          read.push(outcome.value.document);
          if (!options.json) process.stdout.write(`${printed(outcome.value.document, language)}\n`);
        } else {
          refused += 1;
          for (const issue of outcome.issues) process.stderr.write(`${sayReadingIssue(issue, language)}\n`);
        }
      }
      if (options.json) process.stdout.write(`${JSON.stringify(read, null, 2)}\n`);
      if (refused) throw new Refused('');
    });
}

const WORDS = {
  zh: {
    kinds: {
      overall: '整体支出绩效目标',
      project: '项目支出绩效目标',
      'regional-transfer': '转移支付区域绩效目标',
      'self-evaluation': '绩效自评',
      monitoring: '绩效运行监控',
    },
    head: ['行', '', '一级', '二级', '三级指标', '指标值', '权重', '完成值', '得分'],
    noOrg: '（没有写明部门）',
    noYear: '年度不明',
    noName: '（没有项目名称）',
    wan: (value: number) => `${value} 万元`,
    totals: (total: string, basic: string, project: string) => `预算合计 ${total}，基本支出 ${basic}，项目支出 ${project}`,
    project: (name: string, budget: string, goals: number, indicators: number) =>
      `【${name}】 预算 ${budget} · 目标 ${goals} 条 · 指标 ${indicators} 条`,
    notes: '提示（* 为已修复的行）：',
    note: (line: number, message: string) => `  第 ${line} 行：${message}`,
  },
  en: {
    kinds: {
      overall: 'targets of the whole department',
      project: 'targets of projects',
      'regional-transfer': 'regional targets of a transfer',
      'self-evaluation': 'self-evaluation',
      monitoring: 'monitoring',
    },
    head: ['line', '', 'level 1', 'level 2', 'indicator', 'target', 'weight', 'actual', 'score'],
    noOrg: '(no department named)',
    noYear: 'year unknown',
    noName: '(no project name)',
    wan: (value: number) => `${value} (10,000 yuan)`,
    totals: (total: string, basic: string, project: string) => `total ${total}, basic ${basic}, projects ${project}`,
    project: (name: string, budget: string, goals: number, indicators: number) =>
      `[${name}] budget ${budget} · ${goals} goals · ${indicators} indicators`,
    notes: 'Notes (* marks repaired rows):',
    note: (line: number, message: string) => `  line ${line}: ${message}`,
  },
} as const;

const target = (indicator: ReadIndicator): string =>
  indicator.value === null
    ? '—'
    : `${indicator.operator === 'qualitative' ? '' : indicator.operator}${indicator.value}${indicator.unit ?? ''}`;
const orBlank = (value: number | string | null): string => (value === null ? '' : String(value));

/** The reading as people check it against the document: a * marks what was repaired. */
export function printed(document: ReadDocument, language: Language): string {
  const words = WORDS[language];
  const { totalWan, basicWan, projectWan } = document.totals;
  const wan = (value: number | null) => (value === null ? '—' : words.wan(value));
  const lines = [document.file, `${document.org ?? words.noOrg} · ${document.year ?? words.noYear} · ${words.kinds[document.kind]}`];
  if ([totalWan, basicWan, projectWan].some((value) => value !== null))
    lines.push(words.totals(wan(totalWan), wan(basicWan), wan(projectWan)));
  for (const project of document.projects) {
    const { name, budgetWan, goals, indicators } = project;
    lines.push(
      '',
      words.project(name || words.noName, wan(budgetWan), goals.length, indicators.length),
      ...indicatorTable(indicators, words.head),
    );
  }
  if (document.warnings.length)
    lines.push('', words.notes, ...document.warnings.map((warning) => words.note(warning.line, warning.message)));
  return `${lines.join('\n')}\n`;
}

/** Levels stand where they begin; actuals and scores only in forms that have them. */
function indicatorTable(indicators: readonly ReadIndicator[], head: readonly string[]): string[] {
  const scored = indicators.some((indicator) => indicator.score !== null || indicator.actual !== null);
  const width = scored ? head.length : head.length - 2;
  const rows = indicators.map((indicator, at) => {
    const above = indicators[at - 1];
    const same = above !== undefined && above.level1 === indicator.level1 && above.group === indicator.group;
    return [
      String(indicator.line),
      indicator.repairs.length ? '*' : '',
      same ? '' : `${indicator.group ? `${indicator.group} ` : ''}${indicator.level1 ?? '—'}`,
      same && above.level2 === indicator.level2 ? '' : (indicator.level2 ?? '—'),
      indicator.name,
      target(indicator),
      orBlank(indicator.weight),
      orBlank(indicator.actual),
      orBlank(indicator.score),
    ].slice(0, width);
  });
  return columns([head.slice(0, width), ...rows]);
}
