// 绩效: plans with targets, actuals and scores; measuring; deciding on measures; what people state; the report.
import { randomUUID } from 'node:crypto';
import {
  publicationCheck,
  writeBudget,
  writeBudgetWorkbook,
  writeEvaluation,
  writeEvaluationWorkbook,
  writeForms,
  writeFormsWorkbook,
} from '@hengjian/documents';
import {
  calendarDate,
  type Day,
  dayOf,
  dayOfDate,
  documentOfPlan,
  type FormRecords,
  may,
  moneyOfForm,
  monitoringDocument,
  monitoringMoney,
  type Plan,
  planStateOf,
  type RuleSetChanges,
  ruleSetLines,
  ruleSetOf,
  type Supposition,
} from '@hengjian/domain';
import { formPortsOf, measuringOf, planStoreOf, registerStoreOf, scoreRulesStoreOf, scoringOf } from '@hengjian/store';
import {
  confirmSuggestions,
  decideMeasure,
  enterScoreRules,
  evaluatePlan,
  fillBudgetBook,
  listMeasures,
  measureById,
  measurePlan,
  monitorPlan,
  problemsOfYearBefore,
  recordsOfForms,
  rulesFor,
  scoreRules,
  stateIndicator,
  supposePlan,
  takePlanStep,
} from '@hengjian/workflows';
import { z } from 'zod';
import { deny } from '../account/guard-permissions.ts';
import type { App } from '../api.ts';
import { DOCX, sendFile, XLSX } from '../download.ts';
import { measuredRecordsOf } from '../measured-records.ts';
import { operatorOf } from '../operator.ts';
import { lifeOf, monitoringOf } from '../plan-life-view.ts';
import { headOf, planFileOf, supposedOf } from '../plan-view.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import { day } from '../schemas/common.ts';
import { publication } from '../schemas/documents.ts';
import * as shapes from '../schemas/plans.ts';
import type { Services } from '../services.ts';

const plan = z.object({ plan: z.string() });
const indicator = z.object({ indicator: z.string() });
const ok = z.object({ ok: z.literal(true) });
const done = { ok: true } as const;
/** Which rules score; those of the plan's year in the bureau's division unless another set is named. */
const byRules = z.object({ rules: z.string().optional() });

export function plansRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const scoring = scoringOf(home.db);
  const store = scoring.plans;
  app.get('/api/plans', { config: { may: 'plan.read' }, schema: { response: { 200: z.array(shapes.planHead) } } }, async () =>
    (await store.plans()).map(headOf),
  );

  app.get('/api/measures', { config: { may: 'plan.read' }, schema: { response: { 200: z.array(shapes.measureInfo) } } }, async () =>
    listMeasures(),
  );

  app.get(
    '/api/plans/:plan',
    { config: { may: 'plan.read' }, schema: { params: plan, querystring: byRules, response: { 200: shapes.planFile } } },
    async (request) => {
      const adopted = await store.plan(request.params.plan);
      if (!adopted) refuse('plan.unknown', { id: request.params.plan }, 404);
      const rules = taken(await rulesFor(scoring.rules, { id: request.query.rules, year: adopted.plan.year }), 404);
      return planFileOf(store, adopted, rules, languageOf(request));
    },
  );

  app.post(
    '/api/plans/:plan/measurement',
    {
      config: { may: 'plan.change' },
      schema: { params: plan, body: z.object({ asOf: day }), response: { 200: z.object({ runId: z.string(), known: z.number() }) } },
    },
    async ({ params, body }) => {
      const runId = `M${randomUUID().replaceAll('-', '').slice(0, 15)}`;
      const ports = { plans: store, measuring: measuringOf(home) };
      const run = taken(await measurePlan(ports, { planId: params.plan, asOf: body.asOf, runId, now: now() }), 404);
      return { runId, known: run.rows.filter((row) => row.measured?.value != null).length };
    },
  );

  app.post(
    '/api/plans/:plan/confirmation',
    { config: { may: 'plan.change' }, schema: { params: plan, response: { 200: z.object({ confirmed: z.number() }) } } },
    async (request) => ({ confirmed: taken(await confirmSuggestions(store, request.params.plan, operatorOf(request)), 404) }),
  );
  indicatorRoutes(app, services);
  reportRoutes(app, services);
  lifeRoutes(app, services);
  monitoringRoutes(app, services);
  budgetRoutes(app, services);
  scoreRulesRoutes(app, services);
}

function indicatorRoutes(app: App, services: Services): void {
  const { home, now } = services;
  const store = planStoreOf(home.db);
  const records = measuredRecordsOf(services);
  app.addHook('onClose', () => records.close());

  app.post(
    '/api/indicators/:indicator/measure',
    {
      config: { may: 'plan.change' },
      schema: { params: indicator, body: z.object({ measureId: z.string().nullable() }), response: { 200: ok } },
    },
    async (request) => {
      const given = { indicatorId: request.params.indicator, measureId: request.body.measureId, by: operatorOf(request) };
      taken(await decideMeasure(store, given), 404);
      return done;
    },
  );

  app.post(
    '/api/indicators/:indicator/statement',
    { config: { may: 'plan.change' }, schema: { params: indicator, body: shapes.statement, response: { 200: ok } } },
    async (request) => {
      const given = { indicatorId: request.params.indicator, ...request.body, by: operatorOf(request), at: now() };
      taken(await stateIndicator(scoringOf(home.db), given));
      return done;
    },
  );

  app.get(
    '/api/indicators/:indicator/records',
    { config: { may: 'plan.read' }, schema: { params: indicator, querystring: shapes.recordQuery, response: { 200: shapes.recordPage } } },
    (request) => {
      const { side, page, size } = request.query;
      return records.behind(request.params.indicator, side, { offset: (page - 1) * size, limit: size }, languageOf(request));
    },
  );
}

/** What registers and transfers say for the cells of the forms, up to a day. */
const recordsOf = async (home: Services['home'], plan: Plan, asOf: Day): Promise<FormRecords> =>
  recordsOfForms(await formPortsOf(home.db, asOf), plan, asOf);

const titleOf = (id: string): string => measureById(id)?.title.zh ?? id;

function reportRoutes(app: App, { home, now }: Services): void {
  const scoring = scoringOf(home.db);
  const store = scoring.plans;
  const nameOf = (evaluation: { plan: { year: number; org: string | null } }) =>
    `${evaluation.plan.org ?? ''}${evaluation.plan.year}年度绩效自评`;
  /** The report as it would be handed in, and what it is called. */
  const reportOf = async (planId: string, rules: string | undefined): Promise<{ bytes: Uint8Array; file: string }> => {
    const evaluation = taken(await evaluatePlan(scoring, { planId, rules }), 409);
    const carried = await problemsOfYearBefore(store, evaluation.plan);
    const records = await recordsOf(home, evaluation.plan, evaluation.asOf);
    const bytes = await writeEvaluation(evaluation, { writtenOn: dayOf(now()), titleOf, carried, records });
    return { bytes, file: `${nameOf(evaluation)}报告.docx` };
  };
  app.get(
    '/api/plans/:plan/report.docx',
    { config: { may: 'plan.read' }, schema: { params: plan, querystring: byRules } },
    async ({ params, query }, reply) => {
      const { bytes, file } = await reportOf(params.plan, query.rules);
      return sendFile(reply, bytes, file, DOCX);
    },
  );
  app.get(
    '/api/plans/:plan/publication',
    { config: { may: 'plan.read' }, schema: { params: plan, querystring: byRules, response: { 200: publication } } },
    async (request) => {
      const { bytes, file } = await reportOf(request.params.plan, request.query.rules);
      return taken(await publicationCheck(bytes, file, languageOf(request)));
    },
  );
  app.get(
    '/api/plans/:plan/report.xlsx',
    { config: { may: 'plan.read' }, schema: { params: plan, querystring: byRules } },
    async ({ params, query }, reply) => {
      const evaluation = taken(await evaluatePlan(scoring, { planId: params.plan, rules: query.rules }), 409);
      return sendFile(reply, await writeEvaluationWorkbook(evaluation, { titleOf }), `${nameOf(evaluation)}表.xlsx`, XLSX);
    },
  );
}

function lifeRoutes(app: App, { home, now }: Services): void {
  const store = planStoreOf(home.db);
  app.get(
    '/api/plans/:plan/life',
    { config: { may: 'plan.read' }, schema: { params: plan, response: { 200: shapes.planLife } } },
    async ({ params, actor }) => {
      const adopted = await store.plan(params.plan);
      if (!adopted) refuse('plan.unknown', { id: params.plan }, 404);
      return lifeOf(store, adopted.plan, actor);
    },
  );
  app.post(
    '/api/plans/:plan/steps',
    { config: { may: 'plan.step' }, schema: { params: plan, body: shapes.planStep, response: { 200: ok } } },
    async (request) => {
      const { plan: planId } = request.params;
      const state = planStateOf(await store.eventsOf(planId));
      const permit = may(request.actor, `plan.step.${request.body.action}`, { state });
      // A step that the state does not know is refused by the table itself, with its own sentence.
      if (!permit.ok && permit.why !== 'state') deny(request, `plan.step.${request.body.action}`, permit.why);
      taken(await takePlanStep(store, { planId, given: request.body, by: operatorOf(request), at: now() }));
      return done;
    },
  );
}

/** 预算与共性指标表 of the plan's year up to today, or the year's end where it is over. */
function budgetRoutes(app: App, { home, now }: Services): void {
  const plans = planStoreOf(home.db);
  const ports = { plans, measuring: measuringOf(home), registers: registerStoreOf(home.db) };
  for (const [file, kind, write] of [
    ['docx', DOCX, writeBudget],
    ['xlsx', XLSX, writeBudgetWorkbook],
  ] as const)
    app.get(`/api/plans/:plan/budget.${file}`, { config: { may: 'plan.read' }, schema: { params: plan } }, async ({ params }, reply) => {
      const year = (await plans.plan(params.plan))?.plan.year ?? calendarDate(dayOf(now())).year;
      const asOf = Math.min(dayOf(now()), dayOfDate(year, 12, 31));
      const book = taken(await fillBudgetBook(ports, { planId: params.plan, asOf: Math.max(asOf, dayOfDate(year, 1, 1)) }), 404);
      return sendFile(reply, await write(book), `${book.year}年预算与共性指标表.${file}`, kind);
    });
}

function monitoringRoutes(app: App, { home }: Services): void {
  const store = planStoreOf(home.db);
  const watched = async (planId: string) => taken(await monitorPlan(scoringOf(home.db), { planId }), 409);
  app.get(
    '/api/plans/:plan/monitoring',
    { config: { may: 'plan.read' }, schema: { params: plan, response: { 200: shapes.monitoring } } },
    async ({ params }) => monitoringOf((await watched(params.plan)).monitoring),
  );
  for (const [file, kind] of [
    ['docx', DOCX],
    ['xlsx', XLSX],
  ] as const) {
    const write = file === 'docx' ? writeForms : writeFormsWorkbook;
    app.get(
      `/api/plans/:plan/monitoring.${file}`,
      { config: { may: 'plan.read' }, schema: { params: plan } },
      async ({ params }, reply) => {
        const { monitoring, evaluation } = await watched(params.plan);
        const records = await recordsOf(home, evaluation.plan, evaluation.asOf);
        const bytes = await write(monitoringDocument(evaluation, monitoring), {
          money: monitoringMoney(monitoring).map((money, at) => ({
            ...money,
            ...moneyOfForm(records.funds.get(evaluation.plan.projects[at]?.projectNo ?? 0)),
          })),
          monthTo: monitoring.monthTo,
        });
        return sendFile(reply, bytes, `${evaluation.plan.year}年1-${monitoring.monthTo}月绩效监控表.${file}`, kind);
      },
    );
    app.get(`/api/plans/:plan/targets.${file}`, { config: { may: 'plan.read' }, schema: { params: plan } }, async ({ params }, reply) => {
      const adopted = await store.plan(params.plan);
      if (!adopted) refuse('plan.unknown', { id: params.plan }, 404);
      const records = await recordsOf(home, adopted.plan, dayOfDate(adopted.plan.year, 12, 31));
      const money = adopted.plan.projects.map(({ projectNo }) => moneyOfForm(records.funds.get(projectNo)));
      return sendFile(reply, await write(documentOfPlan(adopted.plan), { money }), `${adopted.plan.year}年绩效目标表.${file}`, kind);
    });
  }
}

function scoreRulesRoutes(app: App, { home, now }: Services): void {
  const rules = scoreRulesStoreOf(home.db);
  app.get(
    '/api/score-rules',
    {
      config: { may: 'plan.read' },
      schema: {
        querystring: z.object({ year: z.coerce.number().int().min(1990).max(2100).optional() }),
        response: { 200: z.array(shapes.ruleSetInfo) },
      },
    },
    async (request) => {
      const own = new Map((await rules.standing()).map((changes) => [changes.id, changes]));
      const sets = await scoreRules(rules);
      const year = request.query.year ?? calendarDate(dayOf(now())).year;
      const counting = ruleSetOf(sets, { year, region: await rules.region() });
      return sets.map((set) => {
        const changes = own.get(set.id);
        return {
          id: set.id,
          title: set.title,
          national: !changes,
          counts: set.id === counting.id,
          fullMarks: set.fullMarks,
          executionWeight: set.execution.weight,
          tiers: [...set.tiers],
          changes: changes ? { ...changes } : null,
          lines: ruleSetLines(set, languageOf(request)),
        };
      });
    },
  );
  app.post(
    '/api/score-rules',
    {
      config: { may: 'plan.change' },
      schema: { body: z.object({ changes: shapes.ruleSetChanges, ended: z.boolean() }), response: { 200: ok } },
    },
    async (request) => {
      const { ended } = request.body;
      // What is absent is absent: the domain knows no undefined values.
      const changes = JSON.parse(JSON.stringify(request.body.changes)) as RuleSetChanges;
      taken(await enterScoreRules(rules, { changes, ended, by: operatorOf(request), now: now() }));
      return done;
    },
  );
  app.post(
    '/api/plans/:plan/supposition',
    { config: { may: 'plan.read' }, schema: { params: plan, body: shapes.supposeWish, response: { 200: shapes.supposed } } },
    async (request) => {
      const suppositions = JSON.parse(JSON.stringify(request.body.suppositions)) as Supposition[];
      const wish = { planId: request.params.plan, rules: request.body.rules, suppositions };
      return supposedOf(taken(await supposePlan(scoringOf(home.db), wish), 409), languageOf(request));
    },
  );
}
