import type { Operator } from '../../operator.ts';
import { safe, tryWhole } from '../../operator.ts';

export default {
  name: 'subtract',
  title: { zh: '减', en: 'subtract' },
  strict: true,
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (a, b) => safe(a - b),
  sql: (a, b) => tryWhole(`${a}::BIGINT - ${b}`),
  sabotage: (a, b) => tryWhole(`${a}::BIGINT + ${b}`),
} satisfies Operator;
