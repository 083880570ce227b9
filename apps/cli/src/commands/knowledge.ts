import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readCatalogue } from '@hengjian/documents/knowledge/read-catalogue.ts';
import { formatYuan, type Issue, knowledgeMessages, type Language, parseDay, reviewMessages, sayIssue } from '@hengjian/domain';
import { knowledgeImport, perform, wallClock } from '@hengjian/server';
import {
  type CatalogueItem,
  type Home,
  importCatalogue,
  importDiagnosisNames,
  type KnowledgeCoverage,
  knowledgeCoverage,
  knowledgeStoreOf,
  openHome,
} from '@hengjian/store';
import { decidePoint, type KnowledgeAccount, type KnowledgeChange, sayWaiting, waitingTable } from '@hengjian/workflows';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { progressLine } from '../progress.ts';
import { textTable } from '../text-table.ts';

const add: AddCommand = (program, context) => {
  const knowledge = program.command('knowledge').description('知识库：规则引用的知识点');
  knowledge
    .command('import')
    .description('导入知识点（JSON 行、JSON、CSV 或 XLSX）；读不准的列为待人工处理，不参与任何规则')
    .argument('<file...>', '知识点文件')
    .option('--icd <file>', '诊断名称表（CSV:code,name），用于对照适应症')
    .option('--by <name>', '经办人', '经办')
    .option('--json', '以 JSON 输出')
    .action((files: string[], options: { icd?: string; by: string; json?: boolean }) => importFiles(files, options, context()));
  knowledge
    .command('diff')
    .description('导入前预览：哪些知识点是新增、哪些改变了、替代了哪些、哪些编码不在现行目录；不写入')
    .argument('<file...>', '知识点文件')
    .option('--icd <file>', '诊断名称表（CSV:code,name）')
    .option('--json', '以 JSON 输出')
    .action((files: string[], options: { icd?: string; json?: boolean }) => preview(files, options, context()));
  knowledge
    .command('decide')
    .description('人工给出一条知识点的参数；公布的原文不变，参数一直有效')
    .argument('<id>', '知识点编号')
    .requiredOption('--params <json>', '参数，例如 {"minLevel":2}')
    .option('--by <name>', '经办人', '经办')
    .option('--json', '以 JSON 输出')
    .action((id: string, options: { params: string; by: string; json?: boolean }) => decide(id, options, context()));
  knowledge
    .command('coverage')
    .description('知识库与实际收费对照：没有遇到的知识点、没有知识点的大额项目、目录里已没有的编码')
    .option('--from <日期>', '开始日期（默认最早）')
    .option('--to <日期>', '截止日期（默认最晚）')
    .option('--top <n>', '每张表的行数', (text) => Number.parseInt(text, 10), 20)
    .option('--json', '以 JSON 输出')
    .action((options: { from?: string; to?: string; top: number; json?: boolean }) => coverage(options, context()));
  knowledge
    .command('catalogue')
    .description('导入现行目录（CSV 或 XLSX：编码、名称、生效日期、失效日期），供核对知识点的编码')
    .argument('<file>', '目录文件')
    .option('--by <name>', '经办人', '经办')
    .action((file: string, options: { by: string }) => takeCatalogue(file, options, context()));
  knowledge
    .command('diagnoses')
    .description('导入诊断名称（CSV 或 XLSX：编码、名称），供页面在编码旁显示；再导入时以新的为准')
    .argument('<file>', '诊断名称表')
    .option('--by <name>', '经办人', '经办')
    .action((file: string, options: { by: string }) => takeDiagnoses(file, options, context()));
  knowledge
    .command('waiting')
    .description('列出待人工处理的知识点；写出的表填好 params 列后可再导入')
    .option('--out <file>', '写成 CSV 文件（默认打印）')
    .action((options: { out?: string }) => listWaiting(options, context()));
};
export default add;

async function importFiles(paths: string[], options: { icd?: string; by: string; json?: boolean }, context: CliContext): Promise<void> {
  const { language, interactive } = context;
  const home = await openHome(context.home);
  try {
    const request = {
      files: paths.map(placeOf),
      by: options.by,
      ...(options.icd !== undefined && { diagnoses: placeOf(options.icd) }),
    };
    const bar = progressLine(interactive, language === 'zh' ? '知识库' : 'knowledge');
    const imported = await perform(home, knowledgeImport, request, ({ done, total }) => bar.show(done, total));
    bar.clear();
    if (!imported.ok) return refuse(imported.issues, options.json, language);
    if (options.json) process.stdout.write(`${JSON.stringify(jsonOf(imported.value, imported.issues, language), null, 2)}\n`);
    else print(imported.value, imported.issues, language);
  } finally {
    await home.close();
  }
}

async function preview(paths: string[], options: { icd?: string; json?: boolean }, context: CliContext): Promise<void> {
  const { language } = context;
  const home = await openHome(context.home);
  try {
    const aids = options.icd === undefined ? {} : { diagnoses: placeOf(options.icd) };
    const outcome = await knowledgeImport.run(home, { files: paths.map(placeOf), by: '', preview: true, ...aids }, () => {});
    if (!outcome.ok) return refuse(outcome.issues, options.json, language);
    if (options.json) process.stdout.write(`${JSON.stringify(jsonOf(outcome.value, outcome.issues, language), null, 2)}\n`);
    else process.stdout.write(`${changesText(outcome.value.changes ?? [], language)}\n`);
  } finally {
    await home.close();
  }
}

/** Fifty changes, so that a terminal stays readable; --json has all. */
function changesText(changes: readonly KnowledgeChange[], language: Language): string {
  const zh = language === 'zh';
  const count = (which: (change: KnowledgeChange) => boolean) => String(changes.filter(which).length);
  const head = zh
    ? `新增 ${count((c) => c.change === 'added')}，改变 ${count((c) => c.change === 'changed')}，替代已有 ${count((c) => c.supersedes !== null)}，待人工 ${count((c) => c.reason !== null)}，含目录外编码 ${count((c) => c.codesUnknown.length > 0)}`
    : `added ${count((c) => c.change === 'added')}, changed ${count((c) => c.change === 'changed')}, superseding ${count((c) => c.supersedes !== null)}, waiting ${count((c) => c.reason !== null)}, with codes of no catalogue ${count((c) => c.codesUnknown.length > 0)}`;
  const lines = changes
    .slice(0, 50)
    .flatMap((c) => [
      `${c.change === 'added' ? '+' : '~'} ${c.id}  ${c.ruleName}  ${c.subject}`,
      ...(c.before && c.before.constraint !== c.constraint
        ? [`    - ${c.before.constraint}`, `    + ${c.constraint}`]
        : [`      ${c.constraint}`]),
      ...(c.before && JSON.stringify(c.before.params) !== JSON.stringify(c.params)
        ? [`    - ${JSON.stringify(c.before.params)}`, `    + ${JSON.stringify(c.params)}`]
        : []),
      ...(c.supersedes ? [`      ${zh ? '替代' : 'supersedes'} ${c.supersedes}`] : []),
      ...(c.reason ? [`      ${sayWaiting(c.reason, language)}`] : []),
      ...(c.codesGone.length > 0 ? [`      ${zh ? '去掉编码' : 'codes gone'} ${c.codesGone.slice(0, 5).join(' ')}`] : []),
      ...(c.codesUnknown.length > 0 ? [`      ${zh ? '目录外编码' : 'not in the catalogue'} ${c.codesUnknown.slice(0, 5).join(' ')}`] : []),
    ]);
  return [
    head,
    ...lines,
    ...(changes.length > 50 ? [zh ? `…另有 ${changes.length - 50} 条，见 --json` : `… ${changes.length - 50} more`] : []),
  ].join('\n');
}

async function decide(id: string, options: { params: string; by: string; json?: boolean }, context: CliContext): Promise<void> {
  let params: unknown;
  try {
    params = JSON.parse(options.params);
  } catch {
    params = undefined;
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params))
    return refuse(
      [{ code: 'knowledge.badParams', severity: 'error', facts: { id, text: options.params } }],
      options.json,
      context.language,
    );
  const home = await openHome(context.home);
  try {
    const decision = { pointId: id, params: params as Record<string, unknown>, by: options.by, now: wallClock() };
    const outcome = await decidePoint(knowledgeStoreOf(home.db), decision);
    if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
    if (options.json) process.stdout.write(`${JSON.stringify(jsonOf(outcome.value, outcome.issues, context.language), null, 2)}\n`);
    else process.stdout.write(context.language === 'zh' ? `${id} 已生效\n` : `${id} takes part now\n`);
  } finally {
    await home.close();
  }
}

async function coverage(options: { from?: string; to?: string; top: number; json?: boolean }, context: CliContext): Promise<void> {
  const zh = context.language === 'zh';
  const home = await openHome(context.home);
  try {
    const snapshot = await home.lake.snapshot();
    const range = snapshot.range();
    if (!range) throw new Refused(sayIssue({ code: 'review.empty', severity: 'error', facts: {} }, reviewMessages, context.language));
    const day = (text: string | undefined, otherwise: number) => {
      const parsed = text === undefined ? otherwise : parseDay(text);
      if (parsed === undefined)
        throw new Refused(sayIssue({ code: 'review.badDate', severity: 'error', facts: { text } }, reviewMessages, context.language));
      return parsed;
    };
    const lake = await snapshot.connect();
    try {
      const question = { from: day(options.from, range.fromDay), to: day(options.to, range.toDay), top: options.top };
      const found = await knowledgeCoverage(home.db, lake, question);
      if (options.json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      else process.stdout.write(`${coverageText(found, zh)}\n`);
    } finally {
      lake.close();
    }
  } finally {
    await home.close();
  }
}

function coverageText(found: KnowledgeCoverage, zh: boolean): string {
  const share = found.billedFen === 0 ? '—' : `${((found.coveredFen / found.billedFen) * 100).toFixed(1)}%`;
  const unmet = found.unmet.map((row) => [row.ruleName ?? row.ruleKey, String(row.points), String(row.unmet)]);
  const uncovered = found.uncovered.map((row) => [row.code, row.name ?? '', row.kind ?? '', String(row.lines), formatYuan(row.amountFen)]);
  const gone = found.gone.map((row) => [row.pointId, row.subject ?? '', row.codes.slice(0, 3).join(' ')]);
  return [
    zh
      ? `生效知识点 ${found.active} 条；收费金额的 ${share} 有知识点`
      : `${found.active} active points; ${share} of the billed amount has one`,
    '',
    textTable([zh ? ['没有遇到的知识点', '生效', '未遇到'] : ['points that nothing met', 'active', 'unmet'], ...unmet], 1),
    '',
    textTable(
      [
        zh ? ['没有知识点的项目', '名称', '类别', '明细', '金额（元）'] : ['items without a point', 'name', 'kind', 'lines', 'amount'],
        ...uncovered,
      ],
      3,
    ),
    '',
    found.catalogue === 0
      ? zh
        ? '没有导入现行目录（knowledge catalogue），不能核对编码是否仍在'
        : 'no catalogue was imported: codes cannot be checked against it'
      : textTable([zh ? ['编码已不在目录', '对象', '编码'] : ['codes gone', 'subject', 'codes'], ...gone], 3),
  ].join('\n');
}

/** Reads a table of codes and hands its rows to `take`, whose sentence is printed before what was not taken. */
async function takeCodes(
  file: string,
  { home: folder, language }: CliContext,
  take: (db: Home['db'], rows: readonly CatalogueItem[]) => Promise<string>,
): Promise<void> {
  if (!existsSync(file)) return refuse([{ code: 'knowledge.notFound', severity: 'error', file, facts: {} }], false, language);
  const { rows, issues } = await readCatalogue(readFileSync(file), file);
  if (rows.length === 0) return refuse(issues, false, language);
  const home = await openHome(folder);
  try {
    process.stdout.write(`${await take(home.db, rows)}\n`);
    if (issues.length > 0) process.stdout.write(`${listed(issues, language, '  ').join('\n')}\n`);
  } finally {
    await home.close();
  }
}

const takeCatalogue = (file: string, { by }: { by: string }, context: CliContext): Promise<void> =>
  takeCodes(file, context, async (db, rows) => {
    const edition = await importCatalogue(db, rows, by, path.basename(file));
    return context.language === 'zh' ? `目录第 ${edition} 版：${rows.length} 个编码` : `catalogue edition ${edition}: ${rows.length} codes`;
  });

const takeDiagnoses = (file: string, { by }: { by: string }, context: CliContext): Promise<void> =>
  takeCodes(file, context, async (db, rows) => {
    const n = await importDiagnosisNames(db, rows, by);
    return context.language === 'zh' ? `诊断名称：${n} 个` : `diagnosis names: ${n}`;
  });

/** Where a file is, beside its name as typed. */
const placeOf = (name: string) => ({ path: path.resolve(name), name });

async function listWaiting(options: { out?: string }, context: CliContext): Promise<void> {
  const home = await openHome(context.home);
  try {
    const points = await knowledgeStoreOf(home.db).waiting();
    const table = waitingTable(points, context.language);
    if (options.out === undefined) process.stdout.write(table);
    else {
      writeFileSync(options.out, `\uFEFF${table}`); // the mark lets spreadsheets see UTF-8
      process.stdout.write(
        context.language === 'zh'
          ? `${points.length} 条待人工处理，已写入 ${options.out}\n`
          : `${points.length} written to ${options.out}\n`,
      );
    }
  } finally {
    await home.close();
  }
}

/** The first fifty, so that a terminal stays readable. */
function listed(issues: readonly Issue[], language: Language, indent: string): string[] {
  const shown = issues.slice(0, 50).map((issue) => `${indent}${say(issue, language)}`);
  const more = issues.length - shown.length;
  if (more === 0) return shown;
  return [...shown, language === 'zh' ? `${indent}…另有 ${more} 行，见 --json` : `${indent}… ${more} more, see --json`];
}

const say = (issue: Issue, language: Language) => sayIssue(issue, knowledgeMessages, language);

function refuse(issues: readonly Issue[], json: boolean | undefined, language: Language): never {
  if (json)
    process.stdout.write(
      `${JSON.stringify({ ok: false, issues: issues.map((issue) => ({ ...issue, message: say(issue, language) })) }, null, 2)}\n`,
    );
  throw new Refused(listed(issues, language, '').join('\n'));
}

function jsonOf({ rules, ...total }: KnowledgeAccount, issues: readonly Issue[], language: Language) {
  return {
    ok: true,
    ...total,
    rules: rules.map(({ reasons, ...rule }) => ({
      ...rule,
      reasons: reasons.map(({ code, count, example }) => ({ code, count, message: sayWaiting({ code, facts: example }, language) })),
    })),
    issues: issues.map((issue) => ({ ...issue, message: say(issue, language) })),
  };
}

function print(account: KnowledgeAccount, issues: readonly Issue[], language: Language): void {
  const zh = language === 'zh';
  const head = zh
    ? ['规则', '名称', '读入', '已结构化', '待人工', '被替代', '新增', '变更', '已存在']
    : ['rule', 'name', 'read', 'structured', 'waiting', 'superseded', 'added', 'changed', 'known'];
  const numbers = (c: Omit<KnowledgeAccount, 'rules'> | KnowledgeAccount['rules'][number]) =>
    [c.points, c.structured, c.waiting, c.superseded, c.added, c.changed, c.known].map(String);
  const rows = account.rules.map((rule) => [rule.ruleCode ?? '—', rule.ruleName ?? '', ...numbers(rule)]);
  const lines = [textTable([head, ...rows, [zh ? '合计' : 'total', '', ...numbers(account)]], 2)];
  const reasons = account.rules.flatMap((rule) =>
    rule.reasons.map(
      ({ code, count, example }) => `  ${rule.ruleName ?? rule.ruleCode}  ${count}  ${sayWaiting({ code, facts: example }, language)}`,
    ),
  );
  if (reasons.length > 0) lines.push(zh ? '待人工处理的原因（同类取一例）：' : 'why points wait (one example each):', ...reasons);
  if (issues.length > 0) lines.push(zh ? `有问题的行 ${issues.length}:` : `rows with issues: ${issues.length}`);
  lines.push(...listed(issues, language, '  '));
  process.stdout.write(`${lines.join('\n')}\n`);
}
