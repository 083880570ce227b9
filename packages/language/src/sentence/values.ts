/** How values of trees are written for people. */
import { calendarOf } from '../calendar.ts';
import type { Expression, Value } from '../expression.ts';
import { isCall } from '../expression.ts';
import { tableOf, type Unit, unitOf } from '../units.ts';
import { valuesName } from '../vocabulary.ts';
import type { Hint, Speaker } from './speaker.ts';

export function hintOf(e: Expression, speaker: Speaker): Hint {
  return { unit: unitOf(e, speaker), values: valuesOf(e, speaker) };
}

function valuesOf(e: Expression, speaker: Speaker): string | undefined {
  const { words, rule } = speaker;
  if (isCall(e)) {
    const branches = e.op === 'choose' ? e.args.slice(1) : e.op === 'coalesce' ? e.args : [];
    return branches.map((branch) => valuesOf(branch, speaker)).find((name) => name !== undefined);
  }
  const { name, of } = e as { name: string; of?: 'right' };
  if (e.op === 'field') return valuesName(words, tableOf(rule, of), name);
  if (e.op === 'param') return words.params[name]?.values;
  if (e.op !== 'fold' || !('stream' in rule.shape)) return undefined;
  const inner = rule.shape.stream?.folds[name]?.args[0];
  return inner && valuesOf(inner, speaker);
}

const two = (n: number): string => String(n).padStart(2, '0');
const dateOf = (day: number): string => {
  const { year, month, date } = calendarOf(day);
  return `${year}-${two(month)}-${two(date)}`;
};
const decimal = (value: number, scale: number, least = 0): string => {
  const text = (value / scale).toFixed(Math.round(Math.log10(scale)));
  const [whole, fraction = ''] = text.split('.');
  const kept = fraction.replace(/0+$/, '').padEnd(least, '0');
  return kept ? `${whole}.${kept}` : String(whole);
};

const units: { readonly [unit: string]: readonly [zh: string, en: string] } = {
  days: ['天', 'days'],
  hours: ['小时', 'hours'],
  minutes: ['分钟', 'minutes'],
  seconds: ['秒', 'seconds'],
  years: ['周岁', 'years'],
  yuan: ['元', 'yuan'],
};

/** Days beyond all records stand for "no limit", and moments of such days too. */
export function isSentinel(at: number, unit: 'day' | 'instant' = 'day'): boolean {
  const day = unit === 'day' ? at : at / 86_400;
  return day <= -1_000_000 || day >= 2_000_000;
}

/** A parameter that is set in tenths, as people write it. */
export const writeTenths = (value: number, { lang }: Pick<Speaker, 'lang'>): string =>
  lang === 'zh' ? ` ${decimal(value, 10)} ` : decimal(value, 10);

/** A value as it is said; numbers with their unit. */
export function writeValue(value: Value, hint: Hint, speaker: Speaker, unitWord?: string): string {
  const { words, lang } = speaker;
  const zh = lang === 'zh';
  if (value === null) return zh ? '未知' : 'unknown';
  if (Array.isArray(value)) return value.map((one) => writeValue(one, hint, speaker)).join(zh ? '、' : ', ');
  const word = hint.values === undefined ? undefined : words.values[hint.values]?.[String(value)];
  if (word) return word[lang];
  if (typeof value === 'boolean') return zh ? (value ? '是' : '否') : value ? 'yes' : 'no';
  if (typeof value === 'string') return value === '' ? (zh ? '空白' : 'nothing') : zh ? `“${value}”` : `"${value}"`;
  return writeNumber(value as number, hint.unit, zh, unitWord);
}

function writeNumber(value: number, unit: Unit, zh: boolean, unitWord?: string): string {
  if (unit === 'fen') return zh ? ` ${decimal(value, 100, 2)} 元` : `${decimal(value, 100, 2)} yuan`;
  if (unit === 'price') return zh ? ` ${decimal(value, 1_000_000, 2)} 元` : `${decimal(value, 1_000_000, 2)} yuan`;
  if (unit === 'quantity' || unit === 'ratio') return zh ? ` ${decimal(value, 10_000)} ` : decimal(value, 10_000);
  if (unit === 'day') return isSentinel(value) ? (zh ? '不限' : 'no limit') : zh ? ` ${dateOf(value)} ` : dateOf(value);
  const name = unitWord ?? units[String(unit)]?.[zh ? 0 : 1];
  if (zh) return name ? ` ${value} ${name}` : ` ${value} `;
  // 1 day
  return name ? `${value} ${value === 1 ? name.replace(/s$/, '') : name}` : String(value);
}
