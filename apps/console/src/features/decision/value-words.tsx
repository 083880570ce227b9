/** Words for the values of what the fund is looked at by. */
import { type Say, texts } from '../../texts/index.ts';

const text = texts.decision;
const levels: Readonly<Record<string, readonly [string, string]>> = {
  '3': texts.common.level3,
  '2': texts.common.level2,
  '1': texts.common.level1,
  '0': texts.common.level0,
};

/** An insurance, a setting, a class …; what has no word of its own is shown as it is, null as unknown. */
export function valueWord(t: Say, dimension: string, value: string | null): string {
  if (value === null || value === '') return t(texts.common.unknown);
  if (dimension === 'level') return levels[value] ? t(levels[value]) : value;
  return dimension !== 'area' && dimension !== 'provider' && Object.hasOwn(text, value) ? t(text[value as keyof typeof text]) : value;
}
