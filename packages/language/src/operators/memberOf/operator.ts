import type { Operator } from '../../operator.ts';

export default {
  name: 'memberOf',
  title: { zh: '在名单中', en: 'is on the list' },
  strict: true,
  takes: ['text', 'texts'],
  gives: 'bool',
  evaluate: (a, list) => list.includes(a),
  sql: (a, list) => `list_contains(${list}, ${a})`,
  sabotage: (a, list) => `(len(${list}) > 0 AND list_contains(${list}, ${a}) AND ${list}[1] = ${a})`,
} satisfies Operator;
