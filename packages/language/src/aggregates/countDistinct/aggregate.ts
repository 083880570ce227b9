import type { Aggregate } from '../../operator.ts';

const unknown = (scope: string, a: string) => `bool_or(${scope} IS NULL OR ${a} IS NULL)`;

export default {
  name: 'countDistinct',
  title: { zh: '不同值个数', en: 'count of distinct values' },
  takes: ['any'],
  gives: 'int',
  evaluate: (rows) => (rows.some((r) => r.scope === null || r.args[0] === null) ? null : new Set(rows.map((r) => r.args[0])).size),
  // filtered like the known part, so that both are counted at once: where nothing is unknown, all records are in scope
  sql: (scope, a) => `(CASE WHEN NOT ${unknown(scope, a)} THEN count(DISTINCT ${a}) FILTER (WHERE ${scope}) END)`,
  bound: (scope, a) => `(CASE WHEN NOT ${unknown(scope, a)} THEN count(${a}) FILTER (WHERE ${scope}) END)`,
  sabotage: (scope, a) => `(CASE WHEN NOT ${unknown(scope, a)} THEN count(${a}) END)`,
} satisfies Aggregate;
