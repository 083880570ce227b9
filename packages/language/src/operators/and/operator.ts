import type { Operator } from '../../operator.ts';

export default {
  name: 'and',
  title: { zh: '并且', en: 'and' },
  strict: false,
  takes: ['bool'],
  variadic: true,
  gives: 'bool',
  evaluate: (...args) => (args.includes(false) ? false : args.includes(null) ? null : true),
  sql: (...args) => `(${args.join(' AND ')})`,
  sabotage: (...args) => `(${args.map((a) => `coalesce(${a}, false)`).join(' AND ')})`,
} satisfies Operator;
