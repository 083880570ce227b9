import type { Operator } from '../../operator.ts';

export default {
  name: 'contains',
  title: { zh: '含有', en: 'contains' },
  strict: true,
  takes: ['text', 'text'],
  gives: 'bool',
  evaluate: (a, b) => a.includes(b),
  sql: (a, b) => `contains(${a}, ${b})`,
  sabotage: (a, b) => `starts_with(${a}, ${b})`,
} satisfies Operator;
