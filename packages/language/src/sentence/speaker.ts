import type { RuleTree } from '../rule.ts';
import type { Vocabulary } from '../vocabulary.ts';

/** Who speaks about which rule, in which language. */
export interface Speaker {
  readonly words: Vocabulary;
  readonly lang: 'zh' | 'en';
  readonly rule: RuleTree;
  /** Only one record is spoken of, also in the rule of a pair. */
  readonly alone?: boolean;
  /** Long values that were given a name (甲, 乙, …), by their tree; filled while speaking. */
  readonly named?: Map<string, { readonly label: string; readonly text: string }>;
}
export const pick = (speaker: Speaker, zh: string, en: string): string => (speaker.lang === 'zh' ? zh : en);
