import type { Operator } from '../../operator.ts';

export default {
  name: 'dayOf',
  title: { zh: '日期', en: 'day of instant' },
  strict: true,
  takes: ['int'],
  gives: 'int',
  evaluate: (instant) => Math.floor(instant / 86_400),
  sql: (instant) => `(CASE WHEN ${instant} >= 0 THEN ${instant} // 86400 ELSE -((-(${instant}) + 86399) // 86400) END)`,
  sabotage: (instant) => `(${instant} // 86400)`,
} satisfies Operator;
