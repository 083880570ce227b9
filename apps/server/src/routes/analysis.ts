// 即席分析: a question over the declared tables, answered in place.
import { type AnalysisAsk, type AnalysisMeasure, type AnalysisTable, analysisTables, analysisValue, unknownWords } from '@hengjian/domain';
import { ANALYSIS_LIMIT } from '@hengjian/store';
import type { App } from '../api.ts';
import { CSV, csvLine, sendFile } from '../download.ts';
import { refuse } from '../refusal.ts';
import * as shapes from '../schemas/analysis.ts';
import type { Services } from '../services.ts';

/** Questions of more dimensions make tables that nobody reads. */
const MOST_DIMENSIONS = 4;

function askOf({ table, by = [], measure = [], from, to, where = [] }: shapes.AnalysisQuery): AnalysisAsk {
  const filters = Map.groupBy(
    where.map((text) => text.split(/:(.*)/s)),
    ([name]) => name ?? '',
  );
  const ask = {
    table,
    by: by.slice(0, MOST_DIMENSIONS),
    measures: measure,
    from,
    to,
    where: Object.fromEntries([...filters].map(([name, parts]) => [name, parts.map(([, value]) => value ?? '')])),
  } as AnalysisAsk;
  const unknown = unknownWords(ask);
  if (unknown.length > 0) refuse('server.invalid', { reason: unknown.join(', ') }, 400);
  return ask;
}
const measuresOf = (ask: AnalysisAsk) => {
  const table: AnalysisTable = analysisTables[ask.table];
  return ask.measures.map((name) => table.measures[name] as AnalysisMeasure);
};

export function analysisRoutes(app: App, { analysis, names }: Services): void {
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
    async ({ query }, reply) => {
      const ask = askOf(query);
      const table: AnalysisTable = analysisTables[ask.table];
      const measures = measuresOf(ask);
      const providers = await names.providers();
      const word = (dimension: string, key: string | null) =>
        key === null
          ? '未知'
          : dimension === 'provider'
            ? (providers.get(key)?.name ?? key)
            : (table.dimensions[dimension]?.values?.[key]?.zh ?? key);
      const units = { fen: '（元）', share: '（%）', count: '', days: '（天）', times: '（次）' } as const;
      const shown = (value: number | null, { unit }: AnalysisMeasure) =>
        value === null
          ? null
          : unit === 'fen'
            ? Number((value / 100).toFixed(2))
            : unit === 'share'
              ? Number((value * 100).toFixed(4))
              : Number(value.toFixed(4));
      const heads = [...ask.by.map((name) => table.dimensions[name]?.zh ?? name), ...measures.map(({ zh, unit }) => `${zh}${units[unit]}`)];
      const lines = (await analysis.ask(ask)).map(({ keys, parts }) =>
        csvLine([
          ...keys.map((key, i) => word(ask.by[i] as string, key)),
          ...parts.map((part, i) => shown(analysisValue(part, measures[i] as AnalysisMeasure), measures[i] as AnalysisMeasure)),
        ]),
      );
      return sendFile(reply, ['\ufeff', csvLine(heads), ...lines].join(''), `${table.zh}分析.csv`, CSV);
    },
  );
}
