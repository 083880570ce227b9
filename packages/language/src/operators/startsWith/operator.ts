import type { Operator } from '../../operator.ts';

export default {
  name: 'startsWith',
  title: { zh: '以…开头', en: 'starts with' },
  strict: true,
  takes: ['text', 'text'],
  gives: 'bool',
  evaluate: (a, b) => a.startsWith(b),
  sql: (a, b) => `starts_with(${a}, ${b})`,
  sabotage: (a, b) => `contains(${a}, ${b})`,
} satisfies Operator;
