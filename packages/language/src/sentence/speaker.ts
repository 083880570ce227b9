import type { Expression } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import type { Unit } from '../units.ts';
import type { Vocabulary } from '../vocabulary.ts';

export interface Said {
  readonly text: string;
  /** 1 or, 2 and, 3 one statement, 3.5 a sum or difference, 3.8 a product, 4 any other value. */
  readonly level: 1 | 2 | 3 | 3.5 | 3.8 | 4;
}

/** What a bare value beside this expression means. */
export interface Hint {
  readonly unit: Unit;
  /** Name of the words of its values. */
  readonly values?: string | undefined;
}

/** Who speaks about which rule, in which language. */
export interface Speaker {
  readonly words: Vocabulary;
  readonly lang: 'zh' | 'en';
  readonly rule: RuleTree;
  /** How any expression is said (say.ts). */
  readonly say: (e: Expression, speaker: Speaker, hint?: Hint) => Said;
  /** Only one record is spoken of, also in the rule of a pair. */
  readonly alone?: boolean;
  /** Long values that were given a name (甲, 乙, …), by their tree; filled while speaking. */
  readonly named?: Map<string, { readonly label: string; readonly text: string }>;
}
export const pick = (speaker: Speaker, zh: string, en: string): string => (speaker.lang === 'zh' ? zh : en);
