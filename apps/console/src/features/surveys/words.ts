import { surveyWords } from '@hengjian/domain';
import { useSpeech } from '../../texts/index.ts';

type Kind = Exclude<keyof typeof surveyWords, 'states' | 'actions'>;

/** Words of a survey's codes, and options to choose from. */
export function useSurveyWords() {
  const { language } = useSpeech();
  return {
    say: (kind: Kind, code: string): string => (surveyWords[kind] as Record<string, { zh: string; en: string }>)[code]?.[language] ?? code,
    options: (kind: Kind) => Object.entries(surveyWords[kind]).map(([value, word]) => ({ value, label: word[language] })),
  };
}
