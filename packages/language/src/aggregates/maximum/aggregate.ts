import type { Aggregate } from '../../operator.ts';

const unknown = (scope: string, a: string) => `bool_or(${scope} IS NULL OR ${a} IS NULL)`;

export default {
  name: 'maximum',
  title: { zh: '最大值', en: 'largest' },
  takes: ['int'],
  gives: 'int',
  evaluate: (rows) => (rows.some((r) => r.scope === null || r.args[0] === null) ? null : Math.max(...rows.map((r) => Number(r.args[0])))),
  sql: (scope, a) => `(CASE WHEN NOT ${unknown(scope, a)} THEN max(${a}) END)`,
  sabotage: (scope, a) => `(CASE WHEN NOT ${unknown(scope, a)} THEN min(${a}) END)`,
} satisfies Aggregate;
