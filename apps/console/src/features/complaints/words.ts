/** Words of complaints come from the domain, so that lists, documents and the register say the same. */
import { complaintWords } from '@hengjian/domain';
import { useSpeech } from '../../texts/index.ts';

type Kind = keyof typeof complaintWords;

export function useComplaintWords() {
  const { language } = useSpeech();
  const options = (kind: Kind) => Object.entries(complaintWords[kind]).map(([value, word]) => ({ value, label: word[language] }));
  const say = <K extends Kind>(kind: K, value: string): string =>
    (complaintWords[kind] as Readonly<Record<string, { zh: string; en: string }>>)[value]?.[language] ?? value;
  return {
    say,
    objects: options('objects'),
    matters: options('matters'),
    kinds: options('kinds'),
    channels: options('channels'),
    states: options('states'),
    results: options('results'),
  };
}
