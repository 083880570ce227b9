import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { suggestMeasures } from '@hengjian/catalog';
import { readDocument } from '@hengjian/documents';
import {
  formatInstant,
  type IndicatorMeasure,
  type IndicatorStatement,
  isQuantitative,
  type Outcome,
  type Plan,
  type ReadDocument,
  signText,
  targetText,
  wanText,
} from '@hengjian/domain';
import { type Home, openHome, planStoreOf, scoringOf } from '@hengjian/store';
import { type Adoption, adoptPlan, confirmSuggestions, decideMeasure, measureById, stateIndicator } from '@hengjian/workflows';
import type { AddCommand } from '../command.ts';
import type { CliContext } from '../context.ts';
import { addLife } from '../plan/life.ts';
import { actor, printJson, refuse, said, wallClock } from '../refuse.ts';
import { textTable } from '../text-table.ts';

interface Options {
  json?: boolean;
  by?: string;
}

const add: AddCommand = (program, context) => {
  const plan = program.command('plan').description('年度绩效目标：采用、查看、确认口径');
  const withCommon = (command: ReturnType<typeof plan.command>) => command.option('--by <姓名>', '经办人').option('--json', '输出 JSON');
  withCommon(plan.command('adopt'))
    .description('采用一份绩效目标表作为年度计划')
    .argument('<文件>', '绩效目标表（docx、xlsx、html、pdf、txt，或 form read --json 的输出）')
    .requiredOption('--year <年度>', '预算年度')
    .option('--confirm', '把系统建议的口径都作为已确认')
    .action((file: string, options: Options & { year: string; confirm?: boolean }) => adopt(file, options, context()));
  withCommon(plan.command('list'))
    .description('列出采用过的计划')
    .action((options: Options) => list(options, context()));
  withCommon(plan.command('show'))
    .description('查看计划的指标和口径')
    .argument('<计划编号>')
    .action((planId: string, options: Options) => show(planId, options, context()));
  withCommon(plan.command('confirm'))
    .description('确认计划中系统建议的全部口径')
    .argument('<计划编号>')
    .action((planId: string, options: Options) => confirm(planId, options, context()));
  withCommon(plan.command('measure'))
    .description('为一个指标确认口径；none 表示没有口径能回答它')
    .argument('<指标编号>')
    .argument('<口径编号>')
    .action((indicatorId: string, measureId: string, options: Options) => decide(indicatorId, measureId, options, context()));
  withCommon(plan.command('state'))
    .description('填报一个指标的完成情况、评定或偏差原因')
    .argument('<指标编号>')
    .option('--actual <数字>', '实际完成值（没有台账和结算数据可测时）')
    .option('--text <文字>', '完成情况')
    .option('--grade <achieved|partly|missed>', '定性指标：达成 / 部分达成 / 未达成')
    .option('--part <比例>', '得分比例，如 0.95')
    .option('--reason <文字>', '偏差原因')
    .option('--improvement <文字>', '改进措施')
    .option('--evidence <文字>', '佐证材料')
    .action((indicatorId: string, options: StateOptions) => state(indicatorId, options, context()));
  addLife(plan, context);
};
export default add;

async function withHome<T>({ home: folder }: CliContext, act: (home: Home) => Promise<T>): Promise<T> {
  const home = await openHome(folder);
  try {
    return await act(home);
  } finally {
    await home.close();
  }
}

async function documentOf(file: string, options: Options, { language }: CliContext): Promise<ReadDocument> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return refuse([{ code: 'plan.no-file', severity: 'error', file, facts: {} }], options.json, language);
  }
  if (/\.json$/i.test(file)) {
    const parsed = parseJson(bytes.toString('utf8'));
    const document = (Array.isArray(parsed) ? parsed[0] : parsed) as ReadDocument | undefined;
    if (document && Array.isArray(document.projects)) return { ...document, file };
    return refuse([{ code: 'plan.bad-json', severity: 'error', file, facts: {} }], options.json, language);
  }
  const reading = await readDocument(bytes, file);
  if (!reading.ok) return refuse(reading.issues, options.json, language);
  return reading.value.document;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function adopt(file: string, options: Options & { year: string; confirm?: boolean }, context: CliContext): Promise<void> {
  const { language } = context;
  if (!/^(19|20)\d\d$/.test(options.year))
    refuse([{ code: 'plan.year-invalid', severity: 'error', facts: { text: options.year } }], options.json, language);
  const document = await documentOf(file, options, context);
  const outcome: Outcome<Adoption> = await withHome(context, (home) =>
    adoptPlan(planStoreOf(home.db), {
      document,
      year: Number(options.year),
      by: actor(options),
      now: wallClock(),
      confirm: options.confirm === true,
      suggest: suggestMeasures,
    }),
  );
  if (!outcome.ok) return refuse(outcome.issues, options.json, language);
  const { plan, isNew, suggestions } = outcome.value;
  const findings = said(outcome.issues, language);
  const counts = countsOf(plan, suggestions);
  if (options.json) return printJson({ ...planJson(plan, suggestions), isNew, ...counts, findings });
  const lines = [
    isNew ? `已采用《${basename(file)}》为 ${plan.year} 年绩效计划：${plan.planId}` : `这份目标表已经采用过，计划编号不变：${plan.planId}`,
    `${plan.projects.length} 个项目，${counts.indicators} 项指标；定量指标 ${counts.quantitative} 项，其中 ${counts.quantitativeWithMeasure} 项有口径${options.confirm ? '（已确认）' : '（系统建议，待确认）'}`,
    ...findings.map((finding) => `提示：${finding.message}`),
    ...(options.confirm ? [] : [`确认口径：hengjian plan confirm ${plan.planId}；查看：hengjian plan show ${plan.planId}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function countsOf(plan: Plan, links: readonly IndicatorMeasure[]) {
  const all = plan.projects.flatMap((project) => project.indicators);
  const answered = new Set(links.filter((link) => link.measureId !== null && link.state !== 'rejected').map((link) => link.indicatorId));
  const quantitative = all.filter(isQuantitative);
  return {
    indicators: all.length,
    quantitative: quantitative.length,
    withMeasure: all.filter((one) => answered.has(one.indicatorId)).length,
    quantitativeWithMeasure: quantitative.filter((one) => answered.has(one.indicatorId)).length,
  };
}

function planJson(plan: Plan, links: readonly IndicatorMeasure[]) {
  const by = new Map(links.map((link) => [link.indicatorId, link]));
  return {
    planId: plan.planId,
    year: plan.year,
    org: plan.org,
    kind: plan.kind,
    source: plan.source,
    projects: plan.projects.map((project) => ({
      ...project,
      indicators: project.indicators.map((indicator) => {
        const link = by.get(indicator.indicatorId);
        const measure = link && link.state !== 'rejected' ? measureById(link.measureId) : undefined;
        return {
          ...indicator,
          measure: measure
            ? { id: measure.id, title: measure.title.zh, unit: measure.unit, state: link?.state, confidence: link?.confidence ?? null }
            : null,
        };
      }),
    })),
  };
}

async function list(options: Options, context: CliContext): Promise<void> {
  const plans = await withHome(context, (home) => planStoreOf(home.db).plans());
  if (options.json)
    return printJson(
      plans.map(({ plan, ...rest }) => ({ planId: plan.planId, year: plan.year, org: plan.org, source: plan.source, ...rest })),
    );
  const rows = plans.map(({ plan, adoptedAt, adoptedBy, inForce }) => [
    plan.planId,
    String(plan.year),
    plan.org ?? '',
    inForce ? '在用' : '已替换',
    formatInstant(adoptedAt),
    adoptedBy,
  ]);
  process.stdout.write(
    rows.length ? `${textTable([['编号', '年度', '单位', '状态', '采用时间', '经办人'], ...rows], 6)}\n` : '还没有采用过计划。\n',
  );
}

async function show(planId: string, options: Options, context: CliContext): Promise<void> {
  const found = await withHome(context, async (home) => {
    const store = planStoreOf(home.db);
    const adopted = await store.plan(planId);
    return adopted && { adopted, links: await store.measuresOf(planId) };
  });
  if (!found) return refuse([{ code: 'plan.unknown', severity: 'error', facts: { id: planId } }], options.json, context.language);
  const { plan } = found.adopted;
  if (options.json) return printJson({ ...planJson(plan, found.links), ...countsOf(plan, found.links), inForce: found.adopted.inForce });
  const by = new Map(found.links.map((link) => [link.indicatorId, link]));
  const states = { suggested: '待确认', confirmed: '已确认', rejected: '无口径' } as const;
  for (const project of plan.projects) {
    const rows = project.indicators.map((indicator) => {
      const link = by.get(indicator.indicatorId);
      const measure = link && link.state !== 'rejected' ? measureById(link.measureId) : undefined;
      const target = `${signText(indicator)}${targetText(indicator)}${indicator.unit ?? ''}`;
      return [
        indicator.indicatorId,
        indicator.name.slice(0, 24),
        target.slice(0, 24),
        String(indicator.weight ?? ''),
        measure ? `${measure.title.zh}（${states[link?.state ?? 'suggested']}）` : '—',
      ];
    });
    process.stdout.write(`\n${project.name}${project.budgetFen === null ? '' : ` ${wanText(project.budgetFen)} 万元`}\n`);
    process.stdout.write(`${textTable([['编号', '指标', '指标值', '分值', '口径'], ...rows], 5)}\n`);
  }
}

async function confirm(planId: string, options: Options, context: CliContext): Promise<void> {
  const outcome = await withHome(context, (home) => confirmSuggestions(planStoreOf(home.db), planId, actor(options)));
  if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
  if (options.json) return printJson({ planId, confirmed: outcome.value });
  process.stdout.write(`已确认 ${outcome.value} 项口径。\n`);
}

async function decide(indicatorId: string, measureId: string, options: Options, context: CliContext): Promise<void> {
  const given = { indicatorId, measureId: measureId === 'none' ? null : measureId, by: actor(options) };
  const outcome = await withHome(context, (home) => decideMeasure(planStoreOf(home.db), given));
  if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
  if (options.json) return printJson(outcome.value);
  const title = measureById(outcome.value.measureId)?.title.zh;
  process.stdout.write(title ? `${indicatorId} 的口径：${title}\n` : `${indicatorId}：没有口径能回答。\n`);
}

interface StateOptions extends Options {
  actual?: string;
  text?: string;
  grade?: string;
  part?: string;
  reason?: string;
  improvement?: string;
  evidence?: string;
}

async function state(indicatorId: string, options: StateOptions, context: CliContext): Promise<void> {
  const number = (text: string | undefined) => {
    if (text === undefined) return null;
    if (!Number.isFinite(Number(text)) || text.trim() === '')
      refuse([{ code: 'plan.not-a-number', severity: 'error', facts: { text } }], options.json, context.language);
    return Number(text);
  };
  if (options.grade && !/^(achieved|partly|missed)$/.test(options.grade))
    refuse([{ code: 'plan.unknown-grade', severity: 'error', facts: { text: options.grade } }], options.json, context.language);
  const statement: IndicatorStatement = {
    indicatorId,
    actual: number(options.actual),
    actualText: options.text ?? null,
    grade: (options.grade as IndicatorStatement['grade'] | undefined) ?? null,
    part: number(options.part),
    reason: options.reason ?? null,
    improvement: options.improvement ?? null,
    evidence: options.evidence ?? null,
    by: actor(options),
    at: wallClock(),
  };
  const outcome = await withHome(context, (home) => stateIndicator(scoringOf(home.db), statement));
  if (!outcome.ok) return refuse(outcome.issues, options.json, context.language);
  if (options.json) return printJson(outcome.value);
  process.stdout.write(`已填报 ${indicatorId}。\n`);
}
