import type { Operator } from '../../operator.ts';

export default {
  name: 'choose',
  title: { zh: '如果', en: 'if then else' },
  strict: false,
  takes: ['bool', 'any', 'any'],
  gives: 'second',
  evaluate: (when, then, otherwise) => (when === null ? null : when ? then : otherwise),
  sql: (when, then, otherwise) => `(CASE WHEN ${when} THEN ${then} WHEN NOT ${when} THEN ${otherwise} END)`,
  sabotage: (when, then, otherwise) => `(CASE WHEN ${when} THEN ${then} ELSE ${otherwise} END)`,
} satisfies Operator;
