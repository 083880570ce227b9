import { type Hit, hit } from '../check-type.ts';
import { type Amount, amountsIn, withoutTags } from '../lib/amounts.ts';
import { addsUp, decimalsOf, gapOf, sumOf } from '../lib/numbers.ts';
import type { DocumentView } from '../lib/view.ts';

// A clause that gives amounts of another kind beside the total: they are not its parts.
const OTHER = /同比|上年|去年|较|增长|下降|人均|平均|每[人年月]|标准|占|不含|以上|超过|累计.*其中.*累计|比例/;

const facts = (total: Amount, parts: Amount[]) => {
  // A total printed in 元 whose parts are in 万元 is a slip of the unit (UNIT_CONFLICT says so): the numerals are compared.
  const slip = total.unit === '元' && parts.every((part) => part.unit === '万元');
  const expected = slip ? total.value : total.wan;
  const found = sumOf(parts.map((part) => part.wan));
  return { expected, found, gap: gapOf(expected, found), parts: parts.map((part) => part.wan), unit: '万元' };
};

const exact = (amounts: Amount[]) => amounts.every((amount) => !amount.about);

/** `X万元（A a万元、B b万元）`: a bracket right behind the total lists its parts. */
function bracketed(text: string): { total: Amount; parts: Amount[] }[] {
  const amounts = amountsIn(text);
  return [...text.matchAll(/[（(]([^（()）]*)[)）]/g)].flatMap((bracket) => {
    const before = amounts.filter((amount) => amount.end <= bracket.index).at(-1);
    if (!before || !/^\s*[。，,；;]?\s*$/.test(text.slice(before.end, bracket.index))) return [];
    const inside = bracket[1] ?? '';
    const parts = amountsIn(inside);
    return parts.length >= 2 && !OTHER.test(inside) && !/其中|^\s*(含|包括|包含|如|不含)/.test(inside) ? [{ total: before, parts }] : [];
  });
}

/** `X万元，其中：A a万元、B b万元。`: to the end of the sentence. */
function ofWhich(text: string): { total: Amount; parts: Amount[] }[] {
  const amounts = amountsIn(text);
  return [...text.matchAll(/其中[:：]|其中(?=[^:：。；;]*万元)|分别(?:为|是)[:：]?|包括[:：]/g)].flatMap((word) => {
    const end = text.slice(word.index).search(/[。；;]/);
    const inside = text.slice(word.index + word[0].length, end < 0 ? undefined : word.index + end);
    const parts = amountsIn(inside);
    if (parts.length < 2 || /其中|[（(]/.test(inside) || OTHER.test(inside)) return [];
    const before = amounts.filter((amount) => amount.end <= word.index);
    const near = before.at(-1);
    const between = near ? text.slice(near.end, word.index) : '';
    if (near && !/[。；;]/.test(between) && between.length <= 12) return [{ total: near, parts }];
    // 支出X万元，…。其中：基本支出a万元，项目支出b万元: nothing else can be meant.
    const whole = before.findLast(
      (amount) => /支出(合计|总额|总计)?为?$/.test(text.slice(0, amount.start)) && word.index - amount.end <= 60,
    );
    return whole && parts.length === 2 && /基本支出[^，,]*[，,、].*项目支出/.test(inside) ? [{ total: whole, parts }] : [];
  });
}

/** `410.5(60+150.5+200)万元` and `60+150.5+200=410.5`. */
function formulas(text: string): { expected: number; parts: number[] }[] {
  // Bounded, so that no text however odd can hold the check up.
  const number = '\\d{1,12}(?:\\.\\d{1,6})?';
  const plus = `(?<![\\d.+＋])${number}(?:\\s?万?元)?(?:\\s?[+＋]\\s?${number}(?:\\s?万?元)?){1,30}(?![\\d.+＋])`;
  const read = (sum: string) => sum.split(/[+＋]/).map((part) => Number.parseFloat(part));
  return [
    ...[...text.matchAll(new RegExp(`(?<![\\d.])(${number})\\s?(?:万?元)?\\s?[（(]\\s?(${plus})\\s?[)）]`, 'g'))].map(
      (m) => [m[1], m[2]] as const,
    ),
    ...[...text.matchAll(new RegExp(`(${plus})\\s?[=＝]\\s?(${number})`, 'g'))].map((m) => [m[2], m[1]] as const),
  ].map(([total, sum]) => ({ expected: Number(total), parts: read(sum ?? '') }));
}

/** `A a万元、B b万元，合计X万元`: only where nothing but an enumeration stands before the word. */
function totalled(text: string): { total: Amount; parts: Amount[] }[] {
  return text.split(/[。；;]/).flatMap((clause) => {
    const word = /[，,]\s*(合计|共计|总计)(?:为|金额)?\s*(?=\d)/.exec(clause);
    if (!word || OTHER.test(clause) || /预算|其中|支出.*收入|[（(]/.test(clause)) return [];
    const parts = amountsIn(clause.slice(0, word.index));
    const total = amountsIn(clause.slice(word.index)).at(0);
    return total && parts.length >= 2 ? [{ total, parts }] : [];
  });
}

const COUNT = /(\d+(?:\.\d+)?)\s*(万?(?:人次|人|家|件|户|份|条|所))(?!均)/g;

interface Count {
  value: number;
  unit: string;
  end: number;
}
const countsIn = (text: string): Count[] =>
  [...text.matchAll(COUNT)].map((m) => ({ value: Number(m[1]), unit: m[2] ?? '', end: m.index + m[0].length }));

/** `参保420.5万人（职工80.3万人、居民340.2万人）`: one unit throughout, rounding of the last printed place aside. */
function countedSums(text: string, line: number): Hit[] {
  return [...text.matchAll(/[（(]([^（()）]{4,200})[)）]/g)].flatMap((bracket) => {
    const inside = bracket[1] ?? '';
    const parts = countsIn(inside);
    const total = countsIn(text.slice(Math.max(0, bracket.index - 40), bracket.index)).at(-1);
    if (!total || parts.length < 2 || total.end !== Math.min(40, bracket.index) || parts.some((part) => part.unit !== total.unit))
      return [];
    if (
      OTHER.test(inside) ||
      /其中|^\s*(含|包括|包含|如|不含)|约|余|左右|男|女|新增/.test(inside) ||
      inside.split(/[、，,；;]/).length !== parts.length
    )
      return [];
    const values = parts.map((part) => part.value);
    // Whole numbers are counted, decimals are rounded in their last place.
    const slack = [total.value, ...values].reduce((sum, value) => sum + (decimalsOf(value) > 0 ? 0.5 * 10 ** -decimalsOf(value) : 0), 1e-9);
    const found = sumOf(values);
    const gap = gapOf(total.value, found);
    if (gap <= slack || gap > total.value / 2) return [];
    return [hit('SUM_PARTS.sentence', [line], { expected: total.value, found, gap, parts: values, unit: total.unit }, 'warning')];
  });
}

/** Sums inside running text. Approximate amounts (约, 余, 左右) are left alone, and an open list below its total too. */
export function sentenceSums(view: DocumentView): Hit[] {
  return view.source.lines.flatMap((raw, index) => {
    const text = withoutTags(raw);
    if (!/\d/.test(text)) return [];
    const line = index + 1;
    const hits: Hit[] = countedSums(text, line);
    for (const { total, parts } of [...bracketed(text), ...totalled(text)]) {
      const f = facts(total, parts);
      // A bracket that gives less than half of the total names examples, not parts.
      if (exact([total, ...parts]) && !addsUp(f.expected, f.parts) && f.gap < f.expected / 2)
        hits.push(hit('SUM_PARTS.sentence', [line], f));
    }
    for (const { total, parts } of ofWhich(text)) {
      const f = facts(total, parts);
      if (!exact([total, ...parts]) || addsUp(f.expected, f.parts)) continue;
      // 其中 need not name every part: far below the total is an open list.
      if (f.found < f.expected * 0.9) continue;
      hits.push(hit('SUM_PARTS.sentence', [line], f, f.found < f.expected ? 'warning' : 'error'));
    }
    for (const { expected, parts } of formulas(text)) {
      const found = sumOf(parts);
      if (!addsUp(expected, parts))
        hits.push(hit('SUM_PARTS.sentence', [line], { expected, found, gap: gapOf(expected, found), parts, unit: '' }));
    }
    return hits;
  });
}
