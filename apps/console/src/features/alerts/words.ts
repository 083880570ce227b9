import { alertWords } from '@hengjian/domain';
import { useSpeech } from '../../texts/index.ts';

type Group = keyof typeof alertWords;

/** Words of alerts in the language of the page. */
export function useAlertWords() {
  const { language } = useSpeech();
  const say = (group: Group, key: string): string =>
    (alertWords[group] as Readonly<Record<string, { zh: string; en: string }>>)[key]?.[language] ?? key;
  const options = (group: Group) => Object.keys(alertWords[group]).map((value) => ({ value, label: say(group, value) }));
  return { say, options, language };
}
