import type { Operator } from '../../operator.ts';

export default {
  name: 'coalesce',
  title: { zh: '取第一个已知值', en: 'first known value' },
  strict: false,
  takes: ['any'],
  variadic: true,
  gives: 'first',
  evaluate: (...args) => args.find((a) => a !== null) ?? null,
  sql: (...args) => `coalesce(${args.join(', ')})`,
  sabotage: (...args) => `coalesce(${[...args].reverse().join(', ')})`,
} satisfies Operator;
