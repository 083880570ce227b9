/** What every way of saying needs. How tightly it binds comes with what is said, so that brackets stand only where they are needed. */
import type { Expression, Scalar } from '../expression.ts';
import { type Hint, pick, type Said, type Speaker } from './speaker.ts';
import { hintOf } from './values.ts';

/** How tightly sums and products bind. */
export const SUM = 3.5;
export const PRODUCT = 3.8;

/** What an idiom says of its parts: whoever speaks has the ways of all expressions. */
export const say = (e: Expression, speaker: Speaker, hint?: Hint): Said => speaker.say(e, speaker, hint);
/** Words of an expression, on their own. */
export const sayText = (e: Expression, speaker: Speaker): string => tidy(say(e, speaker).text, speaker);

export const value = (text: string): Said => ({ text, level: 4 });
export const statement = (text: string): Said => ({ text, level: 3 });

export const isLiteral = (e: Expression | undefined, wanted: Scalar): boolean =>
  e?.op === 'literal' && (e as { value: unknown }).value === wanted;
export const nameOf = (e: Expression): string => (e as { name: string }).name;
export const sameTree = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export const bracket = (said: Said, least: number, speaker: Speaker): string =>
  said.level >= least ? said.text : pick(speaker, `（${said.text}）`, `(${said.text})`);

/** Spaces stand once, and none beside Chinese punctuation. */
export function tidy(text: string, speaker: Speaker): string {
  const once = text.replace(/ {2,}/g, ' ').trim();
  return speaker.lang === 'zh' ? once.replace(/ ?([，。；：、（）,;:()“”〔〕]) ?/g, '$1') : once;
}

/** The first argument that tells what the others mean. */
export function hintAmong(args: readonly Expression[], speaker: Speaker): Hint {
  const hints = args.map((arg) => hintOf(arg, speaker));
  return {
    unit: hints.find((h) => h.unit !== undefined && h.unit !== 'literal')?.unit,
    values: hints.find((h) => h.values !== undefined)?.values,
  };
}

export type Idiom = (args: readonly Expression[], speaker: Speaker, hint?: Hint) => Said | undefined;
