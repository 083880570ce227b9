import { calendarOf, dayOfDate } from '../../calendar.ts';
import type { Operator } from '../../operator.ts';

export default {
  name: 'yearStart',
  title: { zh: '所在年首日', en: 'first day of year' },
  strict: true,
  takes: ['int'],
  gives: 'int',
  evaluate: (day) => dayOfDate(calendarOf(day).year, 1, 1),
  // truncating a date goes by way of an instant and takes three times as long
  sql: (day) => `(${day} - dayofyear(DATE '1970-01-01' + (${day})::INTEGER) + 1)`,
  sabotage: (day) => `(date_trunc('month', DATE '1970-01-01' + (${day})::INTEGER)::DATE - DATE '1970-01-01')`,
} satisfies Operator;
