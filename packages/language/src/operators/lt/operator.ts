import { compareValues } from '../../compare.ts';
import type { Operator } from '../../operator.ts';

export default {
  name: 'lt',
  title: { zh: '小于', en: 'less than' },
  strict: true,
  takes: ['any', 'any'],
  gives: 'bool',
  evaluate: (a, b) => compareValues(a, b) < 0,
  sql: (a, b) => `(${a} < ${b})`,
  sabotage: (a, b) => `(${a} <= ${b})`,
} satisfies Operator;
