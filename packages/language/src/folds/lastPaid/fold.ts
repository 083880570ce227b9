import type { Value } from '../../expression.ts';
import type { Fold } from '../../fold.ts';
import { previousSql } from '../previous/fold.ts';

/**
 * `lastPaid(x, otherwise)`: x at the latest earlier record that did not violate (a minimum gap counts from the last paid one,
 * contracts §4). SQL takes the record just before: a gap to the last paid record is never shorter than that one, so every
 * violation is named, and the closure reader clears the rest.
 */
export default {
  name: 'lastPaid',
  title: { zh: '上一条已支付', en: 'last paid record' },
  takes: ['any', 'any'],
  gives: 'first',
  exact: false,
  walk: () => {
    let paid: Value | undefined;
    return {
      value: ({ args }) => (paid === undefined ? (args[1] as Value) : paid),
      accept: ({ args, scope }, answer) => {
        if (scope === null) paid = null;
        else if (answer !== true) paid = args[0] as Value;
      },
    };
  },
  stages: previousSql,
  sabotage: (w, name, x, otherwise) => previousSql({ ...w, order: `${w.at} DESC` }, name, x as string, otherwise as string),
} satisfies Fold;
