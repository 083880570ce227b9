import type { Operator } from '../../operator.ts';

export default {
  name: 'startsWithAny',
  title: { zh: '以名单之一开头', en: 'starts with one of' },
  strict: true,
  takes: ['text', 'texts'],
  gives: 'bool',
  evaluate: (a, list) => list.some((item: string) => a.startsWith(item)),
  sql: (a, list) =>
    `(CASE WHEN ${a} IS NOT NULL AND ${list} IS NOT NULL THEN len(list_filter(${list}, lambda x: starts_with(${a}, x))) > 0 END)`,
  sabotage: (a, list) => `(CASE WHEN ${a} IS NOT NULL AND ${list} IS NOT NULL THEN list_contains(${list}, ${a}) END)`,
} satisfies Operator;
