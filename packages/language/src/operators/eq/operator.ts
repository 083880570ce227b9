import type { Operator } from '../../operator.ts';

export default {
  name: 'eq',
  title: { zh: '等于', en: 'equal' },
  strict: true,
  takes: ['any', 'any'],
  gives: 'bool',
  evaluate: (a, b) => a === b,
  sql: (a, b) => `(${a} = ${b})`,
  sabotage: (a, b) => `(${a} <> ${b})`,
} satisfies Operator;
