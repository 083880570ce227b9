import type { Fold, FoldWalk, FoldWindow } from '../../fold.ts';

/**
 * `slidingSum(value, day, span)`: this record's value plus the paid values of the last `span` days (this day included). SQL
 * sums all records of those days, paid or not, so it can only be larger. Unknown when a value among them is unknown.
 */
export function walkSliding(known: boolean): FoldWalk {
  const paid: { day: number; value: number | null }[] = [];
  return {
    value: ({ args, scope }) => {
      const [value, day, span] = args;
      const recent = paid.filter((p) => p.day > Number(day) - Number(span) && p.day <= Number(day));
      const own = scope && value !== null ? Number(value) : null;
      if (!known && (own === null || recent.some((p) => p.value === null))) return null;
      return recent.reduce((total, p) => total + (p.value ?? 0), own ?? 0);
    },
    accept: ({ args, scope }, answer) => {
      if (answer === true) return;
      paid.push({ day: Number(args[1]), value: scope && args[0] !== null ? Number(args[0]) : null });
    },
  };
}

export const slidingSql =
  (known: boolean) =>
  (w: FoldWindow, name: string, ...args: string[]) => {
    const [value, day, span] = args;
    const over = `OVER (PARTITION BY ${w.by} ORDER BY ${day} RANGE BETWEEN ${span} - 1 PRECEDING AND CURRENT ROW)`;
    const total = `coalesce(sum(CASE WHEN ${w.scope} THEN coalesce(${value}, 0) ELSE 0 END) ${over}, 0)::BIGINT`;
    const unknown = `max(CASE WHEN ${w.scope} AND ${value} IS NOT NULL THEN 0 ELSE 1 END) ${over}`;
    return [{ [name]: known ? total : `CASE WHEN ${unknown} = 0 THEN ${total} END` }];
  };

export default {
  name: 'slidingSum',
  title: { zh: '周期内累计', en: 'sum within a sliding period' },
  takes: ['int', 'int', 'int'],
  gives: 'int',
  exact: false,
  walk: () => walkSliding(false),
  stages: slidingSql(false),
  sabotage: (_w, name, value) => [{ [name]: value as string }],
} satisfies Fold;
