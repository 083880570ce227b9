// 知识库: one point beside its sentence and what people decided, batches before and after they are taken in, coverage, catalogue.
import { kindOf, knowledgeParameters, paramsOfKind } from '@hengjian/catalog/knowledge/index.ts';
import { readCatalogue } from '@hengjian/documents/knowledge/read-catalogue.ts';
import { readKnowledge } from '@hengjian/documents/knowledge/read-knowledge.ts';
import { type Language, sayIssue, sentences } from '@hengjian/domain';
import { importCatalogue, knowledgeCoverage, knowledgeStoreOf, knowledgeVersions } from '@hengjian/store';
import { decidePoint, importKnowledge, type KnowledgeAccount, sayWaiting } from '@hengjian/workflows';
import { z } from 'zod';
import type { App } from '../api.ts';
import { asWriter } from '../jobs/job.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, refuse, taken } from '../refusal.ts';
import * as shapes from '../schemas/knowledge.ts';
import type { Services } from '../services.ts';

const pointed = z.object({ point: z.string() });
const named = z.object({ file: z.string().min(1).max(300), take: z.enum(['yes', 'no']).default('no') });
/** Changes that a page can show. */
const MOST_CHANGES = 1000;

export function knowledgeRoutes(app: App, { home, lake, now }: Services): void {
  const store = knowledgeStoreOf(home.db);

  app.get(
    '/api/knowledge/points/:point',
    { config: { may: 'knowledge.read' }, schema: { params: pointed, response: { 200: shapes.pointFile } } },
    async (request) => {
      const [newest, ...older] = await knowledgeVersions(home.db, request.params.point);
      if (!newest) refuse('server.not-found', { what: '知识点', id: request.params.point }, 404);
      const { point, state, reason, ruleKey, params } = newest;
      const kind = kindOf(point);
      return {
        ...point,
        pointId: point.id,
        ruleKey,
        state,
        params,
        waits: reason ? sayWaiting(reason, languageOf(request)) : null,
        form: kind === undefined ? [] : paramsOfKind(kind).map(fieldOf),
        versions: [newest, ...older].map(({ version, at, by, source, point: said, params: given }) => ({
          version,
          at,
          by,
          source,
          constraint: said.constraint,
          params: given,
        })),
      };
    },
  );

  app.post(
    '/api/knowledge/points/:point/decision',
    {
      config: { may: 'knowledge.change' },
      schema: { params: pointed, body: shapes.decision, response: { 200: z.object({ decided: z.literal(true) }) } },
    },
    async (request) => {
      const decision = { pointId: request.params.point, params: request.body.params, by: operatorOf(request), now: now() };
      taken(await asWriter(home, 'knowledge decide', 'knowledge.busy', () => decidePoint(store, decision)));
      return { decided: true as const };
    },
  );

  app.post(
    '/api/knowledge/batch',
    { config: { may: 'knowledge.change' }, schema: { querystring: named, response: { 200: shapes.batch } } },
    async (request) => {
      const read = await readKnowledge(request.body as Buffer, request.query.file);
      const wish = { files: [read], by: operatorOf(request), now: now() };
      const outcome =
        request.query.take === 'yes'
          ? await asWriter(home, 'knowledge import', 'knowledge.busy', () => importKnowledge(store, wish))
          : await importKnowledge(store, { ...wish, preview: true });
      const language = languageOf(request);
      return batchOf(
        taken(outcome),
        outcome.issues.map((issue) => sayIssue(issue, sentences, language)),
        language,
      );
    },
  );

  app.get(
    '/api/knowledge/coverage',
    { config: { may: 'knowledge.read' }, schema: { querystring: shapes.coverageQuery, response: { 200: shapes.coverage } } },
    ({ query }) =>
      lake.read(async (connection, snapshot) => {
        const range = snapshot.range();
        if (!range) refuse('review.empty', {}, 409);
        const [from, to] = [query.from ?? range.fromDay, query.to ?? range.toDay];
        return { fromDay: from, toDay: to, ...(await knowledgeCoverage(home.db, connection, { from, to, top: query.top })) };
      }),
  );

  app.post(
    '/api/knowledge/catalogue',
    {
      config: { may: 'knowledge.change' },
      schema: {
        querystring: z.object({ file: z.string().min(1).max(300) }),
        response: { 200: z.object({ edition: z.number(), items: z.number(), issues: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const { rows, issues } = await readCatalogue(request.body as Buffer, request.query.file);
      if (rows.length === 0) taken({ ok: false, issues });
      const edition = await importCatalogue(home.db, rows, operatorOf(request), request.query.file);
      const language = languageOf(request);
      return { edition, items: rows.length, issues: issues.map((issue) => sayIssue(issue, sentences, language)) };
    },
  );
}

function fieldOf(name: keyof typeof knowledgeParameters): z.infer<typeof shapes.field> {
  const declared: { type: string; zh: string; values?: readonly (string | number)[] } = knowledgeParameters[name];
  return { name, type: declared.type, title: declared.zh, values: declared.values ? [...declared.values] : null };
}

function batchOf(account: KnowledgeAccount, issues: string[], language: Language): shapes.BatchJson {
  const { points, structured, waiting, superseded, added, changed, known, rejected, changes = [] } = account;
  return {
    points,
    structured,
    waiting,
    superseded,
    added,
    changed,
    known,
    rejected,
    issues: issues.slice(0, 50),
    changes: changes
      .slice(0, MOST_CHANGES)
      .map(({ reason, ...rest }) => ({ ...rest, waits: reason ? sayWaiting(reason, language) : null })),
  };
}
