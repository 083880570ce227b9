import { expect, test } from 'vitest';
import { dayOfDate } from '../calendar.ts';
import { windowUnits } from './alert.ts';
import { windowOf, withinSql } from './window.ts';

// a leap day, the turn of a year, a week that lies in two months
const days = [dayOfDate(2024, 2, 29), dayOfDate(2024, 12, 31), dayOfDate(2025, 1, 1), dayOfDate(2025, 9, 30), dayOfDate(2025, 10, 1)];

test.each(windowUnits)('the bare comparison of %s takes in exactly its windows', (unit) => {
  for (const day of days)
    for (const more of [0, 1, 14]) {
      const from = windowOf(unit, unit === 'hour' ? day * 86_400 + 5 * 3600 : day);
      const [, first, last] = withinSql(unit, 'x', { from, to: from + more }).match(/^\(x\) BETWEEN (\d+) AND (\d+)$/) ?? [];
      expect([Number(first) - 1, Number(first), Number(last), Number(last) + 1].map((at) => windowOf(unit, at))).toEqual([
        from - 1,
        from,
        from + more,
        from + more + 1,
      ]);
    }
});
