/** Numbers as people say them: spans of time, percents of something, minutes, the latest day, how many. */
import { type Expression, isCall } from '../expression.ts';
import { isPercent } from '../scale.ts';
import { scaledUnit, unitOf } from '../units.ts';
import { bracket, type Idiom, isLiteral, PRODUCT, SUM, say, value } from './said.ts';
import { pick, type Said, type Speaker } from './speaker.ts';
import { hintOf } from './values.ts';

type Args = readonly Expression[];

export function differenceSaid(args: Args, speaker: Speaker): Said | undefined {
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
}

export function sumSaid(args: Args, speaker: Speaker): Said | undefined {
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
}

/** So many percent, or all and so many percent more. */
function percentage(e: Expression, speaker: Speaker): boolean {
  if (!isCall(e) || e.op !== 'add') return isPercent(e, speaker);
  return e.args.some((arg) => isPercent(arg, speaker)) && e.args.some((arg) => arg.op === 'literal');
}

/** 5 minutes are said as minutes, whatever the records count; 80 percent of something as a part of it. */
export function productSaid(args: Args, speaker: Speaker): Said | undefined {
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
}

export function extremeSaid(zh: string, en: string): Idiom {
  return ([a], speaker) =>
    unitOf(a as Expression, speaker) === 'day' || unitOf(a as Expression, speaker) === 'instant'
      ? value(pick(speaker, `${zh}${say(a as Expression, speaker).text}`, `${en} ${say(a as Expression, speaker).text}`))
      : undefined;
}

/** days of a stay, charge lines with their prescriber */
const plural = (noun: string): string => noun.replace(/(?= of | with | beside | dispensed |$)/, 's');

export function countSaid([a]: Args, speaker: Speaker): Said | undefined {
  if (!isLiteral(a, true)) return undefined;
  const word = speaker.words.records[speaker.rule.reads];
  return value(pick(speaker, `${word?.zh ?? ''}${word?.measure ?? '条'}数`, `number of ${plural(word?.en ?? 'record')}`));
}
