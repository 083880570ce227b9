import type { Operator } from '../../operator.ts';
import { safe, safeSql } from '../../operator.ts';

export default {
  name: 'multiply',
  title: { zh: '乘', en: 'multiply' },
  strict: true,
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (a, b) => safe(a * b || 0),
  sql: (a, b) => safeSql(`${a}::HUGEINT * ${b}`),
  sabotage: (a, b) => safeSql(`${a}::HUGEINT + ${b}`),
} satisfies Operator;
