/** Refusals of what-ifs and benefit schemes. */
import { sentence } from '../messages.ts';

export const benefitMessages = {
  'benefit.unknown-scheme': sentence<{ id: string }>(
    (f) => `没有这份待遇政策:${f.id}`,
    (f) => `no such benefit scheme: ${f.id}`,
  ),
  'benefit.scheme-exists': sentence<{ id: string }>(
    (f) => `编号 ${f.id} 的待遇政策已经有了,请换一个编号`,
    (f) => `there is a benefit scheme ${f.id} already: give it another id`,
  ),
  'benefit.no-settlements': sentence<{ year: number }>(
    (f) => `${f.year} 年没有结算数据,无法测算`,
    (f) => `no settlements of ${f.year}: nothing to try on`,
  ),
  'benefit.unknown-what-if': sentence<{ id: string }>(
    (f) => `没有这次测算:${f.id}`,
    (f) => `no such what-if: ${f.id}`,
  ),
};
