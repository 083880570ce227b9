// Writes docs/coverage.md: the framework's 138 rules and what the shelf has of each. `--check` fails when it is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type CoverageRow, coverageOf, framework, frameworkClasses, rules, withoutRule } from '../packages/catalog/src/index.ts';
import type { RuleTree } from '../packages/language/src/index.ts';

const shapes: Record<string, string> = { row: '单条', pair: '成对', group: '分组', sequence: '序列', peer: '同类比较' };
const engines = { sql: 'SQL', closure: '闭包' } as const;
const casesOf = (ruleId: string): { kind: string }[] =>
  (parse(readFileSync(`packages/catalog/src/rules/${ruleId}/cases.yaml`, 'utf8')) as { cases: { kind: string }[] }).cases;
const kinds = ['clean', 'violating', 'edge'] as const;

function cells(row: CoverageRow): string[] {
  if (!row.ruleId) return [row.code, row.name, '—', '—', '—', '—', withoutRule(row)];
  const cases = casesOf(row.ruleId);
  return [
    row.code,
    row.name,
    `[${row.ruleId}](../packages/catalog/src/rules/${row.ruleId}/basis.md)`,
    shapes[row.shape ?? ''] ?? '',
    row.engines.map((engine) => engines[engine]).join('、'),
    kinds.map((kind) => cases.filter((one) => one.kind === kind).length).join(' / '),
    row.readsKnowledge ? '已实现，读知识点' : '已实现',
  ];
}

const rows = coverageOf(Object.values(rules) as RuleTree[]);
const count = (standing: CoverageRow['standing'], within = framework.map(({ code }) => code)) =>
  new Set(rows.filter((row) => row.standing === standing && within.includes(row.code)).map(({ code }) => code)).size;
const table = (head: string[], body: string[][]) =>
  [head, head.map(() => '---'), ...body].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);

const text = [
  '# 规则覆盖表',
  '',
  '> 本页由 `npm run generate` 生成，请勿手工修改。带知识点数和版本状态的同一张表：`npx hengjian rule coverage`。',
  '',
  `国家框架（2025 年版）88 类与扩展规则 50 条，共 ${framework.length} 条：已实现 ${count('implemented')} 条，由监测预警的模型承担 ${count('watched')} 条，以现有数据无法评估 ${count('cannot')} 条，未实现 ${count('missing')} 条。用例一栏是“合规 / 违规 / 边界”的条数，每条都在两个引擎上运行。`,
  '',
  ...table(
    ['类别', '框架', '已实现', '监测预警', '无法评估', '未实现'],
    Object.entries(frameworkClasses).map(([name, { title, count: total }]) => {
      const own = framework.filter((row) => row.class === name).map(({ code }) => code);
      return [title, total, count('implemented', own), count('watched', own), count('cannot', own), count('missing', own)].map(String);
    }),
  ),
  '',
  ...[...new Set(rows.map((row) => row.class))].flatMap((title) => [
    `## ${title}`,
    '',
    ...table(['编码', '名称', '规则', '形态', '引擎', '用例', '状态'], rows.filter((row) => row.class === title).map(cells)),
    '',
  ]),
].join('\n');

const out = 'docs/coverage.md';
const stale = !existsSync(out) || readFileSync(out, 'utf8') !== text;
const check = process.argv.includes('--check');
if (stale && check) {
  console.error(`${out} is stale: npm run generate`);
  process.exitCode = 1;
} else if (stale) writeFileSync(out, text);
console.log(`coverage: ${framework.length} rules, ${stale ? (check ? 'stale' : 'written') : 'unchanged'}`);
