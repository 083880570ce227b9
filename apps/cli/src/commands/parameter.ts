// parameter list|set: the bureau's own numbers by region and date.
import { type BureauParameterName, bureauParameters, dayOf, formatDay } from '@hengjian/domain';
import { bureauParameterRows, bureauParametersOf, bureauRegion, setBureauParameter } from '@hengjian/store';
import { setParameter } from '@hengjian/workflows';
import type { AddCommand } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, wallClock } from '../refuse.ts';
import { type ActOptions, actOf, answer, dayOption, withHome } from '../rule/with-home.ts';
import { textTable } from '../text-table.ts';

interface SetOptions extends ActOptions {
  region: string;
  from?: string;
  to?: string;
}

const add: AddCommand = (program, context) => {
  const parameter = program.command('parameter').description('参数：期限、限额等本局按地区和日期设定的数');
  parameter
    .command('list')
    .description('列出参数今天的值、默认值和依据')
    .argument('[word]', '只列编号或名称里有这个词的')
    .option('--json', '输出 JSON')
    .action((word: string | undefined, options: { json?: boolean }) => list(word, options, context()));
  parameter
    .command('set')
    .description('设定一个参数；以前设定的留着，按日期各算各的')
    .argument('<name>', '参数编号')
    .argument('<value>', '数值')
    .option('--region <code>', '行政区划，* 为全域', '*')
    .option('--from <日期>', '自哪天起')
    .option('--to <日期>', '至哪天止')
    .requiredOption('--by <name>', '经办人')
    .requiredOption('--why <text>', '原因')
    .option('--json', '输出 JSON')
    .action((name: string, value: string, options: SetOptions) => set(name, value, options, context()));
};
export default add;

async function list(word: string | undefined, { json }: { json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async ({ db }) => {
    const names = Object.keys(bureauParameters) as BureauParameterName[];
    const values = await bureauParametersOf(db, names, await bureauRegion(db));
    const rows = await bureauParameterRows(db);
    const found = names
      .map((name) => ({ name, ...bureauParameters[name], value: values(name, dayOf(wallClock())) }))
      .filter((one) => !word || `${one.name} ${one.zh} ${one.en}`.includes(word));
    if (json) return printJson(found.map((one) => ({ ...one, rows: rows.filter(({ name }) => name === one.name) })));
    const cells = found.map((one) => [one.name, String(one.value), String(one.standard), one[context.language], one.source]);
    process.stdout.write(`${textTable([['编号', '今天', '默认', '说明', '依据'], ...cells], 1)}\n`);
  });
}

async function set(name: string, value: string, options: SetOptions, context: CliContext): Promise<void> {
  const day = (text?: string) => dayOption(text, options.json, context.language) ?? null;
  // an empty text would be 0
  const given = {
    name,
    region: options.region,
    fromDay: day(options.from),
    toDay: day(options.to),
    value: value.trim() ? Number(value) : Number.NaN,
  };
  await withHome(context, async ({ db }) => {
    const outcome = await setParameter({ set: (row) => setBureauParameter(db, row) }, given, actOf(options));
    answer(outcome, options, context.language, (row) => {
      const days =
        row.fromDay === null && row.toDay === null
          ? ''
          : `,${row.fromDay === null ? '' : `${formatDay(row.fromDay)} 起`}${row.toDay === null ? '' : `至 ${formatDay(row.toDay)}`}`;
      return `${row.name} = ${row.value}${days}`;
    });
  });
}
