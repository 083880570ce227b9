import { type KnowledgePoint, type Params, type Reading, read, wait } from '../point.ts';
import { findNumbers, fold, hasException, longestDays, shortestDays, TIME_UNIT } from './text.ts';

const AT_MOST = '(?:不超过|不得超过|不多于|不高于|最多|至多|上限|限|≤)';
const ACTION = '(?:支付|收费|计费|收取|计收|收|开具|使用|检查|做)?';

/** 24 hours in a day: an item billed by the hour at most 24 times (contracts §4). */
const byUnit: Record<string, Params> = {
  日: { max: 1, window: 'day' },
  天: { max: 1, window: 'day' },
  每日: { max: 1, window: 'day' },
  小时: { max: 24, window: 'day' },
  每小时: { max: 24, window: 'day' },
};

const period: Record<string, Params> = {
  日: { window: 'day' },
  天: { window: 'day' },
  月: { window: 'month' },
  年: { window: 'year' },
  周: { everyDays: 7 },
  星期: { everyDays: 7 },
};

/** 「每周最多支付一次」, 「每日不超过2次」, 「每次住院限收1次」 → a sum of quantities in a window. */
function stated(text: string): Params[] {
  const times = '#(?:次|项|个|支|部位)';
  const everyPeriod = findNumbers(
    text,
    `(?:每人)?(?:每|一|单|同一|当)(?:个)?(日|天|周|星期|月|年)(?:度)?(?:内)?${ACTION}${AT_MOST}${ACTION}${times}`,
  ).map(({ numbers, match }) => ({ max: numbers.at(-1) as number, ...period[match[1] as string] }));
  const everyDays = findNumbers(text, `(?:每)?#${TIME_UNIT}(?:内)?${ACTION}${AT_MOST}${ACTION}${times}`)
    .filter(({ numbers, match }) => numbers.length === 2 && match[2] !== undefined)
    .map(({ numbers, match }) => ({ max: numbers[1] as number, everyDays: shortestDays(numbers[0] as number, match[2] as string) }));
  const stays = findNumbers(text, `(?:每次|单次|一次|当次)住院(?:期间)?${ACTION}${AT_MOST}${ACTION}${times}`).map(({ numbers }) => ({
    max: numbers[0] as number,
    window: 'encounter',
  }));
  // The whole text is the limit: 「每日1次」, 「1次/日」, 「每3个月1次」.
  const bare = findNumbers(text, '^每(日|天)#次$|^#次/(?:日|天)$').map(({ numbers }) => ({ max: numbers[0] as number, window: 'day' }));
  const bareDays = findNumbers(text, `^每#${TIME_UNIT}#次$`).flatMap(({ numbers, match }) =>
    numbers.length === 2 ? [{ max: numbers[1] as number, everyDays: shortestDays(numbers[0] as number, match[2] as string) }] : [],
  );
  const hours = findNumbers(text, `每(?:日|天)${ACTION}${AT_MOST}${ACTION}#小时$`).map(({ numbers }) => ({
    max: numbers[0] as number,
    window: 'day',
  }));
  return [...bare, ...bareDays, ...hours, ...everyPeriod, ...(everyPeriod.length ? [] : everyDays), ...stays].filter(
    (one) => (one.max as number) > 0,
  );
}

/** 限定频次: the billing unit alone (日, 小时), or a stated number. */
export function readFrequency(point: KnowledgePoint): Reading {
  const text = fold(point.constraint).replace(/[。;]$/, '');
  if (!text) return wait('noText');
  const unit = byUnit[text.replace(/^(?:计价)?单位[::]?/, '').replace(/\(不足[^()]*计\)$/, '')];
  if (unit) return read(unit);
  if (hasException(text)) return wait('frequencyUnclear');
  const limits = stated(text);
  if (limits.length === 0) return wait('frequencyNotFound');
  return limits.length === 1 && limits[0] ? read(limits[0]) : wait('frequencyUnclear');
}

/**
 * 周期超频次: a gap (「间隔时间不短于14天」) or a number in a period (「每周最多支付一次」). A sentence that only says what a value
 * reflects (「反映近2-3个月的平均血糖水平」) sets no limit, and a range is no limit either: both wait.
 */
export function readInterval(point: KnowledgePoint): Reading {
  const text = fold(point.constraint)
    .replace(/\([^()]*号\)/g, '') // the document number at the end
    .replace(/[。;]$/, '');
  if (!text) return wait('noText');
  if (hasException(text)) return wait('intervalNotStated');
  if (new RegExp(`\\d(?:-|~|—|至|到)\\d+${TIME_UNIT}`).test(text)) return wait('intervalRange');
  const gaps = findNumbers(text, `间隔(?:时间|期)?(?:不短于|不少于|不低于|不得少于|不得短于|至少|≥|应大于等于|大于等于)#${TIME_UNIT}`).map(
    ({ numbers, match }) => ({ minGapDays: shortestDays(numbers[0] as number, match[2] as string) }),
  );
  const limits = stated(text).map((one) =>
    one.window === 'day' ? { max: one.max, everyDays: 1 } : one.window === 'month' || one.window === 'year' ? {} : one,
  );
  const all: Params[] = [...gaps, ...(limits as Params[])];
  if (all.length !== 1 || all[0] === undefined || Object.keys(all[0]).length === 0) return wait('intervalNotStated');
  return read(all[0]);
}

/**
 * 限支付疗程: the one stated number of payable days. Where the text names its window (单次住院, 一个疾病过程, 每年) it is read,
 * else the rule's parameter decides. Other limits in the text (「发作48小时内开始使用」, 「评定间隔」, 「每周」) are not the course.
 */
export function readCourse(point: KnowledgePoint): Reading {
  const text = fold(point.constraint);
  if (!text) return wait('noText');
  if (hasException(text)) return wait('courseUnclear', { count: 0 });
  const pay =
    '(?:支付|总时间|使用|疗程|累计|用药)(?:时间|天数|期限|疗程)?(?:不超过|最多(?:支付)?|不得超过|最长(?:支付)?|限)|最多支付|最长支付(?:期限|时间)?为?|限(?:支付|使用)';
  const hits = findNumbers(text, `(?:${pay})#${TIME_UNIT}`);
  if (hits.length === 0) return wait('courseNotFound');
  const [hit] = hits;
  if (hits.length > 1 || !hit) return wait('courseUnclear', { count: hits.length });
  const maxDays = longestDays(hit.numbers[0] as number, hit.match[2] as string);
  if (maxDays < 1) return wait('courseUnclear', { count: 0 });
  const clause = text.slice(0, (hit.match.index ?? 0) + hit.match[0].length);
  const span = /连续时间跨度/.test(fold(point.logic)) ? { span: true } : {};
  return read({ maxDays, ...window(clause), ...span });
}

function window(clause: string): Params {
  const near = clause.split(/[。;]/).at(-1) as string;
  if (/(?:单次|每次|当次)住院|住院期间|住院[^。]*单次/.test(near)) return { window: 'encounter' };
  if (/单次(?:支付|最多)/.test(near) && /住院/.test(clause)) return { window: 'encounter' };
  if (/疾病过程|疗程|病程/.test(near)) return { window: 'course' };
  if (/每年|一年内|年度/.test(near)) return { window: 'year' };
  return {};
}
