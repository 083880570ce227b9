import { compareValues } from '../../compare.ts';
import type { Operator } from '../../operator.ts';

export default {
  name: 'gt',
  title: { zh: '大于', en: 'greater than' },
  strict: true,
  takes: ['any', 'any'],
  gives: 'bool',
  evaluate: (a, b) => compareValues(a, b) > 0,
  sql: (a, b) => `(${a} > ${b})`,
  sabotage: (a, b) => `(${a} >= ${b})`,
} satisfies Operator;
