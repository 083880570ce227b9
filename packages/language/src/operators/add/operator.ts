import type { Operator } from '../../operator.ts';
import { safe, safeSql } from '../../operator.ts';

export default {
  name: 'add',
  title: { zh: '加', en: 'add' },
  strict: true,
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (a, b) => safe(a + b),
  sql: (a, b) => safeSql(`${a}::HUGEINT + ${b}`),
  sabotage: (a, b) => safeSql(`${a}::HUGEINT - ${b}`),
} satisfies Operator;
