import type { Aggregate } from '../../operator.ts';

export default {
  name: 'countDistinctKnown',
  title: { zh: '已知不同值个数', en: 'count of known distinct values' },
  takes: ['any'],
  gives: 'int',
  evaluate: (rows) => new Set(rows.filter((r) => r.scope === true && r.args[0] !== null).map((r) => r.args[0])).size,
  sql: (scope, a) => `count(DISTINCT ${a}) FILTER (WHERE ${scope})`,
  bound: (scope, a) => `count(${a}) FILTER (WHERE ${scope})`,
  sabotage: (_scope, a) => `count(DISTINCT ${a})`,
} satisfies Aggregate;
