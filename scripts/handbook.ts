// Writes the pages of docs/handbook/ that list what the shelves hold: rules, measures, registers, checks, tables. `--check` fails on a stale one.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { phaseWords } from '../packages/catalog/src/checks/lib/phase.ts';
import {
  allRegisters,
  type Check,
  certaintyTitles,
  checks,
  derivedRecords,
  measureTables,
  ruleSchema,
  rules,
} from '../packages/catalog/src/index.ts';
import { rulePages } from '../packages/catalog/src/pages.gen.ts';
import {
  columnOf,
  columnTitles,
  dimensionTables,
  lakeTables,
  madeTables,
  type Register,
  recordWords,
  referenceTables,
  tableTitles,
  typeTitles,
} from '../packages/domain/src/index.ts';
import type { RuleTree } from '../packages/language/src/index.ts';
import { listMeasures } from '../packages/workflows/src/index.ts';

const head = (title: string, about: string) => [`# ${title}`, '', '> 本页由 `npm run generate` 生成，请勿手工修改。', '', about, ''];
const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`;
const table = (columns: readonly string[], rows: readonly (readonly string[])[]) => [
  row(columns),
  row(columns.map(() => '---')),
  ...rows.map(row),
  '',
];

const shapes: Record<string, string> = { row: '单条', pair: '成对', group: '分组', sequence: '序列', peer: '同类比较' };
const grains: Record<string, string> = {
  line: '明细',
  prescription: '处方',
  encounter: '就诊',
  settlement: '结算',
  person: '参保人',
  provider: '机构',
  department: '科室',
  practitioner: '医护人员',
};
const written = (value: unknown) => (Array.isArray(value) ? value.join('、') : String(value));

/** The paragraph under a heading of a rule's page. */
function section(page: string, heading: string): string {
  const found = new RegExp(`^## ${heading}\\n+([\\s\\S]*?)(?=\\n## |$(?![\\s\\S]))`, 'm').exec(page);
  return found?.[1]?.trim() ?? '';
}

function rulesPage(): string {
  const all = Object.values(rules) as readonly RuleTree[];
  const categories = [...new Set(all.map((rule) => rule.category))].sort();
  const text = head(
    '规则目录',
    `共 ${all.length} 条规则。“明确违规”指数据足以认定；“可疑”需要人工核实；“数据质量退回”退给机构更正，不涉及金额。没有数据可判断的，记为“无法判断”，不当作通过。每条规则的完整说明（怎样判、需要哪些数据、已知局限）见各自的说明页。`,
  );
  for (const category of categories) {
    text.push(`## ${category}`, '');
    const own = all.filter((rule) => rule.category === category);
    text.push(
      ...table(
        ['规则', '编号', '编码', '性质', '方式', '对象', '知识点'],
        own.map((rule) => [
          `[${rule.title.zh}](../../packages/catalog/src/rules/${rule.id}/basis.md)`,
          `\`${rule.id}\``,
          rule.code,
          certaintyTitles[rule.certainty].zh,
          shapes[rule.shape.kind] ?? rule.shape.kind,
          grains[rule.grain] ?? rule.grain,
          rule.knowledge ? '需要' : '—',
        ]),
      ),
    );
    for (const rule of own) {
      const page = rulePages[rule.id] ?? '';
      text.push(`**${rule.title.zh}**:${section(page, '查什么').replaceAll('\n', '')}`, '');
      for (const parameter of Object.values(rule.parameters))
        text.push(`- 参数：${parameter.title.zh}，标准值 ${written(parameter.standard)}${parameter.unit ? ` ${parameter.unit}` : ''}。`);
      if (rule.exemptions.length > 0) text.push(`- 例外：${rule.exemptions.map((x) => x.title.zh).join('、')}。`);
      text.push('');
    }
  }
  return text.join('\n');
}

function measuresPage(): string {
  const all = listMeasures();
  const sources = [...new Set(all.map((one) => one.sources[0] ?? ''))].sort();
  const text = head(
    '口径目录',
    `共 ${all.length} 个口径。口径回答绩效指标：给出数字、单位和背后的记录。没有数据、期间没有审核、台账没有声明齐全的，答案是“未知”和原因，不是零。命令 \`npx hengjian measure list\` 打印同一张表。`,
  );
  for (const source of sources) {
    text.push(`## ${measureTables[source]?.title ?? source}`, '');
    const own = all.filter((one) => (one.sources[0] ?? '') === source);
    text.push(
      ...table(
        ['口径', '编号', '单位', '方向', '算式', '说明'],
        own.map((one) => [
          one.title,
          `\`${one.id}\``,
          one.unit,
          one.direction === 'more' ? '越高越好' : '越低越好',
          one.formula,
          one.about,
        ]),
      ),
    );
  }
  return text.join('\n');
}

const fieldTypes: Record<Register['fields'][number]['type'], string> = {
  text: '文字',
  count: '整数',
  money: '金额（元）',
  quantity: '数',
  day: '日期',
  code: '选项',
  flag: '是/否',
};

function registersPage(): string {
  const text = head(
    '台账目录',
    `共 ${allRegisters.length} 本台账。模板用 \`npx hengjian register template 台账 --out 文件.xlsx\` 写出，填好后用 \`register import\` 导入。`,
  );
  for (const register of allRegisters) {
    text.push(`## ${register.title}（\`${register.id}\`）`, '', `${register.about}。`, '');
    text.push(
      ...table(
        ['列', '填法', '必填', '说明'],
        register.fields.map((field) => [
          `${field.title}${field.unit ? `（${field.unit}）` : ''}`,
          field.codes ? Object.values(field.codes).join('、') : fieldTypes[field.type],
          field.required ? '是' : '',
          field.note ?? '',
        ]),
      ),
    );
  }
  return text.join('\n');
}

function dictionaryPage(): string {
  const text = head(
    '数据字典',
    '结算数据湖里规则和口径读到的表。文件是 Parquet，在数据目录的 `lake/versions/` 下，当前有哪些文件由数据库的 `lake_file` 表记载。各表的数值都是退费冲抵以后的；冲抵前的原始行也保留，供证据页使用。空值一律表示“未知”。',
  );
  const put = (name: string, title: string, columns: Readonly<Record<string, keyof typeof typeTitles>>) =>
    text.push(
      `## ${title}（\`${name}\`）`,
      '',
      ...table(
        ['列', '含义', '类型'],
        Object.entries(columns).map(([column, type]) => [
          `\`${column}\``,
          columnTitles[column as keyof typeof columnTitles],
          typeTitles[type],
        ]),
      ),
    );
  for (const [name, columns] of Object.entries(lakeTables)) put(name, tableTitles[name as keyof typeof lakeTables], columns);
  for (const [name, columns] of Object.entries(referenceTables)) put(name, tableTitles[name as keyof typeof referenceTables], columns);
  for (const [name, columns] of Object.entries(madeTables)) put(name, tableTitles[name as keyof typeof madeTables], columns);
  for (const [name, columns] of Object.entries(dimensionTables))
    put(name, tableTitles[`dimension/${name as keyof typeof dimensionTables}`], columns);
  text.push(
    '# 派生记录',
    '',
    '不存文件，由上面的表即时得到，规则像读表一样读。除所列的列以外，还有来源表的全部列。`…Reported…` 一类的列说明“有没有登记过”：登记里没有的，不等于没有。',
    '',
  );
  for (const [name, derived] of Object.entries(derivedRecords)) {
    const from = ruleSchema.tables[derived.from]?.columns ?? {};
    const added = Object.keys(ruleSchema.tables[name]?.columns ?? {}).filter(
      (column) => !(column in from) || column === derived.spread?.column,
    );
    const beside = [...new Set(derived.beside.map(({ reads }) => `\`${reads}\``))];
    text.push(
      `## ${recordWords[name]?.zh ?? name}（\`${name}\`）`,
      '',
      `来源：\`${derived.from}\`${beside.length > 0 ? `，对照 ${beside.join('、')}` : ''}。`,
      '',
      ...table(
        ['列', '含义'],
        added.map((column) => [`\`${column}\``, columnOf(name, column).zh]),
      ),
    );
  }
  return text.join('\n');
}

const severities = { error: '错误', warning: '警告', info: '提示' } as const;

function checksPage(): string {
  const all = Object.entries(checks) as [string, Check][];
  const text = head(
    '文件检查目录',
    `\`npx hengjian form check 文件…\` 的 ${all.length} 项检查。相符的不说话；单位没有写明、文字已经说明、数据不足以判断的，不说或者只作提示。每项下面列出它会指出什么、不会指出什么，都有测试用例为证。`,
  );
  text.push(
    ...table(
      ['检查', '代码', '一般程度', '看哪些阶段', '依据'],
      all.map(([, check]) => [
        check.title.zh,
        `\`${check.code}\``,
        severities[check.severity],
        check.phases?.map((phase) => phaseWords[phase]).join('、') ?? '全部',
        `${check.basis.document}：${check.basis.article}`,
      ]),
    ),
  );
  for (const [id, check] of all) {
    const cases = parse(readFileSync(`packages/catalog/src/checks/${id}/cases.yaml`, 'utf8')) as { name: string; finds: unknown[] }[];
    const named = (found: boolean) => cases.filter((one) => one.finds.length > 0 === found).map((one) => `- ${one.name}`);
    text.push(`## ${check.title.zh}（\`${check.code}\`）`, '', '会指出：', '', ...named(true), '', '不指出：', '', ...named(false), '');
  }
  return text.join('\n');
}

const pages: Record<string, () => string> = {
  'docs/handbook/rules.md': rulesPage,
  'docs/handbook/measures.md': measuresPage,
  'docs/handbook/register-list.md': registersPage,
  'docs/handbook/check-list.md': checksPage,
  'docs/handbook/data-dictionary.md': dictionaryPage,
};
const check = process.argv.includes('--check');
let stale = 0;
for (const [file, make] of Object.entries(pages)) {
  const text = make().replace(/\n{3,}/g, '\n\n');
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  stale += 1;
  if (check) console.error(`${file} is stale: npm run generate`);
  else writeFileSync(file, text);
}
console.log(`handbook: ${Object.keys(pages).length} pages, ${stale} ${check ? 'stale' : 'written'}`);
if (check && stale) process.exitCode = 1;
