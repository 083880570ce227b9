import type { Aggregate } from '../../operator.ts';
import { safe, safeSql } from '../../operator.ts';

export default {
  name: 'sumKnown',
  title: { zh: '已知部分合计', en: 'sum of the known part' },
  takes: ['int'],
  gives: 'int',
  evaluate: (rows) => safe(rows.reduce((total, r) => total + (r.scope === true ? Number(r.args[0] ?? 0) : 0), 0)),
  sql: (scope, a) => safeSql(`coalesce(sum(${a}) FILTER (WHERE ${scope}), 0)`),
  sabotage: (_scope, a) => safeSql(`coalesce(sum(${a}), 0)`),
} satisfies Aggregate;
