/** What holds and what does not: joined, compared, known at all, the contrary. */
import { type Expression, isCall } from '../expression.ts';
import { withoutScale } from '../scale.ts';
import { unitOf } from '../units.ts';
import { columnWord } from '../vocabulary.ts';
import { operatorPhrases, type Phrase } from './phrases.ts';
import { bracket, hintAmong, type Idiom, isLiteral, nameOf, sameTree, say, statement } from './said.ts';
import { pick, type Said, type Speaker } from './speaker.ts';
import { isSentinel } from './values.ts';

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

export function joinSaid(op: 'and' | 'or'): Idiom {
  return (args, speaker) => {
    const plain = args.map((arg) => plainForm(arg, speaker));
    const kept = plain.filter((arg, i) => plain.findIndex((other) => sameTree(other, arg)) === i);
    if (kept.length === 1) return say(kept[0] as Expression, speaker);
    const parts = kept.map((arg) => bracket(say(arg, speaker), op === 'or' ? 3 : 2.5, speaker));
    return { text: (operatorPhrases[op] as Phrase)[speaker.lang](...parts), level: op === 'or' ? 1 : 2 };
  };
}

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

export function compareSaid(op: 'eq' | 'ne' | 'gt' | 'ge' | 'lt' | 'le'): Idiom {
  return (args, speaker) => {
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
}

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

export function sayNot(e: Expression, speaker: Speaker): Said {
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

export function known(e: Expression, yes: boolean, speaker: Speaker): Said {
  if (e.op === 'param') {
    const word = speaker.words.params[nameOf(e)]?.[speaker.lang] ?? '';
    return statement(pick(speaker, `知识点${yes ? '写明' : '没有写明'}${word}`, `the point gives ${yes ? '' : 'no '}${word}`));
  }
  const phrase = operatorPhrases.isNull;
  return statement((yes ? (phrase.no as Phrase) : phrase)[speaker.lang](bracket(say(e, speaker), 3, speaker)));
}
