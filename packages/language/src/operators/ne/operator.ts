import type { Operator } from '../../operator.ts';

export default {
  name: 'ne',
  title: { zh: '不等于', en: 'not equal' },
  strict: true,
  takes: ['any', 'any'],
  gives: 'bool',
  evaluate: (a, b) => a !== b,
  sql: (a, b) => `(${a} <> ${b})`,
  sabotage: (a, b) => `(${a} = ${b})`,
} satisfies Operator;
