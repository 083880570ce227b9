import type { Aggregate } from '../../operator.ts';

export default {
  name: 'any',
  title: { zh: '任一符合', en: 'any row matches' },
  takes: ['bool'],
  gives: 'bool',
  evaluate: (rows) => {
    const answers = rows.map((r) => (r.args[0] === false ? false : r.scope === null || r.args[0] === null ? null : true));
    return answers.includes(true) ? true : answers.includes(null) ? null : false;
  },
  sql: (scope, a) => `(CASE WHEN bool_or(${scope} AND ${a}) THEN TRUE WHEN bool_or((${scope} AND ${a}) IS NULL) THEN NULL ELSE FALSE END)`,
  sabotage: (scope, a) => `coalesce(bool_or(${scope} AND ${a}), false)`,
} satisfies Aggregate;
