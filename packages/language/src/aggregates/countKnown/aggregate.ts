import type { Aggregate } from '../../operator.ts';

export default {
  name: 'countKnown',
  title: { zh: '已知符合条件的条数', en: 'count of rows known to match' },
  takes: ['bool'],
  gives: 'int',
  evaluate: (rows) => rows.filter((r) => r.scope === true && r.args[0] === true).length,
  sql: (scope, a) => `count(*) FILTER (WHERE ${scope} AND ${a})`,
  sabotage: (_scope, a) => `count(*) FILTER (WHERE ${a})`,
} satisfies Aggregate;
