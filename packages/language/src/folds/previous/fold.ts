import type { Value } from '../../expression.ts';
import type { Fold, FoldWindow } from '../../fold.ts';

/** `previous(x, otherwise)`: x at the record before, `otherwise` at the first; unknown when it is unknown whether that record takes part. */
export const previousSql = (w: FoldWindow, name: string, x: string, otherwise: string) => {
  const over = `OVER (PARTITION BY ${w.by} ORDER BY ${w.order})`;
  return [{ [name]: `CASE WHEN lag(1) ${over} IS NULL THEN ${otherwise} WHEN lag(${w.scope}) ${over} THEN lag(${x}) ${over} END` }];
};

export default {
  name: 'previous',
  title: { zh: '上一条', en: 'previous record' },
  takes: ['any', 'any'],
  gives: 'first',
  exact: true,
  walk: () => {
    let last: Value | undefined;
    return {
      value: ({ args }) => (last === undefined ? (args[1] as Value) : last),
      accept: ({ args, scope }) => {
        last = scope ? (args[0] as Value) : null;
      },
    };
  },
  stages: previousSql,
  sabotage: (w, name, x, otherwise) => previousSql({ ...w, order: `${w.at} DESC` }, name, x as string, otherwise as string),
} satisfies Fold;
