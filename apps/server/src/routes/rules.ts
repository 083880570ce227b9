// 规则 and 知识库: what is in force, what the last run said, and the knowledge behind it.
import { rulePages } from '@hengjian/catalog/pages.gen.ts';
import { type Language, providerScopeOf } from '@hengjian/domain';
import { browseKnowledge, countKnowledge, findingsByRule, lastRunOfRules } from '@hengjian/store';
import { sayWaiting } from '@hengjian/workflows';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { App } from '../api.ts';
import type { RuleTree } from '../names.ts';
import { languageOf, refuse } from '../refusal.ts';
import * as shapes from '../schemas/rules.ts';
import type { Services } from '../services.ts';

export function rulesRoutes(app: App, services: Services): void {
  const { home } = services;
  app.get('/api/rules', { config: { may: 'rule.read' }, schema: { response: { 200: z.array(shapes.ruleSummary) } } }, (request) =>
    summaries(services, request),
  );

  app.get(
    '/api/rules/:rule',
    { config: { may: 'rule.read' }, schema: { params: z.object({ rule: z.string() }), response: { 200: shapes.ruleFile } } },
    async (request) => {
      const language = languageOf(request);
      const { rule: ruleId } = request.params;
      const summary = (await summaries(services, request)).find((rule) => rule.ruleId === ruleId);
      const live = (await services.names.liveRules()).find(({ rule }) => rule.id === ruleId);
      if (!summary || !live) refuse('server.not-found', { what: '规则', id: ruleId }, 404);
      return { ...summary, ...(await detailsOf(live.rule, live.edition, services, language)) };
    },
  );

  app.get(
    '/api/knowledge',
    { config: { may: 'knowledge.read' }, schema: { querystring: shapes.knowledgeQuery, response: { 200: shapes.knowledgePage } } },
    async (request) => {
      const { page, size, ...filter } = request.query;
      const { total, rows } = await browseKnowledge(home.db, filter, { offset: (page - 1) * size, limit: size });
      const language = languageOf(request);
      return {
        total,
        rows: rows.map(({ constraintText, reason, ...row }) => ({
          ...row,
          constraint: constraintText,
          waits: reason ? sayWaiting(reason as Parameters<typeof sayWaiting>[0], language) : null,
        })),
      };
    },
  );
}

async function summaries({ home, names }: Services, request: FastifyRequest): Promise<shapes.RuleSummary[]> {
  const language = languageOf(request);
  const [live, runs, found, knowledge] = await Promise.all([
    names.liveRules(),
    lastRunOfRules(home.db),
    findingsByRule(home.db, { standing: 'live', scope: providerScopeOf(request.actor) }),
    countKnowledge(home.db),
  ]);
  return live.map(({ rule, edition }) => {
    const run = runs.find(({ ruleId }) => ruleId === rule.id);
    const counts = found.find(({ ruleId }) => ruleId === rule.id);
    const points = (state: string) => knowledge.find((row) => row.ruleKey === rule.code && row.state === state)?.count ?? 0;
    return {
      ruleId: rule.id,
      code: rule.code,
      title: rule.title[language],
      category: rule.category,
      certainty: rule.certainty,
      shape: rule.shape.kind,
      grain: rule.grain,
      edition,
      findings: counts?.count ?? 0,
      amountFen: counts?.amountFen ?? 0,
      knowledge: rule.knowledge ? { active: points('active'), waiting: points('waiting'), superseded: points('superseded') } : null,
      lastRun: run ? lastRunOf(run) : null,
    };
  });
}

function lastRunOf({ ruleId: _, edition: _edition, finishedAt, ...run }: Awaited<ReturnType<typeof lastRunOfRules>>[number]) {
  return { ...run, finishedAt: finishedAt?.toISOString() ?? null };
}

async function detailsOf(rule: RuleTree, edition: number, { home }: Services, language: Language) {
  const [parameters, editions] = await Promise.all([
    home.db.selectFrom('ruleParameter').selectAll().where('ruleId', '=', rule.id).where('edition', '=', edition).execute(),
    home.db
      .selectFrom('ruleEdition')
      .select(['edition', 'state', 'recordedAt'])
      .where('ruleId', '=', rule.id)
      .orderBy('edition', 'desc')
      .execute(),
  ]);
  return {
    basis: rule.basis.map(({ document, article }) => ({ document, article: article ?? null })),
    explain: rule.explain[language],
    page: rulePages[rule.id] ?? null,
    parameters: Object.entries(rule.parameters).flatMap(([name, { title, unit, standard }]) => {
      const own = parameters.filter((row) => row.name === name);
      const shown = own.length ? own : [{ value: standard as unknown, fromDay: null, toDay: null }];
      return shown.map(({ value, fromDay, toDay }) => ({ name, title: title[language], unit: unit ?? null, value, fromDay, toDay }));
    }),
    exemptions: rule.exemptions.map(({ id, title, acts }) => ({ id, title: title[language], acts })),
    editions: editions.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() })),
  };
}
