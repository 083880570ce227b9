/** The window of a knowledge point is a chain of choices in the tree and two words for people. */
import { type Expression, isCall } from '../expression.ts';
import { pick, type Speaker } from './speaker.ts';

/** The windows that a chain of choices on the parameter `window` tells apart, in their own words; undefined when it is no such chain. */
export function windowWords(e: Expression, speaker: Speaker): string | undefined {
  const values = windowValues(e);
  if (!values) return undefined;
  const own = speaker.rule.parameters.window?.standard;
  const words = speaker.words.values.window ?? {};
  const shown = values.map((value) => words[value]?.[speaker.lang] ?? '').filter(Boolean);
  const standard = typeof own === 'string' ? words[own]?.[speaker.lang] : undefined;
  const otherwise = standard ? pick(speaker, `；未写明时为${standard}`, `; if not given ${standard}`) : '';
  return pick(speaker, `知识点规定的时间区间（${shown.join('、')}${otherwise}）`, `the point's window (${shown.join(', ')}${otherwise})`);
}

/** Values of `window` that the conditions of a chain of choices name. */
export function windowValues(e: Expression): string[] | undefined {
  if (!isCall(e) || e.op !== 'choose') return undefined;
  const [when, then, other] = e.args as [Expression, Expression, Expression];
  const own = asked(when);
  if (!own) return undefined;
  return [...new Set([...own, ...(windowValues(then) ?? []), ...(windowValues(other) ?? [])])];
}

function asked(when: Expression): string[] | undefined {
  if (!isCall(when) || (when.op !== 'eq' && when.op !== 'in')) return undefined;
  const [what, ...values] = when.args;
  if (what?.op !== 'param' || (what as { name: string }).name !== 'window') return undefined;
  return values.map((value) => String((value as { value?: unknown }).value));
}
