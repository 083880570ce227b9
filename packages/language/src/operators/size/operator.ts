import type { Operator } from '../../operator.ts';

export default {
  name: 'size',
  title: { zh: '名单长度', en: 'size of list' },
  strict: true,
  takes: ['texts'],
  gives: 'int',
  evaluate: (list) => list.length,
  sql: (list) => `len(${list})`,
  sabotage: (list) => `(len(${list}) + 1)`,
} satisfies Operator;
