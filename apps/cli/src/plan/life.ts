// `plan monitor`, `plan budget` and `plan step`: the watch of a measured plan, its budget tables, and the steps of its year.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { writeBudget, writeBudgetWorkbook, writeForms, writeFormsWorkbook } from '@hengjian/documents';
import {
  monitoringDocument,
  monitoringMoney,
  numberText,
  type PlanAction,
  type PlanGrade,
  percentText,
  planActions,
  planGrades,
  planWords,
} from '@hengjian/domain';
import { measuringOf, openHome, planStoreOf, registerStoreOf, scoringOf } from '@hengjian/store';
import { fillBudgetBook, monitorPlan, planStep, takePlanStep } from '@hengjian/workflows';
import { type Command, InvalidArgumentError } from 'commander';
import { dayIn, planOf } from '../commands/measure.ts';
import type { CliContext } from '../context.ts';
import { actor, printJson, refuse, wallClock } from '../refuse.ts';
import { textTable } from '../text-table.ts';

interface MonitorOptions {
  out?: string;
  xlsx?: string;
  json?: boolean;
}
interface BudgetOptions extends MonitorOptions {
  asOf?: string;
}
interface StepOptions {
  by?: string;
  why?: string;
  grade?: PlanGrade;
  document?: string;
  successor?: string;
  form?: readonly string[];
  json?: boolean;
}

const oneOf =
  <T extends string>(list: readonly T[]) =>
  (text: string): T => {
    const found = list.find((one) => one === text);
    if (!found) throw new InvalidArgumentError(`只能是 ${list.join('、')}`);
    return found;
  };

export function addLife(plan: Command, context: () => CliContext): void {
  plan
    .command('monitor')
    .description('按最近一次测算做双监控：进度、全年预计、完成可能性；写出监控表')
    .argument('<计划编号>')
    .option('--out <文件>', '监控表（docx）')
    .option('--xlsx <文件>', '监控表（xlsx）')
    .option('--json', '输出 JSON')
    .action((planId: string, options: MonitorOptions) => watch(planId, options, context()));
  plan
    .command('budget')
    .description('由台账填出预算收支、项目、功能分类、三公采购人员资产各表和财预〔2013〕53号共性指标')
    .argument('<计划编号>')
    .option('--as-of <日期>', '截止日期（默认为计划年度的最后一天）')
    .option('--out <文件>', '预算与共性指标表（docx）')
    .option('--xlsx <文件>', '预算与共性指标表（xlsx）')
    .option('--json', '输出 JSON')
    .action((planId: string, options: BudgetOptions) => budget(planId, options, context()));
  plan
    .command('step')
    .description('办理目标的一步：提交、审核、批复、公开、调整、自评、评价、整改（退回意见在控制台逐格填写）')
    .argument('<计划编号>')
    .argument('<步骤>', planActions.map((action) => `${action}（${planWords.actions[action].zh}）`).join('、'), oneOf(planActions))
    .option('--by <姓名>', '经办人')
    .option('--why <文字>', '理由')
    .option('--grade <等次>', '优、良、中、差', oneOf(planGrades))
    .option('--document <文号>', '批复文号')
    .option('--successor <计划编号>', '调整后的目标')
    .option('--form <栏目=内容...>', '这一步自己的表（事前评估、落实责任人、登记整改完成、登记结果应用），如 person=张三 dueOn=2026-06-30')
    .option('--json', '输出 JSON')
    .action((planId: string, action: PlanAction, options: StepOptions) => step(planId, action, options, context()));
}

function write(file: string, bytes: Uint8Array): void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  writeFileSync(file, bytes);
}

const likelihoods = { certain: '确定能', possible: '有可能', impossible: '完全不可能' } as const;

async function watch(planId: string, options: MonitorOptions, context: CliContext): Promise<void> {
  const home = await openHome(context.home);
  try {
    const outcome = await monitorPlan(scoringOf(home.db), { planId });
    if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
    const { monitoring, evaluation } = outcome.value;
    const document = monitoringDocument(evaluation, monitoring);
    const wishes = { money: monitoringMoney(monitoring), monthTo: monitoring.monthTo };
    if (options.out) write(options.out, await writeForms(document, wishes));
    if (options.xlsx) write(options.xlsx, await writeFormsWorkbook(document, wishes));
    if (options.json) return printJson(monitoring);
    const rows = monitoring.projects.flatMap(({ project, indicators }) =>
      indicators.map(({ indicator, actual, progress, forecast, likelihood }) => [
        project.name.slice(0, 14),
        indicator.name.slice(0, 24),
        numberText(actual),
        percentText(progress),
        numberText(forecast?.value ?? null),
        likelihood ? likelihoods[likelihood] : '',
      ]),
    );
    const written = [options.out, options.xlsx].filter(Boolean).join('、');
    process.stdout.write(
      `1-${monitoring.monthTo} 月，全年已过 ${percentText(monitoring.yearShare)}。\n${textTable([['项目', '指标', '完成', '进度', '全年预计', '可能性'], ...rows], 4)}\n${written ? `监控表：${written}\n` : ''}`,
    );
  } finally {
    await home.close();
  }
}

async function budget(planId: string, options: BudgetOptions, context: CliContext): Promise<void> {
  const home = await openHome(context.home);
  try {
    const asOf = dayIn(await planOf(home, planId, options.json, context), options.asOf, options.json, context);
    const ports = { plans: planStoreOf(home.db), measuring: measuringOf(home), registers: registerStoreOf(home.db) };
    const outcome = await fillBudgetBook(ports, { planId, asOf });
    if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
    const book = outcome.value;
    if (options.out) write(options.out, await writeBudget(book));
    if (options.xlsx) write(options.xlsx, await writeBudgetWorkbook(book));
    if (options.json) return printJson(book);
    const rows = book.cards.flatMap(({ rows: own }) =>
      own.flatMap(({ row, value, numbers, points }) =>
        row.measureId === null
          ? []
          : [
              [
                row.name,
                value === null ? '没有台账数据' : `${numberText(value)}%`,
                points === null ? '' : `${points}/${row.weight}`,
                numbers,
              ],
            ],
      ),
    );
    process.stdout.write(`${textTable([['指标', '结果', '得分', '代入的数'], ...rows], 1)}\n`);
  } finally {
    await home.close();
  }
}

/** `a=1 b=2` as texts by field. */
const formOf = (given: readonly string[]): Record<string, string> =>
  Object.fromEntries(given.map((one) => [one.split('=')[0] ?? '', one.slice(one.indexOf('=') + 1)]));

async function step(planId: string, action: PlanAction, options: StepOptions, context: CliContext): Promise<void> {
  const home = await openHome(context.home);
  try {
    const given = planStep(action, {
      why: options.why ?? '',
      grade: options.grade ?? null,
      documentNo: options.document ?? null,
      successorId: options.successor ?? null,
      form: formOf(options.form ?? []),
    });
    const outcome = await takePlanStep(planStoreOf(home.db), { planId, given, by: actor(options), at: wallClock() });
    if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
    if (options.json) return printJson(outcome.value);
    process.stdout.write(`${planId}：${planWords.actions[action].zh}，现在是“${planWords.states[outcome.value.to].zh}”\n`);
  } finally {
    await home.close();
  }
}
