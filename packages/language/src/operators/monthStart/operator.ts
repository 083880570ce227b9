import { calendarOf, dayOfDate } from '../../calendar.ts';
import type { Operator } from '../../operator.ts';

export default {
  name: 'monthStart',
  title: { zh: '所在月首日', en: 'first day of month' },
  strict: true,
  takes: ['int'],
  gives: 'int',
  evaluate: (day) => {
    const { year, month } = calendarOf(day);
    return dayOfDate(year, month, 1);
  },
  // truncating a date goes by way of an instant and takes three times as long
  sql: (day) => `(${day} - day(DATE '1970-01-01' + (${day})::INTEGER) + 1)`,
  sabotage: (day) => `(date_trunc('year', DATE '1970-01-01' + (${day})::INTEGER)::DATE - DATE '1970-01-01')`,
} satisfies Operator;
