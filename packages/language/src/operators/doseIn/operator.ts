import { type Operator, SAFE, safeSql } from '../../operator.ts';

/** Measures of a dose: how many of the smallest of its kind; a countable unit is a kind of its own. */
const measures: { readonly [unit: string]: readonly [kind: string, factor: number] } = {
  kg: ['mass', 1_000_000_000],
  g: ['mass', 1_000_000],
  克: ['mass', 1_000_000],
  mg: ['mass', 1000],
  毫克: ['mass', 1000],
  ug: ['mass', 1],
  mcg: ['mass', 1],
  μg: ['mass', 1],
  µg: ['mass', 1],
  微克: ['mass', 1],
  l: ['volume', 1000],
  升: ['volume', 1000],
  ml: ['volume', 1],
  毫升: ['volume', 1],
  iu: ['activity', 1],
  u: ['activity', 1],
  单位: ['activity', 1],
  国际单位: ['activity', 1],
  万iu: ['activity', 10_000],
  万u: ['activity', 10_000],
  万单位: ['activity', 10_000],
  ...Object.fromEntries('片 粒 袋 支 丸 贴 喷 揿 吸 滴 枚 包 瓶 板'.split(' ').map((unit) => [unit, [unit, 1] as const])),
};
const units = Object.keys(measures).sort((a, b) => b.length - a.length);
/** A number of at most nine digits and six decimals, its unit, nothing else but 每次 before or 每次, 次 after it. */
const written = `^ *(?:每次|一次|1次)? *([0-9]{1,9}(?:[.][0-9]{1,6})?) *(${units.join('|')}) *(?:/次|每次)? *$`;
const form = new RegExp(written);

/** Ten-thousandths of `unit`, half up: millionths × factor ÷ (100 × factor of the unit). */
function evaluate(text: string, unit: string): number | null {
  const found = form.exec(text.toLowerCase());
  const [from, to] = [measures[found?.[2] ?? ''], measures[unit.toLowerCase()]];
  if (!found || !from || !to || from[0] !== to[0]) return null;
  const [whole = '', decimals = ''] = (found[1] as string).split('.');
  const amount = BigInt(whole) * 1_000_000n + BigInt(decimals.padEnd(6, '0'));
  const by = 100n * BigInt(to[1]);
  const result = (amount * BigInt(from[1]) * 2n + by) / (by * 2n);
  return result > BigInt(SAFE) ? null : Number(result);
}

const text = (value: string) => `'${value}'`;
const lookUp = (unit: string, of: 0 | 1) =>
  `(CASE ${unit} ${units.map((u) => `WHEN ${text(u)} THEN ${of === 0 ? text((measures[u] as readonly [string, number])[0]) : `${(measures[u] as readonly [string, number])[1]}::HUGEINT`}`).join(' ')} END)`;
function sql(dose: string, unit: string, half = '2'): string {
  const lower = `lower(${dose})`;
  const found = `regexp_extract(${lower}, ${text(written)}, 2)`;
  const amount = `CAST(CAST(regexp_extract(${lower}, ${text(written)}, 1) AS DECIMAL(16, 6)) * 1000000 AS HUGEINT)`;
  const by = `(100 * ${lookUp(`lower(${unit})`, 1)})`;
  const result = `((${amount} * ${lookUp(found, 1)} * ${half} + ${by}) // (${by} * ${half}))`;
  return `(CASE WHEN regexp_matches(${lower}, ${text(written)}) AND ${lookUp(found, 0)} = ${lookUp(`lower(${unit})`, 0)} THEN ${safeSql(result)} END)`;
}

/**
 * A single dose as sent (`sin_dos`: 0.5g, 每次2片, 40万单位) in ten-thousandths of a unit. Unknown when the text is anything but one
 * number with one unit, or when its unit cannot be turned into the one asked for (片 into mg).
 */
export default {
  name: 'doseIn',
  title: { zh: '剂量折合', en: 'dose in' },
  strict: true,
  takes: ['text', 'text'],
  gives: 'int',
  evaluate,
  sql: (dose, unit) => sql(dose, unit),
  sabotage: (dose, unit) => sql(dose, unit, '1'),
} satisfies Operator;
