import type { Operator } from '../../operator.ts';
import { safe, safeSql } from '../../operator.ts';

export default {
  name: 'subtract',
  title: { zh: '减', en: 'subtract' },
  strict: true,
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (a, b) => safe(a - b),
  sql: (a, b) => safeSql(`${a}::HUGEINT - ${b}`),
  sabotage: (a, b) => safeSql(`${a}::HUGEINT + ${b}`),
} satisfies Operator;
