/**
 * Every sentence that people read: one line each, zh-CN first, English beside it. One file per noun under messages/;
 * the key is `<noun>.<code>`, the parameters are typed by the function's argument.
 */
export type Sentence<F = Record<string, never>> = { zh: (facts: F) => string; en: (facts: F) => string };
export type Language = 'zh' | 'en';
/** The same in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** Declares a sentence with typed facts. */
export const sentence = <F>(zh: (facts: F) => string, en: (facts: F) => string): Sentence<F> => ({ zh, en });
