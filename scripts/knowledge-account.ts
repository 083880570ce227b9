// Writes docs/knowledge-account.md: what the reader of constraint texts makes of a published set of knowledge points, rule by rule.
// Not part of `npm run generate`: the set is no part of the product. node scripts/knowledge-account.ts FILE.jsonl
import { readFileSync, writeFileSync } from 'node:fs';
import { placeInLineages, pointOfRow, structurePoint } from '../packages/catalog/src/knowledge/index.ts';
import { Accounting } from '../packages/workflows/src/knowledge/account.ts';
import { sayWaiting } from '../packages/workflows/src/knowledge/waiting-table.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('usage: node scripts/knowledge-account.ts FILE.jsonl');
const rows = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => pointOfRow(JSON.parse(line) as Record<string, unknown>));
const points = rows.flatMap((row) => (row.ok ? [row.point] : []));
const { places, issues } = placeInLineages(points);
const accounting = new Accounting();
for (const point of points) {
  const place = places.get(point.id);
  const { reason } = structurePoint(point);
  const state = place?.supersededBy ? 'superseded' : (reason ?? place?.reason) ? 'waiting' : 'active';
  accounting.count({ point, state, reason: reason ?? place?.reason ?? null, change: 'added' });
}
const account = accounting.result(rows.length - points.length, issues.length);
const table = (head: string[], body: string[][]) =>
  [head, head.map(() => '---'), ...body].map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`);

const text = [
  '# 知识点读取情况',
  '',
  '> 本页由 `node scripts/knowledge-account.ts 文件` 生成，请勿手工修改。对象是国家分批公布的知识点（不随产品提供），只按公布的中文限定条件读取，',
  '> 没有另给诊断名称表，也没有人工处理。',
  '',
  `读到 ${account.points} 条（另有 ${account.rejected} 条没有编码）：生效 ${account.structured} 条，已被后一批替代 ${account.superseded} 条，待人工 ${account.waiting} 条。`,
  '',
  ...table(
    ['编码', '规则', '公布', '生效', '待人工', '已替代'],
    account.rules.map((r) => [r.ruleCode ?? '—', r.ruleName ?? '—', ...[r.points, r.structured, r.waiting, r.superseded].map(String)]),
  ),
  '',
  '## 为什么待人工',
  '',
  ...table(
    ['规则', '条数', '原因（同类举一例）'],
    account.rules.flatMap((r) =>
      r.reasons.map(({ code, count, example }) => [r.ruleName ?? '—', String(count), sayWaiting({ code, facts: example }, 'zh')]),
    ),
  ),
  '',
].join('\n');
writeFileSync('docs/knowledge-account.md', text);
process.stdout.write(`knowledge account: ${account.structured} active, ${account.waiting} waiting, ${account.superseded} superseded\n`);
