/** Sentences about the bureau's parameters. */
import { sentence } from '../messages.ts';
import { formatDay } from '../time.ts';

export const parameterMessages = {
  'parameter.unknown': sentence<{ name: string }>(
    (f) => `没有参数「${f.name}」；用 hengjian parameter list 查看`,
    (f) => `there is no parameter ${f.name}; see hengjian parameter list`,
  ),
  'parameter.tooSmall': sentence<{ value: number; least: number }>(
    (f) => `参数值应为不小于 ${f.least} 的数`,
    (f) => `the value is a number of at least ${f.least}`,
  ),
  'parameter.notWhole': sentence<{ value: number }>(
    (f) => `参数值应为整数，而不是 ${f.value}`,
    (f) => `the value is a whole number, not ${f.value}`,
  ),
  'parameter.even': sentence<{ value: number }>(
    (f) => `参数值须为单数，${f.value} 是双数`,
    (f) => `the value is an odd number, ${f.value} is even`,
  ),
  'parameter.reversed': sentence<{ fromDay: number; toDay: number }>(
    (f) => `截止日期 ${formatDay(f.toDay)} 早于开始日期 ${formatDay(f.fromDay)}`,
    (f) => `the last day ${formatDay(f.toDay)} is before the first ${formatDay(f.fromDay)}`,
  ),
  'parameter.noDay': sentence<Record<never, never>>(
    () => '须写明更正哪一天（或宣布哪一年的安排已经录全），只能是其中一项',
    () => 'give either the day that is corrected or the year that is declared complete',
  ),
  'parameter.sameDay': sentence<{ day: number; worked: boolean }>(
    (f) => `${formatDay(f.day)} 本来就是${f.worked ? '工作日' : '休息日'}，不用更正`,
    (f) => `${formatDay(f.day)} is ${f.worked ? 'worked' : 'free'} already`,
  ),
  'parameter.badYear': sentence<{ year: number }>(
    (f) => `${f.year} 不是 2004 至 2099 之间的年份`,
    (f) => `${f.year} is not a year from 2004 to 2099`,
  ),
} as const;
