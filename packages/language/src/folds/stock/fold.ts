import type { Fold, FoldWalk, FoldWindow } from '../../fold.ts';

const DAY = 86_400;

/**
 * `stock(day, days, reach)`: days still in stock just before this moment, from purchases of the last `reach` days; every
 * purchase adds its `days` to what is left (max(stock end, day) + days). Purchases at the same instant are one moment and do
 * not see each other. Unknown as soon as one purchase in reach is unknown.
 */
export function walkStock(known: boolean): FoldWalk {
  const past: { at: number; day: number; days: number | null }[] = [];
  return {
    value: ({ at, args }) => {
      const reach = Number(args[2]) * DAY;
      const before = past.filter((p) => p.at < at && p.at >= at - reach);
      if (!known && before.some((p) => p.days === null)) return null;
      let end = Number.NEGATIVE_INFINITY;
      for (const p of before) end = Math.max(end, p.day) + (p.days ?? 0);
      return Math.max(0, end - Number(args[0]));
    },
    accept: ({ at, scope, args }) => {
      past.push({ at, day: Number(args[0]), days: scope && args[1] !== null ? Number(args[1]) : null });
    },
  };
}

/** End of stock = S(before) + max over earlier j of (day j − S before j), S the running sum of days: a closed form of the walk. */
export const stockSql =
  (known: boolean) =>
  (w: FoldWindow, name: string, ...args: string[]) => {
    const [day, days, reach] = args;
    const add = `(CASE WHEN ${w.scope} THEN coalesce(${days}, 0) ELSE 0 END)`;
    const moment = `OVER (PARTITION BY ${w.by} ORDER BY ${w.at} RANGE BETWEEN ${reach} * ${DAY} PRECEDING AND 1 PRECEDING)`;
    const all = `OVER (PARTITION BY ${w.by} ORDER BY ${w.at} RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)`;
    const before = `coalesce(sum(${add}) OVER (PARTITION BY ${w.by} ORDER BY ${w.order} ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)`;
    const left = `greatest(0, coalesce(max(${day} - ${name}_s) ${moment} + coalesce(sum(${add}) ${all}, 0) - ${day}, 0))::BIGINT`;
    const lost = `coalesce(max(CASE WHEN ${w.scope} AND ${days} IS NOT NULL THEN 0 ELSE 1 END) ${moment}, 0)`;
    return known
      ? [{ [`${name}_s`]: before }, { [`${name}_v`]: left }, { [name]: `${name}_v` }]
      : [{ [`${name}_s`]: before }, { [`${name}_v`]: left, [`${name}_u`]: lost }, { [name]: `CASE WHEN ${name}_u = 0 THEN ${name}_v END` }];
  };

export const stockSabotage = (w: FoldWindow, name: string, ...args: string[]) => [
  { [name]: `greatest(0, coalesce(lag(${args[0]} + ${args[1]}) OVER (PARTITION BY ${w.by} ORDER BY ${w.order}) - ${args[0]}, 0))` },
];

export default {
  name: 'stock',
  title: { zh: '剩余天数', en: 'days in stock' },
  takes: ['int', 'int', 'int'],
  gives: 'int',
  exact: true,
  walk: () => walkStock(false),
  stages: stockSql(false),
  sabotage: stockSabotage,
} satisfies Fold;
