// Writes docs/indicator-measures.md: what answers each indicator row of five published tables. `--check` fails when it is stale.
// The tables themselves are no part of the product: rows are named by document and number.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { type IndicatorLabel, indicatorLabels } from '../conformance/published/indicator-labels.ts';
import { measures, measureTables, registers } from '../packages/catalog/src/index.ts';
import type { Register } from '../packages/domain/src/index.ts';
import { type MeasureTree, partsOf } from '../packages/language/src/index.ts';

const shelf = measures as Record<string, MeasureTree>;
const books = registers as Record<string, Register>;
const page = 'docs/indicator-measures.md';
const kinds = { measure: '口径', unsettled: '待人确认', several: '一格多值，拆分后', person: '人工评定' } as const;

const measureOf = (id: string): MeasureTree => {
  const measure = shelf[id];
  if (!measure) throw new Error(`indicator-labels.yaml names «${id}», which is no measure`);
  return measure;
};
const sourceOf = (measure: MeasureTree): string =>
  [...new Set(partsOf(measure.shape).map((part) => measureTables[part.from]?.title ?? part.from))].join('、');
function behaviourOf(measure: MeasureTree): string {
  if (measure.growth) return measure.growth === 'difference' ? '与上年同期之差' : '与上年同期之比';
  if (measure.over === 'average') return '各月平均';
  const parts = partsOf(measure.shape).map((part) => part.behaviour);
  if (measure.shape.kind === 'ratio') return parts.includes('cumulative') ? '累计之比' : '期末之比';
  return parts[0] === 'latest' ? '期末值' : '本年累计';
}

function cells({ row, kind, answers }: IndicatorLabel): string[] {
  if (kind === 'person') {
    const [id = '-'] = answers;
    const register = books[id];
    if (!register && id !== '-') throw new Error(`indicator-labels.yaml names «${id}», which is no register`);
    return [
      String(row),
      kinds.person,
      register ? `依据：${register.title}` : '随填报附佐证材料',
      register ? `register:${id}` : '—',
      '年末',
      '—',
    ];
  }
  const trees = answers.map(measureOf);
  const told = (tell: (measure: MeasureTree) => string) => [...new Set(trees.map(tell))].join(' / ');
  return [
    String(row),
    kinds[kind],
    told((measure) => `${measure.title.zh} \`${measure.id}\``),
    told(sourceOf),
    told(behaviourOf),
    told((measure) => (measure.direction === 'more' ? '越高越好' : '越低越好')),
  ];
}

const labels = indicatorLabels();
const documents = [...new Set(labels.map(({ document }) => document))];
const count = (kind: IndicatorLabel['kind']) => labels.filter((label) => label.kind === kind).length;
const table = (head: string[], body: string[][]) => [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`);
const used = new Set(labels.flatMap((label) => (label.kind === 'person' ? [] : label.answers)));

const text = [
  '# 已公布指标的口径对照',
  '',
  '> 本页由 `npm run generate` 按人工对照表生成，请勿手工修改。五份公布的绩效表共',
  `> ${labels.length} 行三级指标，表格本身不随产品提供，这里只写文件和行号（按读取顺序）。`,
  '',
  `由口径直接测算 ${count('measure')} 行，含义要人确认后才能测算 ${count('unsettled')} 行，一格写了几个指标值、拆分后可测算 ${count('several')} 行，只能由人评定（期限、定性）${count('person')} 行；用到口径 ${used.size} 个。`,
  '“待人确认”的行系统不作建议：写法含糊或前后矛盾，建议错了比没有更糟。',
  '',
  ...documents.flatMap((document) => [
    `## ${document}`,
    '',
    ...table(['行', '回答方式', '口径', '来源', '期间', '方向'], labels.filter((label) => label.document === document).map(cells)),
    '',
  ]),
].join('\n');

const stale = !existsSync(page) || readFileSync(page, 'utf8') !== text;
if (stale && process.argv.includes('--check')) {
  console.error(`${page} is stale: npm run generate`);
  process.exit(1);
}
if (stale) writeFileSync(page, text);
console.log(`indicator measures: ${labels.length} rows, ${stale ? 'written' : 'unchanged'}`);
