import type { Aggregate } from '../../operator.ts';

export default {
  name: 'count',
  title: { zh: '符合条件的条数', en: 'count of matching rows' },
  takes: ['bool'],
  gives: 'int',
  evaluate: (rows) => {
    const answers = rows.map((r) => (r.args[0] === false ? false : r.scope === null || r.args[0] === null ? null : true));
    return answers.includes(null) ? null : answers.filter(Boolean).length;
  },
  sql: (scope, a) => `(CASE WHEN NOT bool_or((${scope} AND ${a}) IS NULL) THEN count(*) FILTER (WHERE ${scope} AND ${a}) END)`,
  sabotage: (scope, a) => `count(*) FILTER (WHERE ${scope} AND ${a})`,
} satisfies Aggregate;
