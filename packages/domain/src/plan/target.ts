// Reading a target cell (指标值): sign, number and unit, however they are spelled. Pure; used for forms and for entries.
import { asPrinted, foldWidth, squeeze } from './printed-text.ts';
import type { IndicatorOperator } from './read-document.ts';

export interface ReadTarget {
  operator: IndicatorOperator;
  value: number | string | null;
  unit: string | null;
}

type Sign = Exclude<IndicatorOperator, 'qualitative'>;

/** Words before the number. Longer words first: 不低于 holds 低于. */
const BEFORE: [string, Sign][] = [
  ['(?:≥=?|>=|=>|>或=|>/=)', '≥'],
  ['(?:≤=?|<=|=<|<或=|</=)', '≤'],
  ['(?:大于|高于|多于)(?:或|或者|且)?等于', '≥'],
  ['(?:小于|低于|少于)(?:或|或者|且)?等于', '≤'],
  ['不(?:得|应|能|可)?(?:少于|低于|小于|下于)', '≥'],
  ['不(?:得|应|能|可)?(?:超过|高于|大于|多于|超出|突破)', '≤'],
  ['(?:至少|最少|最低)', '≥'],
  ['(?:至多|最多|最高|控制在)', '≤'],
  ['(?:大于|高于|多于|超过)', '>'],
  ['(?:小于|低于|少于)', '<'],
  ['>', '>'],
  ['<', '<'],
  ['(?:==?|等于)', '='],
];
/** 以上, 以下 and 以内 include the number itself (民法典 art. 1259). */
const AFTER: [string, Sign][] = [
  ['(?:及|\\(含\\)|\\(含)?以上', '≥'],
  ['(?:及|\\(含\\)|\\(含)?(?:以下|以内|之内)', '≤'],
];
/** N个工作日内 is a limit; 一年内 without a figure is a period. */
const WITHIN = /^个?(?:工作日|小时|天|日|分钟|秒|个月|月|周|年)内/;

const NUMBER = /[-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?/g;
const CHINESE_DIGITS = '一二三四五六七八九十两';
const YEAR = '(?<!\\d)(?:19|20)\\d{2}';
const DATE = new RegExp(
  [
    `${YEAR}\\s*年(?:度)?(?:\\s*\\d{1,2}\\s*月(?:\\s*\\d{1,2}\\s*日)?)?`,
    '(?<!\\d)\\d{1,2}\\s*月(?!内)(?:\\s*\\d{1,2}\\s*[日号])?',
    '(?<!\\d)\\d{1,2}\\s*[日号]前',
    `${YEAR}[-/]\\d{1,2}(?!\\d)(?:[-/]\\d{1,2})?`,
    `${YEAR}\\.\\d{1,2}\\.\\d{1,2}`,
  ].join('|'),
);
const DATES = new RegExp(DATE, 'g');
const DEADLINE = /前|底|末|止|完成时间|全年|上半年|下半年|年内|期间/;
const NOT_QUANTITY = /第\d+(?:\.\d+)?|[〔[(]\d{4}[〕\])]\s*\d*号?|\d+号/g;

/** Units seen in published forms; the longest that fits wins. */
const UNITS = (
  '万人次,人次,万人,万条,万元,亿元,万份,万家,万次,万张,万例,万户,千元,个工作日,工作日,个月,个百分点,百分点,百分比,批次,病种组,病种,小时,分钟,场次,家次,件次,户次,例次,' +
  '公里,平方米,立方米,万,亿,人,家,次,场,个,条,种,件,份,张,本,户,例,项,类,台,套,辆,部,册,期,天,日,月,周,年,元,组,批,名,所,处,分,秒,篇,块,支,组,幅,艘,床,吨,千克,级,倍,%,‰,㎡'
).split(',');
const UNIT = UNITS.sort((a, b) => b.length - a.length);
const PER = /^(?:\s*\/\s*[^\s/,，。;；、\d]{1,4}?(?=$|[/\s,，。;；、以及]))+/;

const WHOLE = [...BEFORE, ...AFTER].map(([pattern, sign]) => [new RegExp(`^${pattern}$`), sign] as const);
const signOf = (text: string): Sign | null => {
  const plain = squeeze(text);
  return plain.length > 8 ? null : (WHOLE.find(([pattern]) => pattern.test(plain))?.[1] ?? null);
};

/** The sign that a cell of the column 指标性质/符号 holds; `qualitative` for 定性, null for anything else (正向, 反向, text). */
export function readSign(text: string): IndicatorOperator | null {
  const plain = squeeze(text);
  if (/^定性(?:指标)?$/.test(plain)) return 'qualitative';
  return signOf(plain);
}

/** Whether a text is a unit (人次, 万元, 元/次 …) and not a piece of a target. */
export const isKnownUnit = (text: string): boolean => {
  const plain = squeeze(text);
  const head = plain.split('/')[0] ?? '';
  return UNIT.includes(head) || UNIT.includes(plain);
};

interface Quantity {
  value: number;
  sign: Sign | null;
  unit: string | null;
}

/** Sign written before the figure: symbols touch it, words may leave a verb between (至少调整3次). */
const PRECEDING = BEFORE.map(([pattern, sign]) => {
  const gap = /[\u4e00-\u9fff]/.test(pattern) ? '[^\\d,，。;；、≥≤<>=]{0,6}' : '\\s*';
  return [new RegExp(`${pattern}${gap}$`), sign] as const;
});
const signBefore = (before: string): Sign | null => PRECEDING.find(([pattern]) => pattern.test(before))?.[1] ?? null;
const FOLLOWING = AFTER.map(([pattern, sign]) => [new RegExp(`^\\s*${pattern}`), sign] as const);

function unitAfter(after: string): { unit: string | null; rest: string } {
  const text = after.replace(/^\s+/, '');
  const known = UNIT.find((unit) => text.startsWith(unit));
  if (known) {
    const per = PER.exec(text.slice(known.length))?.[0] ?? '';
    return { unit: `${known}${per}`.replace(/\s+/g, ''), rest: text.slice(known.length + per.length) };
  }
  // A short unknown measure word that ends the cell, such as 「3 个批次」 of a local form.
  const short = /^[\u4e00-\u9fffA-Za-z/]{1,4}$/.exec(text.replace(/(?:及?以上|及?以下|以内|之内)$/, ''))?.[0];
  return short ? { unit: short, rest: text.slice(short.length) } : { unit: null, rest: text };
}

function quantities(text: string): Quantity[] {
  const plain = text.replace(NOT_QUANTITY, (m) => ' '.repeat(m.length)).replace(DATES, (m) => ' '.repeat(m.length));
  const found: Quantity[] = [];
  let from = 0;
  for (const match of plain.matchAll(NUMBER)) {
    const at = match.index;
    const end = at + match[0].length;
    // Figures inside a Latin word (5G, DRG2.0) count nothing.
    if (/[A-Za-z]/.test(plain[at - 1] ?? '') || /[A-Za-z]/.test(plain[end] ?? '')) continue;
    // 960-2100: a dash after a figure is a range, not a sign.
    const negative = /^[-−]/.test(match[0]) && !/[\d%]\s*$/.test(plain.slice(0, at));
    const value = Number(match[0].replace(/[-−,]/g, '')) * (negative ? -1 : 1);
    const after = plain.slice(end);
    const { unit, rest } = unitAfter(after);
    const suffix = FOLLOWING.find(([pattern]) => pattern.test(rest))?.[1] ?? (WITHIN.test(after.trimStart()) ? '≤' : null);
    found.push({ value, sign: signBefore(plain.slice(from, at)) ?? suffix, unit });
    from = end;
  }
  return found;
}

/** 至少一次: a Chinese figure counts only where a sign word governs it. */
function chineseQuantity(text: string): Quantity | null {
  const words = BEFORE.filter(([pattern]) => /[\u4e00-\u9fff]/.test(pattern));
  for (const [pattern, sign] of words) {
    const match = new RegExp(`${pattern}[^${CHINESE_DIGITS},，。;；、]{0,4}([${CHINESE_DIGITS}])(?=(.*)$)`).exec(text);
    const digit = '零一二三四五六七八九十'.indexOf((match?.[1] ?? '').replace('两', '二'));
    const unit = match ? unitAfter(match[2] ?? '').unit : null;
    if (match && digit > 0 && unit) return { value: digit, sign, unit };
  }
  return null;
}

/** Two readings of a target say the same. */
export const sameTarget = (a: ReadTarget, b: ReadTarget): boolean => a.operator === b.operator && a.value === b.value && a.unit === b.unit;

/**
 * Reads one target: a number where the cell holds exactly one (not rescaled), its text where it is a deadline, a range,
 * several numbers or words, null where nothing is left. A sign or unit in its own column wins over the cell.
 */
export function readTarget(cell: string | null, signCell: string | null = null, unitCell: string | null = null): ReadTarget {
  const printed = asPrinted(cell ?? '');
  const ownSign = signCell ? readSign(signCell) : null;
  const ownUnit = unitCell && squeeze(unitCell) && !/^[-—/无]+$/.test(squeeze(unitCell)) ? asPrinted(unitCell) : null;
  if (!printed || /^[-—/]+$/.test(printed)) return { operator: ownSign ?? 'qualitative', value: null, unit: ownUnit };
  if (ownSign === 'qualitative') return { operator: 'qualitative', value: printed, unit: ownUnit };
  const plain = foldWidth(printed);
  const bare = signOf(plain);
  if (bare) return { operator: ownSign ?? bare, value: null, unit: ownUnit };
  const found = quantities(plain);
  const only =
    found.length === 1 && !(DATE.test(plain) && DEADLINE.test(plain)) ? found[0] : found.length === 0 ? chineseQuantity(plain) : null;
  if (only) return { operator: ownSign ?? only.sign ?? '=', value: only.value, unit: ownUnit ?? only.unit };
  const signs = new Set(found.map((quantity) => quantity.sign));
  const shared = found.length > 1 && signs.size === 1 ? found[0]?.sign : null;
  const leading = /^(?:≥=?|>=|=>|≤=?|<=|=<|>|<|=)\s*/.exec(plain);
  if (leading && found.length === 0) {
    const sign = signOf(leading[0]) ?? 'qualitative';
    return { operator: ownSign ?? sign, value: asPrinted(printed.slice(leading[0].length)), unit: ownUnit };
  }
  return { operator: ownSign ?? shared ?? 'qualitative', value: printed, unit: ownUnit };
}
