import type { Aggregate } from '../../operator.ts';
import { safe, safeSql } from '../../operator.ts';

const unknown = (scope: string, a: string) => `bool_or(${scope} IS NULL OR ${a} IS NULL)`;

export default {
  name: 'sum',
  title: { zh: '合计', en: 'sum' },
  takes: ['int'],
  gives: 'int',
  evaluate: (rows) =>
    rows.some((r) => r.scope === null || r.args[0] === null) ? null : safe(rows.reduce((total, r) => total + Number(r.args[0]), 0)),
  sql: (scope, a) => `(CASE WHEN NOT ${unknown(scope, a)} THEN ${safeSql(`sum(${a})`)} END)`,
  sabotage: (scope, a) => `(CASE WHEN count(${scope}) >= 0 THEN ${safeSql(`sum(${a})`)} END)`,
} satisfies Aggregate;
