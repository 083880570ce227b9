import type { Words } from './messages.ts';

const w = (zh: string, en = zh): Words => ({ zh, en });
/** `{n}` is the number. */
const units: Readonly<Record<string, Words>> = {
  天: w('{n}天', '{n} days'),
  小时: w('{n}小时', '{n} hours'),
  分钟: w('{n}分钟', '{n} minutes'),
  秒: w('{n}秒', '{n} seconds'),
  时: w('{n}时', '{n}:00'),
  周岁: w('{n}周岁', '{n} years'),
  次: w('{n}次', '{n} times'),
  人次: w('{n}人次', '{n} visits'),
  人: w('{n}人', '{n} people'),
  家: w('{n}家', '{n} institutions'),
  种: w('{n}种', '{n} kinds'),
  笔: w('{n}笔', '{n} settlements'),
  条: w('{n}条', '{n} lines'),
  个: w('{n}个', '{n}'),
  倍: w('{n}倍', '{n} times'),
  分: w('{n}分', '{n} points'),
  个百分点: w('{n}个百分点', '{n} percentage points'),
  '%': w('{n}%'),
  '‰': w('{n}‰'),
};
/** Set in tenths, as 35 for a score of 3.5. */
const TENTHS = '0.1';

/** 分 is a hundredth of a yuan where the parameter is named so, and a point of a score elsewhere. */
const templateOf = (unit: string, name: string): Words =>
  unit === '分' && name.endsWith('Fen') ? w('{n}分', '{n} fen') : (units[unit] ?? w(`{n}${unit}`));
const filled = ({ zh, en }: Words, n: string): Words => ({ zh: zh.replace('{n}', n).trim(), en: en.replace('{n}', n).trim() });

/** The value of a parameter of a rule or an alert as people read it, with its unit. */
export function parameterShown(value: string, unit: string | null | undefined, name: string): Words {
  if (unit === TENTHS && Number.isFinite(Number(value))) return w(String(Number(value) / 10));
  return unit ? filled(templateOf(unit, name), value) : w(value);
}

/** What the number is written in, beside a field for it; '' where there is no word. */
export const parameterUnit = (unit: string | null | undefined, name: string): Words => {
  if (unit === TENTHS) return w(`× ${TENTHS}`);
  return unit ? filled(templateOf(unit, name), '') : w('');
};
