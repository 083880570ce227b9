import type { Operator } from '../../operator.ts';

export default {
  name: 'in',
  title: { zh: '属于其一', en: 'is one of' },
  strict: true,
  takes: ['any', 'any'],
  variadic: true,
  gives: 'bool',
  evaluate: (a, ...list) => list.includes(a),
  sql: (a, ...list) => `(${a} IN (${list.join(', ')}))`,
  sabotage: (a, ...list) => `(${a} IN (${list[0]}))`,
} satisfies Operator;
