// Steps of findings on the command line: one or many, what the clock does by itself, and the ledger as of any day.
import {
  type FindingAction,
  type FindingState,
  findingMessages,
  findingWords,
  formatInstant,
  formatYuan,
  type Issue,
  parseYuan,
  SECONDS_PER_DAY,
  type StepDetail,
  sayIssue,
} from '@hengjian/domain';
import { findingLifeOf, moveFindings, openCluesAlone } from '@hengjian/server';
import { casesOf, ledgerTotals, recountFindingSums, stepsTaken } from '@hengjian/store';
import { takeFindingSteps } from '@hengjian/workflows';
import type { Command } from 'commander';
import { Refused } from '../command.ts';
import type { CliContext } from '../context.ts';
import { printJson, wallClock } from '../refuse.ts';
import { type ActOptions, actOf, dayOption, withHome } from '../rule/with-home.ts';
import { textTable } from '../text-table.ts';

interface StepOptions extends ActOptions {
  cause?: string;
  lines?: string[];
  experts?: string[];
  verdict?: string;
  amount?: string;
  fund?: string;
  reference?: string;
}

/** `findings step`, `findings case`, `findings move`, `findings ledger`. */
export function addLife(findings: Command, context: () => CliContext): void {
  findings
    .command('step')
    .description(
      '办理疑点的一步：uphold 认定、dismiss 排除、accept 认可、appeal 申诉、maintain 维持、seat 组成合议组、vote 表决、confirm 确认扣款、offset 抵扣、payBack 退回、refuse 拒付、writeOff 核销、giveBack 退还、reopen 重新办理、escalate 移交、note 备注',
    )
    .argument('<action>', '动作')
    .argument('<finding...>', '疑点编号，可多个')
    .requiredOption('--by <name>', '经办人')
    .requiredOption('--why <text>', '理由')
    .option('--cause <cause>', '排除归因：ruleError 规则误报、dataProblem 数据问题、clinicallyJustified 临床合理、smallSum 小额')
    .option('--lines <encounter:line...>', '部分认定时排除的明细')
    .option('--experts <name...>', '合议专家')
    .option('--verdict <uphold|dismiss>', '表决')
    .option('--amount <元>', '金额，不写为全部待追')
    .option('--fund <元>', '核定的基金金额')
    .option('--reference <text>', '结算期或文号')
    .option('--json', '输出 JSON')
    .action((action: string, ids: string[], options: StepOptions) => step(action, ids, options, context()));
  findings
    .command('case')
    .description('一条疑点的办理经过')
    .argument('<finding>', '疑点编号')
    .option('--json', '输出 JSON')
    .action((id: string, options: { json?: boolean }) => show(id, options, context()));
  findings
    .command('move')
    .description('到期的事：新疑点转入办理，证据变更的重新办理，超期未答复的视同认可')
    .option('--json', '输出 JSON')
    .action(({ json }: { json?: boolean }) =>
      withHome(context(), async (home) => {
        const moved = await moveFindings(home);
        if (json) printJson(moved);
        else process.stdout.write(`新转入 ${moved.opened} 条，证据变更 ${moved.changed} 条，超期视同认可 ${moved.lapsed} 条\n`);
      }),
    );
  findings
    .command('recount')
    .description('按明细重新合计（台账各科目每日的合计、各环节的条数）；合计被绕过系统改动、journal verify 指出后才需要')
    .action(() => withHome(context(), (home) => recountFindingSums(home.db)));
  findings
    .command('ledger')
    .description('疑点资金台账：各科目在某日终了的余额')
    .option('--as-of <日期>', '默认现在')
    .option('--provider <code>', '只看一家机构')
    .option('--json', '输出 JSON')
    .action((options: { asOf?: string; provider?: string; json?: boolean }) => ledger(options, context()));
}

function money(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const fen = parseYuan(text);
  if (fen === undefined) throw new Refused(`金额“${text}”有误：以元为单位，最多两位小数`);
  return fen;
}

function detailOf(options: StepOptions): StepDetail | undefined {
  const [amountFen, fundFen] = [money(options.amount), money(options.fund)];
  const detail = {
    ...(options.cause && { cause: options.cause }),
    ...(options.lines && { dismissedLines: options.lines }),
    ...(options.experts && { experts: options.experts }),
    ...(options.verdict && { verdict: options.verdict }),
    ...(amountFen !== undefined && { amountFen }),
    ...(fundFen !== undefined && { fundFen }),
    ...(options.reference && { reference: options.reference }),
  };
  return Object.keys(detail).length > 0 ? (detail as StepDetail) : undefined;
}

const sayAll = (issues: readonly Issue[], { language }: CliContext) =>
  issues.map((one) => sayIssue(one, findingMessages, language)).join(';');

async function step(action: string, findingIds: string[], options: StepOptions, context: CliContext): Promise<void> {
  if (!(action in findingWords.actions)) throw new Refused(`没有动作 ${action}：${Object.keys(findingWords.actions).join('、')}`);
  const detail = detailOf(options);
  await withHome(context, async (home) => {
    const act = actOf(options);
    const { book, rules } = await findingLifeOf(home, act.at);
    const { done, refused } = await takeFindingSteps(book, rules, {
      findingIds,
      action: action as FindingAction,
      act,
      ...(detail && { detail }),
    });
    if (action === 'escalate') await openCluesAlone(home, done, act);
    const words = (state: FindingState) => findingWords.states[state][context.language];
    if (options.json)
      printJson({
        ok: refused.length === 0,
        done: done.map((one) => ({ findingId: one.findingId, state: one.state })),
        refused: refused.map((one) => ({ findingId: one.findingId, message: sayAll(one.issues, context), issues: one.issues })),
      });
    else for (const one of done) process.stdout.write(`${one.findingId}:${words(one.state)}\n`);
    if (refused.length === 0) return;
    if (options.json) process.exitCode = 1;
    else throw new Refused(refused.map((one) => `${one.findingId}:${sayAll(one.issues, context)}`).join('\n'));
  });
}

async function show(id: string, { json }: { json?: boolean }, context: CliContext): Promise<void> {
  await withHome(context, async (home) => {
    const [stored] = await casesOf(home.db, [id]);
    if (!stored) throw new Refused(sayAll([{ code: 'finding.unknown', severity: 'error', facts: { id } }], context));
    const events = await stepsTaken(home.db, id);
    if (json) return printJson({ case: stored.one, dueDay: stored.dueDay, events });
    const { states, actions } = findingWords;
    const rows = events.map((e) => [
      formatInstant(e.at),
      (actions as Record<string, { zh: string; en: string }>)[e.action]?.[context.language] ?? e.action,
      states[e.after][context.language],
      e.by,
      e.why,
    ]);
    process.stdout.write(
      `${id}:${states[stored.one.state][context.language]}\n${textTable([['时间', '动作', '之后', '经办人', '理由'], ...rows], 9)}\n`,
    );
  });
}

async function ledger(options: { asOf?: string; provider?: string; json?: boolean }, context: CliContext): Promise<void> {
  const day = dayOption(options.asOf, options.json, context.language);
  const at = day === undefined ? wallClock() : (day + 1) * SECONDS_PER_DAY - 1;
  await withHome(context, async (home) => {
    const totals = await ledgerTotals(home.db, at, options.provider);
    if (options.json) return printJson({ at, totals });
    const rows = totals.map((row) => [
      findingWords.accounts[row.account][context.language],
      formatYuan(row.grossFen),
      formatYuan(row.fundFen),
    ]);
    process.stdout.write(`${textTable([['科目', '费用（元）', '基金（元）'], ...rows], 1)}\n`);
  });
}
