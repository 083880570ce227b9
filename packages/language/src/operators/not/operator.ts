import type { Operator } from '../../operator.ts';

export default {
  name: 'not',
  title: { zh: '非', en: 'not' },
  strict: true,
  takes: ['bool'],
  gives: 'bool',
  evaluate: (a) => !a,
  sql: (a) => `(NOT ${a})`,
  sabotage: (a) => `(${a} IS NOT TRUE)`,
} satisfies Operator;
