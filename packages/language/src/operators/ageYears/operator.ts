import { calendarOf } from '../../calendar.ts';
import type { Operator } from '../../operator.ts';

const number = (day: number) => {
  const { year, month, date } = calendarOf(day);
  return year * 10_000 + month * 100 + date;
};
const dateSql = (day: string) => `(DATE '1970-01-01' + (${day})::INTEGER)`;
const numberSql = (day: string) => `(year(${dateSql(day)}) * 10000 + month(${dateSql(day)}) * 100 + day(${dateSql(day)}))`;

export default {
  name: 'ageYears',
  title: { zh: '周岁', en: 'age in completed years' },
  strict: true,
  takes: ['int', 'int'],
  gives: 'int',
  evaluate: (birth, on) => Math.floor((number(on) - number(birth)) / 10_000),
  sql: (birth, on) => `floor((${numberSql(on)} - ${numberSql(birth)}) / 10000.0)::BIGINT`,
  sabotage: (birth, on) => `((${on} - ${birth}) // 365)`,
} satisfies Operator;
