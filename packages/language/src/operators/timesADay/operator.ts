import type { Operator } from '../../operator.ts';

/** National codes of `used_frqu` and the words doctors write, where they say how often a day; weekly, on alternate days, 立即 and 必要时 do not. */
const known: { readonly [text: string]: number } = {
  // 11 qd, 12 bid, 13 tid, 14 qid, 31 qh, 32 q2h, 33 q4h, 35 q6h, 36 q8h, 37 q12h, 41 qn
  ...{ 11: 1, 12: 2, 13: 3, 14: 4, 31: 24, 32: 12, 33: 6, 35: 4, 36: 3, 37: 2, 41: 1 },
  ...{ qd: 1, bid: 2, tid: 3, qid: 4, qn: 1, qm: 1, qh: 24, 每晚: 1, 每晨: 1, 每小时: 24 },
  ...Object.fromEntries([1, 2, 3, 4, 6, 8, 12, 24].map((hours) => [`q${hours}h`, 24 / hours])),
  ...Object.fromEntries([1, 2, 3, 4, 6, 8, 12, 24].map((hours) => [`每${hours}小时`, 24 / hours])),
  ...Object.fromEntries(
    [...'一二三四五六'].flatMap((digit, index) =>
      ['每日', '每天', '一日', '一天', '1日', '日'].flatMap((day) => [
        [`${day}${digit}次`, index + 1] as const,
        [`${day}${index + 1}次`, index + 1] as const,
      ]),
    ),
  ),
  ...Object.fromEntries(['每日', '每天', '一日', '一天', '日'].map((day) => [`${day}两次`, 2])),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].flatMap((times) => ['日', '天', 'd'].map((day) => [`${times}次/${day}`, times]))),
};

/** Ten-thousandths of a time, so that it multiplies like a quantity. */
const SCALE = 10_000;
const bare = (text: string) => text.toLowerCase().replaceAll(/[ .]/g, '');
const sql = (text: string, scale: number) =>
  `(CASE regexp_replace(lower(${text}), '[ .]', '', 'g') ${Object.entries(known)
    .map(([word, times]) => `WHEN '${word}' THEN ${times * scale}::BIGINT`)
    .join(' ')} END)`;

/** How often a day a drug is taken as sent (`used_frqu`: bid, 13, 每日3次, q8h), in ten-thousandths; unknown where the text does not say. */
export default {
  name: 'timesADay',
  title: { zh: '每日次数', en: 'times a day' },
  strict: true,
  takes: ['text'],
  gives: 'int',
  evaluate: (text) => {
    const word = bare(text);
    return Object.hasOwn(known, word) ? (known[word] as number) * SCALE : null;
  },
  sql: (text) => sql(text, SCALE),
  sabotage: (text) => sql(text, 1),
} satisfies Operator;
