import type { Operator } from '../../operator.ts';

export default {
  name: 'isNull',
  title: { zh: '未知', en: 'is unknown' },
  strict: false,
  takes: ['any'],
  gives: 'bool',
  evaluate: (a) => a === null,
  sql: (a) => `(${a} IS NULL)`,
  sabotage: (a) => `(${a} IS NOT NULL)`,
} satisfies Operator;
