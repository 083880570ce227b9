/** Expressions as words: an idiom where people have one, else the phrase of the operator. */
import { aggregateOf, operatorOf } from '../check.ts';
import { type Expression, isCall } from '../expression.ts';
import { unitOf } from '../units.ts';
import { chooseSaid, coalesceSaid } from './alternatives.ts';
import { compareSaid, joinSaid, known, sayNot } from './conditions.ts';
import { sayLeaf } from './leaf.ts';
import { countSaid, differenceSaid, extremeSaid, productSaid, sumSaid } from './numbers.ts';
import { aggregatePhrases, operatorPhrases } from './phrases.ts';
import { bracket, hintAmong, type Idiom, PRODUCT, SUM, statement, value } from './said.ts';
import { type Hint, pick, type Said, type Speaker } from './speaker.ts';
import { hintOf } from './values.ts';

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
