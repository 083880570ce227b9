import { NUMERAL, parseNumeral } from '../numeral.ts';

/**
 * A constraint text made comparable: compatibility forms (full-width signs, the radicals ⼉ for 儿) and white space folded,
 * Chinese punctuation as ASCII. Only for reading; the text itself is stored as published.
 */
export const fold = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .replace(/[。．]/g, '。')
    .replace(/\s+/g, '');

/** Every hit of a pattern in which `#` stands for a number; each capture of a number is parsed, a malformed one drops the hit. */
export function findNumbers(text: string, pattern: string): { numbers: number[]; match: RegExpMatchArray }[] {
  const source = pattern.replaceAll('#', `(${NUMERAL})`);
  return [...text.matchAll(new RegExp(source, 'g'))].flatMap((match) => {
    const numbers = match
      .slice(1)
      .flatMap((part) => (part !== undefined && new RegExp(`^${NUMERAL}$`).test(part) ? [parseNumeral(part)] : []));
    return numbers.some((number) => number === undefined) ? [] : [{ numbers: numbers as number[], match }];
  });
}

/** 「特殊情况除外」, 「可延长至…」: the limit has exceptions that the text does not settle. */
export const hasException = (text: string): boolean => /特殊情况|特殊原因|除外|例外|可延长|可适当|酌情|确需/.test(text);

export const TIME_UNIT = '(天|日|周(?!岁)|星期|个月|月(?!龄)|季度|年)';
const fixedDays: Record<string, number> = { 天: 1, 日: 1, 周: 7, 星期: 7 };
const months: Record<string, number> = { 个月: 1, 月: 1, 季度: 3, 年: 12 };

/** Days of a time length at its longest (月 31, 季度 93, 12 个月 366): an upper limit that accuses nobody by a leap year. */
export const longestDays = (count: number, unit: string): number => lengthOf(count, unit, 366, 31);
/** Days of a time length at its shortest (月 28, 12 个月 365): a least gap that accuses nobody by a short month. */
export const shortestDays = (count: number, unit: string): number => lengthOf(count, unit, 365, 28);

function lengthOf(count: number, unit: string, year: number, month: number): number {
  const fixed = fixedDays[unit];
  if (fixed !== undefined) return count * fixed;
  const all = count * (months[unit] as number);
  return Math.floor(all / 12) * year + (all % 12) * month;
}
