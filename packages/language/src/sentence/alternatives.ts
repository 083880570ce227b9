/** One or the other: choices between conditions and between values, what stands in for what is not known. */
import { aggregateOf, operatorOf } from '../check.ts';
import { type Expression, isCall, type Value } from '../expression.ts';
import { tableOf } from '../units.ts';
import { windowWords } from './choices.ts';
import { sayNot } from './conditions.ts';
import { operatorPhrases } from './phrases.ts';
import { bracket, hintAmong, isLiteral, nameOf, SUM, sameTree, say, statement, value } from './said.ts';
import { type Hint, pick, type Said, type Speaker } from './speaker.ts';
import { hintOf } from './values.ts';

export function chooseSaid(args: readonly Expression[], speaker: Speaker, hint?: Hint): Said {
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

export function coalesceSaid(args: readonly Expression[], speaker: Speaker, outer?: Hint): Said {
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
