import type { Operator } from '../../operator.ts';

export default {
  name: 'or',
  title: { zh: '或者', en: 'or' },
  strict: false,
  takes: ['bool'],
  variadic: true,
  gives: 'bool',
  evaluate: (...args) => (args.includes(true) ? true : args.includes(null) ? null : false),
  sql: (...args) => `(${args.join(' OR ')})`,
  sabotage: (...args) => `(${args.map((a) => `coalesce(${a}, false)`).join(' OR ')})`,
} satisfies Operator;
