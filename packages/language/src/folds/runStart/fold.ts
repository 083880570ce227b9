import type { Fold, FoldWindow } from '../../fold.ts';

const stages = (w: FoldWindow, name: string, compare: string, day: string, gap: string) => {
  const over = `OVER (PARTITION BY ${w.by} ORDER BY ${w.order})`;
  return [
    { [`${name}_gap`]: `${day} - lag(${day}) ${over}` },
    {
      [name]: `max(CASE WHEN ${name}_gap IS NULL OR ${name}_gap ${compare} ${gap} THEN ${day} END) OVER (PARTITION BY ${w.by} ORDER BY ${w.order} ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW)`,
    },
  ];
};

/**
 * `runStart(day, gap)`: the day on which the current course began; a course ends after more than `gap` days without the item
 * (contracts §4). A record of which it is unknown whether it takes part keeps a course together.
 */
export default {
  name: 'runStart',
  title: { zh: '疗程开始日', en: 'first day of the course' },
  takes: ['int', 'int'],
  gives: 'int',
  exact: true,
  walk: () => {
    let start: number | null = null;
    let last: number | null = null;
    const begin = (day: number, gap: number) => (start === null || last === null || day - last > gap ? day : start);
    return {
      value: ({ args }) => begin(Number(args[0]), Number(args[1])),
      accept: ({ args }) => {
        start = begin(Number(args[0]), Number(args[1]));
        last = Number(args[0]);
      },
    };
  },
  stages: (w, name, day, gap) => stages(w, name, '>', day as string, gap as string),
  sabotage: (w, name, day, gap) => stages(w, name, '>=', day as string, gap as string),
} satisfies Fold;
