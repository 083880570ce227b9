import { rounded } from './numbers.ts';

/** An amount of money in running text. */
export interface Amount {
  /** As printed, in its own unit. */
  value: number;
  unit: '元' | '万元' | '亿元';
  /** In 万元. */
  wan: number;
  /** Place in the text. */
  start: number;
  end: number;
  /** 约, 近, 余, 左右: not to be held to the cent. */
  about: boolean;
}

const WAN = { 元: 0.0001, 万元: 1, 亿元: 10_000 } as const;
// 元/人, 元每人 are prices, not amounts.
const PATTERN = /(约|近|超过?|不足|至少)?\s*(\d[\d,，]*(?:\.\d+)?)\s*(余|多)?\s*(亿|万)?\s*元(?!\s*[/／每])(左右|以上|以内)?/g;

/** Amounts with their unit in a text; prices per person or piece are left out. */
export function amountsIn(text: string): Amount[] {
  return [...text.matchAll(PATTERN)].map((match) => {
    const value = Number((match[2] ?? '').replace(/[,，]/g, ''));
    const unit = `${match[4] ?? ''}元` as Amount['unit'];
    return {
      value,
      unit,
      wan: rounded(value * WAN[unit], 6),
      start: match.index,
      end: match.index + match[0].length,
      about: Boolean(match[1] || match[3] || match[5]),
    };
  });
}

/** A text without the marks of a web page. */
export const withoutTags = (text: string): string => text.replace(/<\/?[a-zA-Z][^<>]*>/g, ' ').replace(/&nbsp;|&ensp;|&emsp;/g, ' ');

/** The sentence up to a place in the text; no more than 300 characters back, so that an endless line costs no more than a long one. */
export const sentenceBefore = (text: string, at: number): string =>
  text
    .slice(Math.max(0, at - 300), at)
    .split(/[。；;]/)
    .at(-1) ?? '';
