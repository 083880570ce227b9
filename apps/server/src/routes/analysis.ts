// 即席分析: a question over the declared tables, answered in place; kept ones are cards of the overview and pages of the monthly report.
import { type AnalysisAsk, type AnalysisMeasure, analysisTables, analysisValue } from '@hengjian/domain';
import { ANALYSIS_LIMIT, endView, savedViews, saveView } from '@hengjian/store';
import { z } from 'zod';
import { answerTable, measuresOf, questionOf } from '../analysis-words.ts';
import type { App } from '../api.ts';
import { CSV, csvLine, sendFile } from '../download.ts';
import { operatorOf } from '../operator.ts';
import { languageOf, refuse } from '../refusal.ts';
import * as shapes from '../schemas/analysis.ts';
import type { Services } from '../services.ts';

function askOf({ by = [], measure = [], where = [], ...rest }: shapes.AnalysisQuery): AnalysisAsk {
  const { ask, unknown } = questionOf({ ...rest, by, measure, where });
  if (unknown.length > 0) refuse('server.invalid', { reason: unknown.join(', ') }, 400);
  return ask;
}

export function analysisRoutes(app: App, services: Services): void {
  const { analysis, names } = services;
  app.get(
    '/api/analysis',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.analysisQuery, response: { 200: shapes.analysis } } },
    async ({ query }) => {
      const ask = askOf(query);
      const known = await analysis.months();
      if (ask.measures.length === 0) return { known, rows: [], cut: false };
      const measures = measuresOf(ask);
      const rows = await analysis.ask(ask);
      return {
        known,
        rows: rows.map(({ keys, parts }) => ({
          keys: [...keys],
          parts: parts.map((part) => ({ ...part })),
          values: parts.map((part, i) => analysisValue(part, measures[i] as AnalysisMeasure)),
        })),
        cut: rows.length === ANALYSIS_LIMIT,
      };
    },
  );
  app.get(
    '/api/analysis/export',
    { config: { may: 'decision.read' }, schema: { querystring: shapes.analysisQuery } },
    async (request, reply) => {
      const ask = askOf(request.query);
      const { heads, rows } = await answerTable(ask, await analysis.ask(ask), names, languageOf(request));
      return sendFile(reply, ['\ufeff', csvLine(heads), ...rows.map(csvLine)].join(''), `${analysisTables[ask.table].zh}分析.csv`, CSV);
    },
  );
  savedRoutes(app, services);
}

function savedRoutes(app: App, { home, now }: Services): void {
  app.get('/api/saved-views', { config: { may: 'decision.read' }, schema: { response: { 200: shapes.savedViews } } }, async () =>
    (await savedViews(home.db)).map(({ question, places, ...view }) => ({
      ...view,
      places: [...places],
      question: { ...question, by: [...question.by], measure: [...question.measure], where: [...question.where] },
    })),
  );
  app.post(
    '/api/saved-views',
    { config: { may: 'decision.change' }, schema: { body: shapes.savedWish, response: { 200: z.object({ viewId: z.string() }) } } },
    async (request) => {
      const { title, question, places } = request.body;
      const ask = askOf(question);
      if (ask.measures.length === 0) refuse('server.invalid', { reason: 'measure' }, 400);
      const { viewId } = await saveView(home.db, { title: title.trim(), question, places, by: operatorOf(request), at: now() });
      return { viewId };
    },
  );
  app.post(
    '/api/saved-views/:view/end',
    {
      config: { may: 'decision.change' },
      schema: { params: z.object({ view: z.string().max(40) }), response: { 200: z.object({ ok: z.literal(true) }) } },
    },
    async (request) => {
      const { view } = request.params;
      if (!(await endView(home.db, view, operatorOf(request), now()))) refuse('server.not-found', { what: '分析', id: view }, 404);
      return { ok: true as const };
    },
  );
}
