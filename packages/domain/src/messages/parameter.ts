/** Sentences about the bureau's parameters. */
import { sentence } from '../messages.ts';
import { formatDay } from '../time.ts';

export const parameterMessages = {
  'parameter.unknown': sentence<{ name: string }>(
    (f) => `没有参数「${f.name}」;用 hengjian parameter list 查看`,
    (f) => `there is no parameter ${f.name}; see hengjian parameter list`,
  ),
  'parameter.tooSmall': sentence<{ value: number; least: number }>(
    (f) => `参数值应为不小于 ${f.least} 的数`,
    (f) => `the value is a number of at least ${f.least}`,
  ),
  'parameter.notWhole': sentence<{ value: number }>(
    (f) => `参数值应为整数,而不是 ${f.value}`,
    (f) => `the value is a whole number, not ${f.value}`,
  ),
  'parameter.even': sentence<{ value: number }>(
    (f) => `参数值须为单数,${f.value} 是双数`,
    (f) => `the value is an odd number, ${f.value} is even`,
  ),
  'parameter.reversed': sentence<{ fromDay: number; toDay: number }>(
    (f) => `截止日期 ${formatDay(f.toDay)} 早于开始日期 ${formatDay(f.fromDay)}`,
    (f) => `the last day ${formatDay(f.toDay)} is before the first ${formatDay(f.fromDay)}`,
  ),
} as const;
