/** Expressions as words. Conditions come with how tightly they bind, so that brackets stand only where they are needed. */
import { aggregateOf, operatorOf } from '../check.ts';
import { type Expression, isCall, type Scalar, type Value } from '../expression.ts';
import { isPercent, withoutScale } from '../scale.ts';
import { scaledUnit, tableOf, unitOf, unitOfParameter } from '../units.ts';
import { columnWord } from '../vocabulary.ts';
import { windowWords } from './choices.ts';
import { aggregatePhrases, foldPhrases, operatorPhrases, type Phrase } from './phrases.ts';
import { pick, type Speaker } from './speaker.ts';
import { type Hint, hintOf, isSentinel, writeTenths, writeValue } from './values.ts';

export interface Said {
  readonly text: string;
  /** 1 or, 2 and, 3 one statement, then sums and differences, products, 4 any other value. */
  readonly level: 1 | 2 | 3 | typeof SUM | typeof PRODUCT | 4;
}
const SUM = 3.5;
const PRODUCT = 3.8;
const value = (text: string): Said => ({ text, level: 4 });
const statement = (text: string): Said => ({ text, level: 3 });

const isLiteral = (e: Expression | undefined, wanted: Scalar): boolean => e?.op === 'literal' && (e as { value: unknown }).value === wanted;
const nameOf = (e: Expression): string => (e as { name: string }).name;
const sameTree = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const bracket = (said: Said, least: number, speaker: Speaker): string =>
  said.level >= least ? said.text : pick(speaker, `（${said.text}）`, `(${said.text})`);

/** Words of an expression, on their own. */
export const sayText = (e: Expression, speaker: Speaker): string => tidy(say(e, speaker).text, speaker);

/** Spaces stand once, and none beside Chinese punctuation. */
export function tidy(text: string, speaker: Speaker): string {
  const once = text.replace(/ {2,}/g, ' ').trim();
  return speaker.lang === 'zh' ? once.replace(/ ?([，。；：、（）,;:()“”〔〕]) ?/g, '$1') : once;
}

export function say(e: Expression, speaker: Speaker, hint?: Hint): Said {
  if (!isCall(e)) return sayLeaf(e, speaker, hint);
  const idiom = idioms[e.op]?.(e.args, speaker, hint);
  if (idiom) return idiom;
  const own = e.op as keyof typeof operatorPhrases;
  const phrase = operatorPhrases[own] ?? aggregatePhrases[e.op as keyof typeof aggregatePhrases];
  const shared = aggregateOf(e.op) || e.op === 'coveredDays' ? undefined : hintAmong(e.args, speaker);
  const args = e.args.map((arg, i) => {
    const said = say(arg, speaker, shared ?? ownHint(e.op, arg, speaker));
    return bracket(said, said.level < SUM ? 3 : leastWithin(e.op, i), speaker);
  });
  if (!phrase)
    return value(
      e.args.length
        ? `${titleOf(e.op, speaker)}${pick(speaker, `（${args.join('、')}）`, `(${args.join(', ')})`)}`
        : titleOf(e.op, speaker),
    );
  const text = phrase[speaker.lang](...args);
  if (phrase.condition) return statement(text);
  return { text, level: levels[e.op] ?? 4 };
}

const levels: { readonly [op: string]: Said['level'] } = { add: SUM, subtract: SUM, multiply: PRODUCT };
/** A sum that is multiplied or subtracted stands in brackets, beside another sum it need not; what is totalled stands in brackets anyway. */
function leastWithin(op: string, at: number): number {
  if (op === 'multiply' || (op === 'subtract' && at === 1)) return PRODUCT;
  return aggregateOf(op) ? 4 : SUM;
}

const titleOf = (op: string, { lang }: Speaker): string => (operatorOf(op) ?? aggregateOf(op))?.title[lang] ?? op;

/** Bare numbers beside days of use are days. */
const ownHint = (op: string, arg: Expression, speaker: Speaker): Hint =>
  op === 'coveredDays' && unitOf(arg, speaker) !== 'day' ? { unit: 'days' } : hintOf(arg, speaker);

/** The first argument that tells what the others mean. */
function hintAmong(args: readonly Expression[], speaker: Speaker): Hint {
  const hints = args.map((arg) => hintOf(arg, speaker));
  return {
    unit: hints.find((h) => h.unit !== undefined && h.unit !== 'literal')?.unit,
    values: hints.find((h) => h.values !== undefined)?.values,
  };
}

function sayLeaf(e: Expression, speaker: Speaker, hint?: Hint): Said {
  const { words, lang, rule } = speaker;
  if (e.op === 'literal') {
    const plain = (e as { value: Value }).value;
    if (typeof plain === 'boolean' && !hint?.values)
      return statement(pick(speaker, plain ? '一律成立' : '一律不成立', plain ? 'always' : 'never'));
    return value(writeValue(plain, hint ?? { unit: undefined }, speaker));
  }
  if (e.op === 'listed') return statement(pick(speaker, '项目在知识点名单内', 'the item is on the list'));
  if (e.op === 'field') return sayField(e as { name: string; of?: 'right' }, speaker);
  if (e.op === 'param') return sayParam(nameOf(e), speaker, hint);
  const use = 'stream' in rule.shape ? rule.shape.stream?.folds[nameOf(e)] : undefined;
  if (!use) return value(pick(speaker, '此前的累计', 'what came before'));
  const args = use.args.map((arg) => say(arg, speaker, hintOf(arg, speaker)).text);
  if (use.fold === 'previous' && isBackwards(rule)) return value(pick(speaker, `下一条记录的${args[0]}`, `${args[0]} of the record after`));
  return value(foldPhrases[use.fold as keyof typeof foldPhrases]?.[lang](...args) ?? words.columns.day?.[lang] ?? '');
}

/** Walked from the last record to the first, so that the one before is the one that follows. */
export function isBackwards({ shape }: Speaker['rule']): boolean {
  const order = 'stream' in shape ? shape.stream?.order : undefined;
  return order !== undefined && isCall(order) && order.op === 'subtract' && order.args[0]?.op === 'literal';
}

function sayField({ name, of }: { name: string; of?: 'right' }, speaker: Speaker): Said {
  const { words, lang, rule } = speaker;
  const table = tableOf(rule, of);
  const word = columnWord(words, table, name)?.[lang] ?? pick(speaker, '其他字段', 'another field');
  if (words.types[table]?.[name] === 'bool') {
    const subject = of === 'right' ? otherRecord(speaker) : '';
    return statement(pick(speaker, `${subject}属于${word}`, `${subject ? `${subject} ` : ''}is ${word}`));
  }
  if (of !== 'right')
    return value(bothSides(speaker) ? pick(speaker, `本${words.records[table]?.measure ?? '条'}的${word}`, `this one's ${word}`) : word);
  // a name of the other table that says where it belongs needs no owner
  const plain = words.tableColumns[`${table}.${name}`] && table !== rule.reads;
  return value(plain ? word : pick(speaker, `${otherRecord(speaker)}的${word}`, `${otherRecord(speaker)}'s ${word}`));
}

/** Two records of one kind are told apart; of two kinds the names do it. */
const bothSides = ({ rule, alone }: Speaker): boolean => !alone && rule.shape.kind === 'pair' && rule.shape.right.reads === rule.reads;
const otherRecord = (speaker: Speaker): string => {
  const { rule, words, lang } = speaker;
  const table = tableOf(rule, 'right');
  const word = words.records[table];
  if (table !== rule.reads) return word?.[lang] ?? '';
  return pick(speaker, `另一${word?.measure ?? '条'}`, 'the other');
};

/** A parameter: the value that stands, and what it is called. */
function sayParam(name: string, speaker: Speaker, hint?: Hint): Said {
  const { rule, words, lang } = speaker;
  const own = rule.parameters[name];
  const known = words.params[name];
  const standard =
    own &&
    writeValue(
      own.standard as Value,
      { unit: unitOfParameter(own.unit, name), values: known?.values ?? hint?.values },
      speaker,
      lang === 'zh' || own.unit === '%' ? own.unit : undefined,
    );
  if (own?.unit === '0.1') return value(`${writeTenths(own.standard as number, speaker)}${titled(own.title[lang], speaker)}`);
  if (!rule.knowledgeParams.includes(name) && own)
    return value(
      unitOfParameter(own.unit, name) === 'fen'
        ? `${writeValue(own.standard as Value, { unit: 'fen' }, speaker)}${titled(own.title[lang], speaker)}`
        : `${standard}${titled(own.title[lang], speaker)}`,
    );
  const word = known?.[lang] ?? pick(speaker, '参数', 'parameter');
  if (known && !known.unit && !known.values && isBoolParam(name))
    return statement(pick(speaker, `知识点写明“${word}”`, `the point says "${word}"`));
  const text = pick(speaker, `知识点规定的${word}`, `the point's ${word}`);
  return value(own ? pick(speaker, `${text}（未写明时为${standard}）`, `${text} (if not given ${standard})`) : text);
}
const titled = (title: string, speaker: Speaker): string => pick(speaker, `〔${title}〕`, ` (${title})`);
const isBoolParam = (name: string): boolean => name === 'sameProvider' || name === 'span' || name === 'selected';

/** What is known of a sum is a matter of missing data, not of the rule: both say the same. */
export function plainForm(e: Expression, speaker: Speaker): Expression {
  if (isCall(e)) return { op: e.op.replace(/Known$/, ''), args: e.args.map((arg) => plainForm(arg, speaker)) };
  if (e.op !== 'fold' || !('stream' in speaker.rule.shape)) return e;
  const folds = speaker.rule.shape.stream?.folds ?? {};
  const use = folds[nameOf(e)];
  const plain = Object.entries(folds).find(
    ([, other]) => use && other.fold === use.fold.replace(/Known$/, '') && sameTree(other.args, use.args),
  );
  return plain ? { op: 'fold', name: plain[0] } : e;
}

type Idiom = (args: readonly Expression[], speaker: Speaker, hint?: Hint) => Said | undefined;

const joinSaid =
  (op: 'and' | 'or'): Idiom =>
  (args, speaker) => {
    const plain = args.map((arg) => plainForm(arg, speaker));
    const kept = plain.filter((arg, i) => plain.findIndex((other) => sameTree(other, arg)) === i);
    if (kept.length === 1) return say(kept[0] as Expression, speaker);
    const parts = kept.map((arg) => bracket(say(arg, speaker), op === 'or' ? 3 : 2.5, speaker));
    return { text: (operatorPhrases[op] as Phrase)[speaker.lang](...parts), level: op === 'or' ? 1 : 2 };
  };

/** The words for later and earlier, for times; else those for more and less. */
const comparing: { readonly [op: string]: readonly [zh: string, en: string] } = {
  gt: ['晚于', 'is after'],
  ge: ['不早于', 'is not before'],
  lt: ['早于', 'is before'],
  le: ['不晚于', 'is not after'],
};

const ranking: typeof comparing = {
  gt: ['高于', 'is above'],
  ge: ['不低于', 'is at least'],
  lt: ['低于', 'is below'],
  le: ['不高于', 'is at most'],
};

const compareSaid =
  (op: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'): Idiom =>
  (args, speaker) => {
    const [a, b] = args as [Expression, Expression];
    if (op === 'eq' || op === 'ne') {
      const special = equality(op === 'eq', a, b, speaker);
      if (special) return special;
    }
    const ended = endSaid(op, a, b, speaker);
    if (ended) return ended;
    const hint = hintAmong([a, b], speaker);
    const [left, right] = withoutScale(a, b, speaker).map((side) => bracket(say(side, speaker, hint), 3, speaker)) as [string, string];
    const words = hint.unit === 'day' || hint.unit === 'instant' ? comparing[op] : hint.unit === 'level' ? ranking[op] : undefined;
    if (words) return statement(pick(speaker, `${left}${words[0]}${right}`, `${left} ${words[1]} ${right}`));
    return statement(operatorPhrases[op][speaker.lang](left, right));
  };

/** What has not ended yet ends on the last of all days: to people its end is not known. */
function endSaid(op: string, a: Expression, b: Expression, speaker: Speaker): Said | undefined {
  const last = b.op === 'literal' ? (b as { value: unknown }).value : undefined;
  const unit = unitOf(a, speaker);
  if (typeof last !== 'number' || last < 0 || (unit !== 'day' && unit !== 'instant') || !isSentinel(last, unit)) return undefined;
  return op === 'lt' || op === 'ge' ? known(a, op === 'lt', speaker) : undefined;
}

/** A yes-or-no column, and the same column of both records. */
function equality(yes: boolean, a: Expression, b: Expression, speaker: Speaker): Said | undefined {
  if (isLiteral(b, true) || isLiteral(b, false)) return (yes === isLiteral(b, true) ? say : sayNot)(a, speaker);
  const [x, y] = [a, b] as { op: string; name: string; of?: string }[];
  if (x?.op !== 'field' || y?.op !== 'field' || x.name !== y.name || x.of === y.of) return undefined;
  const word = columnWord(speaker.words, speaker.rule.reads, x.name)?.[speaker.lang] ?? '';
  return statement(
    pick(
      speaker,
      `两${speaker.words.records[speaker.rule.reads]?.measure ?? '条'}的${word}${yes ? '相同' : '不同'}`,
      `${yes ? 'the same' : 'another'} ${word}`,
    ),
  );
}

function sayNot(e: Expression, speaker: Speaker): Said {
  if (isCall(e)) {
    const phrase = (operatorPhrases as { [name: string]: Phrase })[e.op];
    if (e.op === 'not') return say(e.args[0] as Expression, speaker);
    if (e.op === 'isNull') return known(e.args[0] as Expression, true, speaker);
    if (e.op === 'eq' || e.op === 'ne') return compareSaid(e.op === 'eq' ? 'ne' : 'eq')(e.args, speaker) as Said;
    if (phrase?.no) {
      const args = e.args.map((arg) => bracket(say(arg, speaker, hintAmong(e.args, speaker)), 3, speaker));
      return statement(phrase.no[speaker.lang](...args));
    }
  } else if (e.op === 'field') {
    const said = say(e, speaker).text;
    return statement(pick(speaker, said.replace('属于', '不属于'), said.replace('is ', 'is not ')));
  } else if (e.op === 'listed') return statement(pick(speaker, '项目不在知识点名单内', 'the item is not on the list'));
  const said = say(e, speaker);
  return statement(pick(speaker, said.level >= 3 ? `并非${said.text}` : `并非（${said.text}）`, `not (${said.text})`));
}

function known(e: Expression, yes: boolean, speaker: Speaker): Said {
  if (e.op === 'param') {
    const word = speaker.words.params[nameOf(e)]?.[speaker.lang] ?? '';
    return statement(pick(speaker, `知识点${yes ? '写明' : '没有写明'}${word}`, `the point gives ${yes ? '' : 'no '}${word}`));
  }
  const phrase = operatorPhrases.isNull;
  return statement((yes ? (phrase.no as Phrase) : phrase)[speaker.lang](bracket(say(e, speaker), 3, speaker)));
}

function chooseSaid(args: readonly Expression[], speaker: Speaker, hint?: Hint): Said {
  const [when, then, other] = args as [Expression, Expression, Expression];
  const window = windowWords({ op: 'choose', args }, speaker);
  const boolean = isCondition(then, speaker) || isCondition(other, speaker);
  if (window && boolean) return statement(pick(speaker, `同在${window}内`, `within ${window}`));
  const least = leastOf(when, then, other, speaker);
  if (least) return least;
  const branchHint = hint ?? hintAmong([then, other], speaker);
  if (!boolean)
    return (
      ageSaid(when, then, other, speaker) ??
      named({ op: 'choose', args }, valueChoice({ op: 'choose', args }, speaker, branchHint), speaker)
    );
  const plain = ifKnown(when, then, other, speaker);
  if (plain) return plain;
  const [c, a, b] = [when, then, other].map((e) => bracket(say(e, speaker), 3, speaker)) as [string, string, string];
  const no = bracket(sayNot(when, speaker), 3, speaker);
  if (isLiteral(then, null)) return statement(pick(speaker, `${b}（${c}时不作判断）`, `${b} (not judged if ${c})`));
  if (isLiteral(other, null)) return statement(pick(speaker, `${a}（${no}时不作判断）`, `${a} (not judged if ${no})`));
  if (isLiteral(then, true)) return { text: operatorPhrases.or[speaker.lang](c, b), level: 1 };
  if (isLiteral(then, false)) return { text: operatorPhrases.and[speaker.lang](no, b), level: 2 };
  if (isLiteral(other, true)) return statement(pick(speaker, `${c}的，还须${a}`, `if ${c}, also ${a}`));
  if (isLiteral(other, false)) return { text: operatorPhrases.and[speaker.lang](c, a), level: 2 };
  return { text: pick(speaker, `${c}的，${a}；其余的，${b}`, `if ${c}, ${a}; else ${b}`), level: 1 };
}

/** A bound that is not given bounds nothing: to people the comparison alone says so. What is unknown may be looked up elsewhere. */
function ifKnown(when: Expression, then: Expression, other: Expression, speaker: Speaker): Said | undefined {
  if (!isCall(when) || when.op !== 'isNull') return undefined;
  const asked = when.args[0] as Expression;
  if (!mentions(other, asked)) return undefined;
  if (isLiteral(then, false)) return say(other, speaker);
  if (isLiteral(then, true) || isLiteral(then, null)) return undefined;
  const [a, b, x] = [say(then, speaker).text, bracket(say(other, speaker), 3, speaker), say(asked, speaker).text];
  return statement(pick(speaker, `${b}（${x}未知时，看是否${a}）`, `${b} (if the ${x} is unknown: ${a})`));
}
const mentions = (e: Expression, part: Expression): boolean =>
  sameTree(e, part) || (isCall(e) && e.args.some((arg) => mentions(arg, part)));

/** Age in days or in years, as the knowledge point counts. */
function ageSaid(when: Expression, then: Expression, other: Expression, speaker: Speaker): Said | undefined {
  if (!isCall(then) || then.op !== 'subtract' || !isCall(other) || other.op !== 'ageYears') return undefined;
  if (!sameTree(then.args[1], other.args[0]) || !sameTree(then.args[0], other.args[1])) return undefined;
  const on = say(then.args[0] as Expression, speaker).text;
  return value(
    pick(
      speaker,
      `${on}的年龄（${say(when, speaker).text}时按天，否则按周岁）`,
      `age on the ${on} (in days if ${say(when, speaker).text}, else in years)`,
    ),
  );
}

const LONG = 30;
const LABELS = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'];
/** A long value gets a name and is explained at the end. */
function named(e: Expression, said: Said, speaker: Speaker): Said {
  if (!speaker.named || said.text.length < LONG) return said;
  const key = JSON.stringify(e);
  const known = speaker.named.get(key);
  if (known) return value(known.label);
  const n = speaker.named.size;
  const label = pick(speaker, `【${LABELS[n] ?? n + 1}】`, `[${String.fromCharCode(65 + n)}]`);
  speaker.named.set(key, { label, text: said.text });
  return value(label);
}

/** `x, at least L`. */
function leastOf(when: Expression, then: Expression, other: Expression, speaker: Speaker): Said | undefined {
  if (!isCall(when) || when.op !== 'lt' || !sameTree(when.args[0], other) || !sameTree(when.args[1], then)) return undefined;
  const least = say(then, speaker, hintOf(other, speaker)).text;
  return value(pick(speaker, `${say(other, speaker).text}（不足${least}按${least}计）`, `${say(other, speaker).text} (at least ${least})`));
}

function isCondition(e: Expression, speaker: Speaker): boolean {
  if (e.op === 'literal') return typeof (e as { value: unknown }).value === 'boolean';
  if (e.op === 'choose' && isCall(e)) return e.args.slice(1).some((arg) => isCondition(arg, speaker));
  if (isCall(e)) return (operatorOf(e.op)?.gives ?? aggregateOf(e.op)?.gives) === 'bool';
  if (e.op === 'field') return speaker.words.types[tableOf(speaker.rule, (e as { of?: 'right' }).of)]?.[nameOf(e)] === 'bool';
  return e.op === 'listed';
}

/** A chain of choices between values, one after the other. */
function valueChoice(e: Expression, speaker: Speaker, hint: Hint): Said {
  const parts: string[] = [];
  let rest = e;
  while (isCall(rest) && rest.op === 'choose') {
    const [when, then, other] = rest.args as [Expression, Expression, Expression];
    parts.push(
      pick(
        speaker,
        `${say(when, speaker).text}时为${say(then, speaker, hint).text}`,
        `${say(then, speaker, hint).text} if ${say(when, speaker).text}`,
      ),
    );
    rest = other;
  }
  const last = say(rest, speaker, hint).text;
  return value(pick(speaker, `（${parts.join('，')}，其余为${last}）`, `(${parts.join(', ')}, else ${last})`));
}

function coalesceSaid(args: readonly Expression[], speaker: Speaker, outer?: Hint): Said {
  const hint = outer ?? hintAmong(args, speaker);
  const [first, ...rest] = args as [Expression, ...Expression[]];
  const firstSaid = say(first, speaker, hint);
  const firstText = bracket(firstSaid, 3, speaker);
  const others = rest.map((arg) => say(arg, speaker, hint).text);
  const given = first.op === 'param';
  const shown = rest.map((arg, i) => {
    if (arg.op !== 'literal') return others[i];
    const plain = (arg as { value: Value }).value;
    return typeof plain === 'boolean' ? pick(speaker, plain ? '是' : '否', plain ? 'yes' : 'no') : others[i];
  });
  const text = pick(
    speaker,
    `${firstText}（${given ? '未写明' : '未知'}时取${shown.join('、')}）`,
    `${firstText} (if ${given ? 'not given' : 'unknown'} ${shown.join(', ')})`,
  );
  if (firstSaid.level < SUM)
    return statement(given && rest.length === 1 ? flagSaid(nameOf(first), isLiteral(rest[0], true), speaker) : text);
  return rest.every((arg) => arg.op === 'literal' || arg.op === 'param')
    ? value(text)
    : named({ op: 'coalesce', args }, value(text), speaker);
}

/** A yes-or-no parameter with what counts where it is not given. */
const flagSaid = (name: string, usual: boolean, speaker: Speaker): string => {
  const word = speaker.words.params[name]?.[speaker.lang] ?? '';
  if (usual) return pick(speaker, `知识点没有否定“${word}”`, `the point does not deny "${word}"`);
  return pick(speaker, `知识点写明“${word}”`, `the point says "${word}"`);
};

const differenceSaid: Idiom = (args, speaker) => {
  const [a, b] = args as [Expression, Expression];
  const unit = unitOf(a, speaker);
  const [left, right] = [say(a, speaker).text, say(b, speaker, hintOf(a, speaker)).text];
  if (unit === 'day' && unitOf(b, speaker) === 'day')
    return value(pick(speaker, `从${right}到${left}的天数`, `days from the ${right} to the ${left}`));
  if (unit === 'instant' && unitOf(b, speaker) === 'instant')
    return value(pick(speaker, `从${right}到${left}的时间`, `time from the ${right} to the ${left}`));
  if (unit === 'day')
    return value(
      pick(speaker, `${left}之前${say(b, speaker, { unit: 'days' }).text}`, `${say(b, speaker, { unit: 'days' }).text} before the ${left}`),
    );
  return undefined;
};

const sumSaid: Idiom = (args, speaker) => {
  const [a, b] = args as [Expression, Expression];
  // all of it and so many percent more
  if (percentage({ op: 'add', args }, speaker)) {
    const [whole, more] = a.op === 'literal' ? [a, b] : [b, a];
    const percent = `${(whole as unknown as { value: number }).value} %`;
    return { text: pick(speaker, ` ${percent}加上${say(more, speaker).text}`, `${percent} plus ${say(more, speaker).text}`), level: SUM };
  }
  if (unitOf(a, speaker) !== 'day') return undefined;
  const days = say(b, speaker, { unit: 'days' }).text;
  return value(pick(speaker, `${say(a, speaker).text}之后${days}`, `${days} after the ${say(a, speaker).text}`));
};

/** So many percent, or all and so many percent more. */
function percentage(e: Expression, speaker: Speaker): boolean {
  if (!isCall(e) || e.op !== 'add') return isPercent(e, speaker);
  return e.args.some((arg) => isPercent(arg, speaker)) && e.args.some((arg) => arg.op === 'literal');
}

/** 5 minutes are said as minutes, whatever the records count; 80 percent of something as a part of it. */
const productSaid: Idiom = (args, speaker) => {
  const [a, b] = args as [Expression, Expression];
  for (const [whole, part] of [
    [a, b],
    [b, a],
  ] as const)
    if (whole.op !== 'literal' && percentage(part, speaker)) {
      const [of, percent] = [whole, part].map((e) => bracket(say(e, speaker), PRODUCT, speaker));
      return value(pick(speaker, `${of}的${percent}`, `${percent} of ${of}`));
    }
  if (b.op !== 'literal') return undefined;
  const factor = Number((b as { value: unknown }).value);
  // a factor is a plain number, whatever it multiplies
  if (scaledUnit(unitOf(a, speaker), factor) === undefined)
    return value(
      pick(
        speaker,
        `${bracket(say(a, speaker), PRODUCT, speaker)}乘以 ${factor} `,
        `${bracket(say(a, speaker), PRODUCT, speaker)} times ${factor}`,
      ),
    );
  if (unitOf(a, speaker) === 'days')
    return value(pick(speaker, `${say(a, speaker).text}（折合小时）`, `${say(a, speaker).text} (in hours)`));
  return say(a, speaker);
};

const extremeSaid =
  (zh: string, en: string): Idiom =>
  ([a], speaker) =>
    unitOf(a as Expression, speaker) === 'day' || unitOf(a as Expression, speaker) === 'instant'
      ? value(pick(speaker, `${zh}${say(a as Expression, speaker).text}`, `${en} ${say(a as Expression, speaker).text}`))
      : undefined;

/** days of a stay, charge lines with their prescriber */
const plural = (noun: string): string => noun.replace(/(?= of | with | beside | dispensed |$)/, 's');

const countSaid: Idiom = ([a], speaker) =>
  isLiteral(a, true)
    ? value(
        pick(
          speaker,
          `${speaker.words.records[speaker.rule.reads]?.zh ?? ''}${speaker.words.records[speaker.rule.reads]?.measure ?? '条'}数`,
          `number of ${plural(speaker.words.records[speaker.rule.reads]?.en ?? 'record')}`,
        ),
      )
    : undefined;

const idioms: { readonly [op: string]: Idiom } = {
  and: joinSaid('and'),
  or: joinSaid('or'),
  eq: compareSaid('eq'),
  ne: compareSaid('ne'),
  gt: compareSaid('gt'),
  ge: compareSaid('ge'),
  lt: compareSaid('lt'),
  le: compareSaid('le'),
  not: ([a], speaker) => sayNot(a as Expression, speaker),
  isNull: ([a], speaker) => known(a as Expression, false, speaker),
  choose: chooseSaid,
  coalesce: coalesceSaid,
  subtract: differenceSaid,
  add: sumSaid,
  multiply: productSaid,
  maximum: extremeSaid('最晚的', 'latest'),
  minimum: extremeSaid('最早的', 'earliest'),
  count: countSaid,
  countKnown: countSaid,
};
