/**
 * Whole numbers in texts: ASCII and full-width digits or Chinese numerals up to 亿. Own parser, because published ones decode
 * wrongly (stack.md G). What is not a well-formed number is undefined, never a guess.
 */

const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const units: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const groups: Record<string, number> = { 万: 10_000, 亿: 100_000_000 };

/** Pattern source that finds a number in a text; what it finds still has to pass `parseNumeral`. */
export const NUMERAL = '(?:\\d+(?:\\.\\d+)?|[〇零一壹二贰两三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟万亿]+)';

/** '14' → 14, '十四' → 14, '一百二十' → 120, '两万零五' → 20005, '一八' → undefined. */
export function parseNumeral(text: string): number | undefined {
  const plain = text.normalize('NFKC').trim();
  if (/^\d{1,12}(\.\d{1,6})?$/.test(plain)) return Number(plain);
  if (plain === '') return undefined;
  let total = 0;
  let rest = plain;
  for (const [mark, value] of Object.entries(groups).sort((a, b) => b[1] - a[1])) {
    const at = rest.indexOf(mark);
    if (at < 0) continue;
    const part = belowTenThousand(rest.slice(0, at));
    if (part === undefined || part === 0) return undefined;
    total += part * value;
    rest = rest.slice(at + 1);
    if (rest === '') return total;
  }
  const last = belowTenThousand(rest);
  return last === undefined ? undefined : total + last;
}

/** 零 may stand before a lower place; places must fall; at most one digit before each; 十 may begin without 一. */
function belowTenThousand(text: string): number | undefined {
  let sum = 0;
  let digit: number | undefined;
  let place = 10_000;
  let zero = false;
  for (const [index, sign] of [...text].entries()) {
    const unit = units[sign];
    if (unit !== undefined) {
      if (unit >= place || (digit === undefined && !(unit === 10 && index === 0)) || digit === 0) return undefined;
      sum += (digit ?? 1) * unit;
      [place, digit, zero] = [unit, undefined, false];
      continue;
    }
    const value = digits[sign];
    if (value === undefined || digit !== undefined) return undefined;
    if (value === 0 && [...text].length > 1) {
      if (zero) return undefined;
      zero = true;
      continue;
    }
    digit = value;
  }
  if (text === '') return undefined;
  if (digit !== undefined && place === 1) return undefined;
  if (digit === undefined && zero) return undefined; // 一百零
  return sum + (digit ?? 0);
}
