import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { allRegisters, registerOf } from '@hengjian/catalog';
import { readRegister, writeRegister, writeTemplate } from '@hengjian/documents';
import { currentEntries, formatDay, parseDay, type Register, type RegisterValues, readValues, writeCell } from '@hengjian/domain';
import { type Home, openHome, planStoreOf, registerStoreOf } from '@hengjian/store';
import { correctEntry, declareComplete, importRegister } from '@hengjian/workflows';
import type { AddCommand } from '../command.ts';
import type { CliContext } from '../context.ts';
import { fillSample } from '../plan/fill-sample.ts';
import { actor, printJson, refuse, said, wallClock } from '../refuse.ts';
import { textTable } from '../text-table.ts';

interface Options {
  json?: boolean;
  by?: string;
}

const add: AddCommand = (program, context) => {
  const register = program.command('register').description('台账：模板、导入、查看、声明齐全');
  register
    .command('list')
    .description('列出全部台账和记录数')
    .option('--json', '输出 JSON')
    .action((options: Options) => list(options, context()));
  register
    .command('template')
    .description('写出一张台账的 Excel 模板')
    .argument('<台账>', '编号或名称')
    .requiredOption('--out <文件>', '要写的 xlsx 文件')
    .action((name: string, options: { out: string }) => template(name, options.out, context()));
  register
    .command('import')
    .description('导入填好的台账（有一处错误就整份不导入）')
    .argument('<台账>', '编号或名称')
    .argument('<文件>', 'xlsx 文件')
    .option('--by <姓名>', '经办人')
    .option('--json', '输出 JSON')
    .action((name: string, file: string, options: Options) => takeIn(name, file, options, context()));
  register
    .command('export')
    .description('把一张台账的现行记录写成 Excel')
    .argument('<台账>', '编号或名称')
    .requiredOption('--out <文件>', '要写的 xlsx 文件')
    .action((name: string, options: { out: string }) => giveOut(name, options.out, context()));
  register
    .command('show')
    .description('查看一张台账的现行记录')
    .argument('<台账>', '编号或名称')
    .option('--json', '输出 JSON')
    .action((name: string, options: Options) => show(name, options, context()));
  register
    .command('correct')
    .description('更正一条台账记录（原记录保留，新增一条更正记录）')
    .argument('<记录编号>')
    .option('--set <field=value...>', '要改的字段，用字段名称或编号，如 --set 参训人次=45')
    .option('--withdraw', '撤销这条记录')
    .requiredOption('--reason <文字>', '更正或撤销的原因')
    .option('--by <姓名>', '经办人')
    .option('--json', '输出 JSON')
    .action((entryId: string, options: CorrectOptions) => correct(entryId, options, context()));
  register
    .command('sample')
    .description('为一个计划的年度填入示例台账（演示用，来源标明“示例台账”）')
    .requiredOption('--plan <计划编号>', '计划')
    .option('--seed <n>', '随机种子', '1')
    .option('--json', '输出 JSON')
    .action((options: Options & { plan: string; seed: string }) => sample(options, context()));
  register
    .command('complete')
    .description('声明一张台账在一段时间内已登记齐全（此后没有记录就是零）')
    .argument('<台账>', '编号或名称')
    .requiredOption('--from <日期>', '开始日期（含）')
    .requiredOption('--to <日期>', '截止日期（含）')
    .option('--by <姓名>', '声明人')
    .option('--json', '输出 JSON')
    .action((name: string, options: Options & { from: string; to: string }) => complete(name, options, context()));
};
export default add;

function find(name: string, json: boolean | undefined, { language }: CliContext): Register {
  const outcome = registerOf(name);
  return outcome.ok ? outcome.value : refuse(outcome.issues, json, language);
}

async function withHome<T>({ home: folder }: CliContext, act: (home: Home) => Promise<T>): Promise<T> {
  const home = await openHome(folder);
  try {
    return await act(home);
  } finally {
    await home.close();
  }
}

async function list(options: Options, context: CliContext): Promise<void> {
  const entries = currentEntries(await withHome(context, (home) => registerStoreOf(home.db).entries()));
  const rows = allRegisters.map(({ id, title, about }) => {
    const own = entries.filter((entry) => entry.registerId === id);
    const last = own[own.length - 1];
    return { id, title, about, entries: own.length, lastOn: last ? formatDay(last.occurredOn) : null };
  });
  if (options.json) return printJson(rows);
  const table = rows.map((row) => [row.id, row.title, String(row.entries), row.lastOn ?? '']);
  process.stdout.write(`${textTable([['编号', '台账', '记录数', '最近日期'], ...table], 2)}\n`);
}

async function template(name: string, out: string, context: CliContext): Promise<void> {
  const register = find(name, false, context);
  writeFileSync(out, await writeTemplate(register));
  process.stdout.write(`已写出《${register.title}》模板：${out}\n`);
}

async function takeIn(name: string, file: string, options: Options, context: CliContext): Promise<void> {
  const register = find(name, options.json, context);
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return refuse([{ code: 'plan.no-file', severity: 'error', file, facts: {} }], options.json, context.language);
  }
  const reading = await readRegister(register, bytes, basename(file));
  const outcome = await withHome(context, (home) =>
    importRegister(registerStoreOf(home.db), {
      register,
      rows: reading.rows,
      issues: reading.issues,
      file: basename(file),
      by: actor(options),
      now: wallClock(),
    }),
  );
  if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
  const notes = said(outcome.issues, context.language);
  if (options.json) return printJson({ register: register.id, ...outcome.value, issues: notes });
  const { read, added, known } = outcome.value;
  process.stdout.write(`《${register.title}》读到 ${read} 条，新增 ${added} 条${known ? `，已有 ${known} 条` : ''}。\n`);
  for (const note of notes) process.stdout.write(`提示：${note.message}\n`);
}

const currentOf = async (register: Register, context: CliContext) =>
  currentEntries(await withHome(context, (home) => registerStoreOf(home.db).entries({ registerId: register.id })));

async function giveOut(name: string, out: string, context: CliContext): Promise<void> {
  const register = find(name, false, context);
  const entries = await currentOf(register, context);
  writeFileSync(out, await writeRegister(register, entries));
  process.stdout.write(`已写出《${register.title}》${entries.length} 条：${out}\n`);
}

async function show(name: string, options: Options, context: CliContext): Promise<void> {
  const register = find(name, options.json, context);
  const entries = await currentOf(register, context);
  if (options.json) return printJson(entries);
  const rows = entries.map((entry) => register.fields.map((field) => writeCell(field, entry.values[field.name]).slice(0, 24)));
  process.stdout.write(`${textTable([register.fields.map((field) => field.title), ...rows], register.fields.length)}\n`);
}

interface CorrectOptions extends Options {
  set?: string[];
  withdraw?: boolean;
  reason: string;
}

async function correct(entryId: string, options: CorrectOptions, context: CliContext): Promise<void> {
  const { json } = options;
  const outcome = await withHome(context, async (home) => {
    const store = registerStoreOf(home.db);
    const old = await store.entry(entryId);
    if (!old) return refuse([{ code: 'register.unknown-entry', severity: 'error', facts: { id: entryId } }], json, context.language);
    const register = find(old.registerId, json, context);
    const values = options.withdraw ? null : changed(register, old.values, options, context);
    return correctEntry(store, { register, entryId, values, reason: options.reason, by: actor(options), now: wallClock() });
  });
  if (!outcome.ok) return refuse(outcome.issues, json, context.language);
  if (json) return printJson(outcome.value);
  process.stdout.write(options.withdraw ? `已撤销 ${entryId}。\n` : `已更正 ${entryId}，新记录 ${outcome.value.entryId}。\n`);
}

/** The entry's values with the given fields replaced; every fault is told. */
function changed(register: Register, old: RegisterValues, options: CorrectOptions, context: CliContext): RegisterValues {
  const cells: Record<string, string> = {};
  for (const field of register.fields) cells[field.name] = writeCell(field, old[field.name]);
  for (const pair of options.set ?? []) {
    const [name = '', ...rest] = pair.split('=');
    const field = register.fields.find((one) => one.name === name || one.title === name);
    if (!field || rest.length === 0)
      return refuse(
        [{ code: 'register.unknown-field', severity: 'error', facts: { name, title: register.title } }],
        options.json,
        context.language,
      );
    cells[field.name] = rest.join('=');
  }
  const read = readValues(register, cells);
  if (read.ok) return read.values;
  const issues = read.issues.map(({ field, issue }) => ({
    code: `register.${issue.code}`,
    severity: 'error' as const,
    column: field.title,
    facts: { ...issue.facts },
  }));
  return refuse(issues, options.json, context.language);
}

async function sample(options: Options & { plan: string; seed: string }, context: CliContext): Promise<void> {
  const outcome = await withHome(context, async (home) => {
    const adopted = await planStoreOf(home.db).plan(options.plan);
    if (!adopted)
      return { ok: false as const, issues: [{ code: 'plan.unknown', severity: 'error' as const, facts: { id: options.plan } }] };
    return fillSample(home, adopted.plan, Number(options.seed) || 1);
  });
  if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
  if (options.json) return printJson(outcome.value);
  process.stdout.write(`示例台账 ${outcome.value.read} 条，新增 ${outcome.value.added} 条。\n`);
}

async function complete(name: string, options: Options & { from: string; to: string }, context: CliContext): Promise<void> {
  const register = find(name, options.json, context);
  const day = (text: string) =>
    parseDay(text) ?? refuse([{ code: 'measure.bad-date', severity: 'error', facts: { text } }], options.json, context.language);
  const declaration = {
    registerId: register.id,
    fromDay: day(options.from),
    toDay: day(options.to),
    declaredBy: actor(options),
    declaredAt: wallClock(),
  };
  const outcome = await withHome(context, (home) => declareComplete(registerStoreOf(home.db), declaration));
  if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
  if (options.json) return printJson(outcome.value);
  process.stdout.write(`已声明《${register.title}》${options.from} 至 ${options.to} 登记齐全。\n`);
}
