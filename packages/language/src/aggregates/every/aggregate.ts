import type { Aggregate } from '../../operator.ts';

export default {
  name: 'every',
  title: { zh: '全部符合', en: 'every row matches' },
  takes: ['bool'],
  gives: 'bool',
  evaluate: (rows) => {
    const answers = rows.map((r) => (r.args[0] === true ? true : r.scope === null || r.args[0] === null ? null : false));
    return answers.includes(false) ? false : answers.includes(null) ? null : true;
  },
  sql: (scope, a) =>
    `(CASE WHEN bool_or(${scope} AND NOT ${a}) THEN FALSE WHEN bool_or((NOT ${scope} OR ${a}) IS NULL) THEN NULL ELSE TRUE END)`,
  sabotage: (_scope, a) => `coalesce(bool_or(${a}), false)`,
} satisfies Aggregate;
