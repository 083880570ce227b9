import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Issue, knowledgeMessages, type Language, sayIssue } from '@hengjian/domain';
import { knowledgeImport, perform } from '@hengjian/server';
import { knowledgeStoreOf, openHome } from '@hengjian/store';
import { type KnowledgeAccount, sayWaiting, waitingTable } from '@hengjian/workflows';
import { type AddCommand, Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { progressLine } from '../progress.ts';
import { textTable } from '../text-table.ts';

const add: AddCommand = (program, context) => {
  const knowledge = program.command('knowledge').description('知识库:规则引用的知识点');
  knowledge
    .command('import')
    .description('导入知识点(JSON 行、JSON、CSV 或 XLSX);读不准的列为待人工处理,不参与任何规则')
    .argument('<file...>', '知识点文件')
    .option('--icd <file>', '诊断名称表(CSV:code,name),用于对照适应症')
    .option('--by <name>', '经办人', '经办')
    .option('--json', '以 JSON 输出')
    .action((files: string[], options: { icd?: string; by: string; json?: boolean }) => importFiles(files, options, context()));
  knowledge
    .command('waiting')
    .description('列出待人工处理的知识点;写出的表填好 params 列后可再导入')
    .option('--out <file>', '写成 CSV 文件(默认打印)')
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
          ? `${points.length} 条待人工处理,已写入 ${options.out}\n`
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
  return [...shown, language === 'zh' ? `${indent}…另有 ${more} 行,见 --json` : `${indent}… ${more} more, see --json`];
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
  if (reasons.length > 0) lines.push(zh ? '待人工处理的原因(同类取一例):' : 'why points wait (one example each):', ...reasons);
  if (issues.length > 0) lines.push(zh ? `有问题的行 ${issues.length}:` : `rows with issues: ${issues.length}`);
  lines.push(...listed(issues, language, '  '));
  process.stdout.write(`${lines.join('\n')}\n`);
}
