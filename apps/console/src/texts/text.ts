/** A text of the page: Chinese first, English beside it. `{name}` is filled by `t(text, { name })`. */
export type Text = readonly [zh: string, en: string];
export type Language = 'zh' | 'en';
export type Facts = Readonly<Record<string, string | number>>;
export type Say = (text: Text, facts?: Facts) => string;

export const sayIn =
  (language: Language): Say =>
  (text, facts) => {
    const words = text[language === 'zh' ? 0 : 1];
    return facts ? words.replace(/\{(\w+)\}/g, (whole, name) => String(facts[name] ?? whole)) : words;
  };
