import type { Operator } from '../../operator.ts';

export default {
  name: 'memberOf',
  title: { zh: '在名单中', en: 'is on the list' },
  strict: true,
  takes: ['text', 'texts'],
  gives: 'bool',
  evaluate: (a, list) => list.includes(a),
  sql: (a, list) => `list_contains(${list}, ${a})`,
  sabotage: (a, list) => `(list_extract(${list}, 1) = ${a})`,
} satisfies Operator;
