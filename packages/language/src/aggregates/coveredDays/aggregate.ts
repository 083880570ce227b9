import type { Aggregate } from '../../operator.ts';

/** One line covers ten years at most: a slip of the keyboard must not fill the memory. */
const MOST = 3660;

export default {
  name: 'coveredDays',
  title: { zh: '覆盖天数', en: 'days covered by intervals' },
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (rows) => {
    if (rows.some((r) => r.scope === null || r.args[0] === null || r.args[1] === null)) return null;
    const covered = new Set<number>();
    for (const { args } of rows) {
      const from = Number(args[0]);
      for (let day = from; day < from + Math.min(Number(args[1]), MOST); day++) covered.add(day);
    }
    return covered.size;
  },
  sql: (scope, day, days) =>
    `(CASE WHEN NOT bool_or(${scope} IS NULL OR ${day} IS NULL OR ${days} IS NULL) THEN coalesce(len(list_distinct(flatten(list(range(${day}, ${day} + least(${days}, ${MOST})))))), 0) END)`,
  bound: (scope, day, days) =>
    `(CASE WHEN NOT bool_or(${scope} IS NULL OR ${day} IS NULL OR ${days} IS NULL) THEN coalesce(sum(greatest(0, least(${days}, ${MOST}))), 0)::BIGINT END)`,
  sabotage: (_scope, _day, days) => `sum(${days})`,
} satisfies Aggregate;
