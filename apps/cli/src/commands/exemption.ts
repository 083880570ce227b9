import { exemptionWords, formatDay } from '@hengjian/domain';
import { exemptedInCalls, exemptionBookOf, lastRunOfRules } from '@hengjian/store';
import { addExemption, EXEMPTION_PREFIX, endExemption, type NewExemption } from '@hengjian/workflows';
import type { Command } from 'commander';
import type { AddCommand } from '../command.ts';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, said } from '../refuse.ts';
import { type ActOptions, actOf, answer, dayOption, readJson, withHome } from '../rule/with-home.ts';
import { textTable } from '../text-table.ts';

interface AddOptions extends ActOptions {
  kind: string;
  title: string;
  rule?: string[];
  acts: string;
  codes?: string[];
  condition?: string;
  encounter?: string;
  region: string;
  from?: string;
  to?: string;
}

const act = (command: Command) =>
  command.requiredOption('--by <name>', '经办人').requiredOption('--why <text>', '原因').option('--json', '输出 JSON');

const add: AddCommand = (program, context) => {
  const exemption = program.command('exemption').description('豁免：放化疗、透析、急诊抢救、转院、特例单议等');
  exemption
    .command('list')
    .description('列出本局的豁免和上次审核用到的次数（规则自带的见规则页）')
    .option('--json', '输出 JSON')
    .action((options: { json?: boolean }) => list(options, context()));
  act(
    exemption
      .command('add')
      .description('增加一条豁免')
      .requiredOption(
        '--kind <kind>',
        'chemotherapy 放化疗、dialysis 透析、emergency 急诊、transfer 转院、specialCase 特例单议、other 其他',
      )
      .requiredOption('--title <text>', '名称')
      .requiredOption('--acts <population|link|finding>', '不参加检查、该组合不算、列出但不追究')
      .option('--rule <id...>', '只用于这些规则（默认全部适用的）')
      .option('--codes <code...>', '诊断编码前缀、离院方式或就诊号')
      .option('--condition <file>', 'other 的条件：JSON 文件，规则语言的表达式')
      .option(
        '--encounter <file>',
        '就诊条件：JSON 文件，{ diagnoses, mainOnly, operations, settings, medicalKinds, dischargeWays, departments, encounterNos }',
      )
      .option('--region <code>', '行政区划，* 为全域', '*')
      .option('--from <日期>', '自哪天的记录起')
      .option('--to <日期>', '至哪天的记录止'),
  ).action((options: AddOptions) =>
    withHome(context(), async (home, { book }) => {
      const outcome = await addExemption({ exemptions: exemptionBookOf(home.db), book }, givenOf(options, context()), actOf(options));
      answer(outcome, options, context().language, (row) => `已增加 ${row.exemptionId}：${row.title}`);
    }),
  );
  act(
    exemption
      .command('end')
      .description('终止一条豁免：这一天以后的记录不再适用')
      .argument('<id>', '豁免编号')
      .requiredOption('--on <日期>', '最后一天'),
  ).action((id: string, options: ActOptions & { on: string }) =>
    withHome(context(), async (home) => {
      const day = dayOption(options.on, options.json, context().language) as number;
      const outcome = await endExemption({ exemptions: exemptionBookOf(home.db) }, id, day, actOf(options));
      answer(outcome, options, context().language, (end) => `${end.exemptionId} 到 ${formatDay(end.to)} 为止`);
    }),
  );
  act(
    exemption
      .command('import')
      .description(
        '导入豁免：JSON 数组，每条 { kind, title, acts, rules?, codes?, encounter?, condition?, region?, from?, to?, why? }；有一条不成立则全部不导入',
      )
      .argument('<file>', 'JSON 文件'),
  ).action((file: string, options: ActOptions) => importFile(file, options, context()));
};
export default add;

function givenOf(options: Omit<AddOptions, keyof ActOptions> & { json?: boolean }, { language }: CliContext): NewExemption {
  return {
    kind: options.kind,
    title: options.title,
    ruleIds: options.rule ?? null,
    acts: options.acts,
    ...(options.codes && { codes: options.codes.flatMap((code) => code.split(/[、,;]/)).filter(Boolean) }),
    ...(options.condition !== undefined && { condition: readJson(options.condition) }),
    ...(options.encounter !== undefined && { encounter: readJson(options.encounter) }),
    region: options.region,
    from: dayOption(options.from, options.json, language) ?? null,
    to: dayOption(options.to, options.json, language) ?? null,
  };
}

async function list({ json }: { json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async (home) => {
    const [runs, calls] = [await lastRunOfRules(home.db), await exemptedInCalls(home.db)];
    const used = (id: string) => runs.reduce((sum, run) => sum + (run.exempted[`${EXEMPTION_PREFIX}${id}`] ?? 0), 0);
    const rows = (await exemptionBookOf(home.db).rows()).map((row) => ({
      ...row,
      used: used(row.exemptionId),
      usedInCalls: calls.get(`${EXEMPTION_PREFIX}${row.exemptionId}`) ?? 0,
    }));
    if (json) return printJson(rows);
    const cells = rows.map((row) => [
      row.exemptionId,
      exemptionWords.kinds[row.kind].zh,
      row.title,
      row.ruleIds?.join('、') ?? '全部适用的',
      exemptionWords.acts[row.acts].zh,
      `${row.from === null ? '不限' : formatDay(row.from)} ~ ${row.to === null ? '不限' : formatDay(row.to)}`,
      `${row.reason}（${row.by}）`,
      String(row.used),
      String(row.usedInCalls),
    ]);
    process.stdout.write(
      `${textTable([['编号', '种类', '名称', '规则', '作用', '有效期', '原因', '上次用到', '接口中用到'], ...cells], 7)}\n`,
    );
  });
}

interface Imported {
  kind: string;
  title: string;
  acts: string;
  rules?: string[];
  codes?: string[];
  condition?: unknown;
  encounter?: unknown;
  region?: string;
  from?: string;
  to?: string;
  why?: string;
}

/** All or nothing: each is looked at before the first is written. */
async function importFile(file: string, options: ActOptions, context: CliContext): Promise<void> {
  const rows = readJson(file);
  if (!Array.isArray(rows)) throw new Refused(`${file}：应为 JSON 数组`);
  await withHome(context, async (home, { book }) => {
    const exemptions = exemptionBookOf(home.db);
    const nowhere = { ...exemptions, add: async () => {} };
    const given = (rows as Imported[]).map(({ rules, condition, why, from, to, ...row }) => ({
      row: {
        ...row,
        ruleIds: rules ?? null,
        ...(condition !== undefined && { condition }),
        from: dayOption(from, options.json, context.language) ?? null,
        to: dayOption(to, options.json, context.language) ?? null,
      } satisfies NewExemption,
      act: { ...actOf(options), why: why ?? options.why },
    }));
    const problems: string[] = [];
    for (const [i, { row, act: by }] of given.entries()) {
      const looked = await addExemption({ exemptions: nowhere, book }, row, by);
      if (!looked.ok)
        problems.push(
          ...said(
            looked.issues.map((one) => ({ ...one, file, row: i + 1 })),
            context.language,
          ).map((one) => one.message),
        );
    }
    if (problems.length > 0) throw new Refused(problems.join('\n'));
    for (const { row, act: by } of given) await addExemption({ exemptions, book }, row, by);
    if (options.json) printJson({ ok: true, added: given.length });
    else process.stdout.write(`已导入 ${given.length} 条豁免\n`);
  });
}
