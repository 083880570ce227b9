import type { Operator } from '../../operator.ts';
import { safe, tryWhole } from '../../operator.ts';

export default {
  name: 'multiply',
  title: { zh: '乘', en: 'multiply' },
  strict: true,
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (a, b) => safe(a * b || 0),
  sql: (a, b) => tryWhole(`${a}::BIGINT * ${b}`),
  sabotage: (a, b) => tryWhole(`${a}::BIGINT + ${b}`),
} satisfies Operator;
