/** Words of the domain (states, actions, kinds) in the language chosen, so that lists and documents say the same. */
import { useSpeech } from '../texts/index.ts';

type Words = Readonly<Record<string, { readonly zh: string; readonly en: string }>>;

export function useWordTable<T extends Readonly<Record<string, Words>>>(words: T) {
  const { language } = useSpeech();
  return {
    say: (kind: keyof T & string, value: string): string => words[kind]?.[value]?.[language] ?? value,
    options: (kind: keyof T & string) =>
      Object.entries((words[kind] ?? {}) as Words).map(([value, word]) => ({ value, label: word[language] })),
  };
}
