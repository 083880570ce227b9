// rule list|show|coverage: what is there.
import { coverageOf, rules, withoutRule } from '@hengjian/catalog';
import { formatDay, formatInstant, ruleWords } from '@hengjian/domain';
import { countKnowledge } from '@hengjian/store';
import { approvalsOf, casesOf, type Edition, spanText } from '@hengjian/workflows';
import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { printJson, refuse } from '../refuse.ts';
import { textTable } from '../text-table.ts';
import { chosenEdition, withHome } from './with-home.ts';

interface Options {
  edition?: string;
  json?: boolean;
}

export function addShow(rule: Command, context: () => CliContext): void {
  rule
    .command('list')
    .description('列出规则和它们的版本状态')
    .option('--state <state>', '只列 draft、review、shadow、live 或 retired')
    .option('--json', '输出 JSON')
    .action((options: Options & { state?: string }) => list(options, context()));
  rule
    .command('show')
    .description('一条规则的版本、步骤和内容（--json 打印的 tree、cases 可改后用 draft、edit 再交）')
    .argument('<rule>', '规则编号')
    .option('--edition <n>', '版本号（默认在用的，没有则最新的）')
    .option('--json', '输出 JSON')
    .action((ruleId: string, options: Options) => show(ruleId, options, context()));
  rule
    .command('coverage')
    .description('国家框架 88 类和扩展 50 条的覆盖表：规则、类别、形态、引擎、用例、知识点、状态')
    .option('--json', '输出 JSON')
    .action((options: Options) => coverage(options, context()));
}

const stateWord = (state: string) => ruleWords.states[state]?.zh ?? state;

async function list({ state, json }: Options & { state?: string }, context: CliContext): Promise<void> {
  await withHome(context, async (_home, ports) => {
    const editions = (await ports.book.all()).filter((e) => (state ? e.state === state : e.state !== 'retired'));
    const rows = editions.map((e) => ({
      ruleId: e.ruleId,
      edition: e.edition,
      state: e.state,
      code: e.tree.code,
      title: e.tree.title.zh,
      origin: e.origin,
      region: e.region,
      from: e.from === null ? null : formatDay(e.from),
      to: e.to === null ? null : formatDay(e.to),
    }));
    if (json) return printJson(rows);
    const cells = editions.map((e) => [
      e.ruleId,
      String(e.edition),
      stateWord(e.state),
      e.tree.title.zh,
      e.origin === 'shipped' ? '随产品' : '本局',
      e.region === '*' ? '全域' : e.region,
      e.state === 'live' ? spanText(e.from, e.to) : '',
    ]);
    process.stdout.write(`${textTable([['编号', '版本', '状态', '名称', '来源', '地区', '适用日期'], ...cells], 7)}\n`);
  });
}

async function show(ruleId: string, { edition: given, json }: Options, context: CliContext): Promise<void> {
  await withHome(context, async (_home, ports) => {
    const editions = await ports.book.editions(ruleId);
    const number = await chosenEdition(ports, ruleId, given, ['live']);
    const edition = editions.find((e) => e.edition === number);
    if (!edition)
      return refuse(
        [{ code: editions.length ? 'rule.unknownEdition' : 'rule.unknown', severity: 'error', facts: { rule: ruleId, edition: number } }],
        json,
        context.language,
      );
    const events = await ports.book.events(ruleId);
    const own = events.filter((e) => e.edition === number);
    if (json) return printJson({ ...edition, cases: casesOf(edition, ports), approvals: approvalsOf(own), events });
    process.stdout.write(`${headOf(edition, casesOf(edition, ports).cases.length)}\n\n`);
    const rows = events.map((e) => [
      formatInstant(e.at),
      `第 ${e.edition} 版`,
      ruleWords.actions[e.action]?.zh ?? e.action,
      ruleWords.kinds[e.detail?.kind ?? '']?.zh ?? '',
      e.by,
      e.why,
    ]);
    process.stdout.write(`${textTable([['时间', '版本', '步骤', '审核', '经办人', '原因'], ...rows], 6)}\n`);
  });
}

const headOf = (edition: Edition, cases: number): string =>
  [
    `${edition.tree.title.zh}（${edition.ruleId}，${edition.tree.code}）第 ${edition.edition} 版：${stateWord(edition.state)}`,
    `用例 ${cases} 个；${edition.region === '*' ? '全域' : edition.region}，${spanText(edition.from, edition.to)}`,
    ...edition.parameters.map((row) => {
      const declared = edition.tree.parameters[row.name];
      const value = Array.isArray(row.value) ? row.value.join('、') : String(row.value);
      return `  ${declared?.title.zh ?? row.name}：${value}${declared?.unit ?? ''}（${row.region === '*' ? '全域' : row.region}，${spanText(row.from, row.to)}）`;
    }),
  ].join('\n');

async function coverage({ json }: Options, context: CliContext): Promise<void> {
  await withHome(context, async (home, ports) => {
    const editions = await ports.book.all();
    const live = editions.filter((e) => e.state === 'live');
    const newest = [...new Map([...live].reverse().map((e) => [e.ruleId, e.tree])).values()];
    // rules that are shipped and retired, or still drafts, stand in the table too
    const others = editions.filter((e) => !live.some((l) => l.ruleId === e.ruleId));
    const all: Edition['tree'][] = [...newest, ...new Map([...others].reverse().map((e) => [e.ruleId, e.tree])).values()];
    const shelf = Object.keys(rules);
    all.sort((a, b) => shelf.indexOf(a.id) - shelf.indexOf(b.id));
    const knowledge = await countKnowledge(home.db);
    const points = (code: string, state: string) => knowledge.find((row) => row.ruleKey === code && row.state === state)?.count ?? 0;
    const rows = coverageOf(all).map((row) => {
      const edition = editions.find((e) => e.ruleId === row.ruleId && e.state === 'live') ?? editions.find((e) => e.ruleId === row.ruleId);
      return {
        ...row,
        cases: edition ? casesOf(edition, ports).cases.length : 0,
        active: row.readsKnowledge ? points(row.code, 'active') : null,
        waiting: row.readsKnowledge ? points(row.code, 'waiting') : null,
        state: edition?.state ?? null,
        edition: edition?.edition ?? null,
      };
    });
    if (json) return printJson(rows);
    const shapes: Record<string, string> = { row: '单条', pair: '成对', group: '分组', sequence: '序列', peer: '同类比较' };
    const cells = rows.map((row) => [
      row.code,
      row.name,
      row.class,
      shapes[row.shape ?? ''] ?? '—',
      row.engines.length === 0 ? '—' : row.engines.map((engine) => ({ sql: 'SQL', closure: '闭包' })[engine]).join('、'),
      String(row.cases || '—'),
      row.active === null ? '—' : `${row.active}/${row.waiting}`,
      row.state ? `${stateWord(row.state)}（第 ${row.edition} 版）` : withoutRule(row),
    ]);
    process.stdout.write(`${textTable([['编码', '名称', '类别', '形态', '引擎', '用例', '知识点 在用/待', '状态'], ...cells], 8)}\n`);
    const count = (standing: string) => new Set(rows.filter((row) => row.standing === standing).map((row) => row.code)).size;
    process.stdout.write(
      `\n已实现 ${count('implemented')} 条，由监测预警承担 ${count('watched')} 条，以现有数据无法评估 ${count('cannot')} 条，未实现 ${count('missing')} 条\n`,
    );
  });
}
