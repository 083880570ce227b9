import { compareValues } from '../../compare.ts';
import type { Operator } from '../../operator.ts';

export default {
  name: 'ge',
  title: { zh: '不小于', en: 'at least' },
  strict: true,
  takes: ['any', 'any'],
  gives: 'bool',
  evaluate: (a, b) => compareValues(a, b) >= 0,
  sql: (a, b) => `(${a} >= ${b})`,
  sabotage: (a, b) => `(${a} > ${b})`,
} satisfies Operator;
