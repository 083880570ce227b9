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

/** Whose rate or point value it is: of an insurance and a class of institutions, or of all that have none of their own. */
export function rateOwner(t: Say, { insurance, level }: { insurance: string | null; level: number | null }, several: boolean): string {
  const { restInsurance, allInsurance } = texts.payment;
  const who = insurance === null ? t(several && level === null ? restInsurance : allInsurance) : valueWord(t, 'insurance', insurance);
  return level === null ? who : `${who} · ${valueWord(t, 'level', String(level))}`;
}
