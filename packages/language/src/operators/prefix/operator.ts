import type { Operator } from '../../operator.ts';

export default {
  name: 'prefix',
  title: { zh: '前若干字符', en: 'first characters' },
  strict: true,
  takes: ['text', 'int'],
  gives: 'text',
  evaluate: (a, n) => [...a].slice(0, n).join(''),
  sql: (a, n) => `substring(${a}, 1, (${n})::INTEGER)`,
  sabotage: (a, n) => `substring(${a}, 1, (${n})::INTEGER + 1)`,
} satisfies Operator;
