import type { Operator } from '../../operator.ts';
import { safe, tryWhole } from '../../operator.ts';

export default {
  name: 'add',
  title: { zh: '加', en: 'add' },
  strict: true,
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (a, b) => safe(a + b),
  sql: (a, b) => tryWhole(`${a}::BIGINT + ${b}`),
  sabotage: (a, b) => tryWhole(`${a}::BIGINT - ${b}`),
} satisfies Operator;
