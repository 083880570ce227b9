// Names of indicators as they are compared between documents, years and bureaus.
import type { Indicator } from './plan.ts';
import { parseUnit } from './unit.ts';

/** No spaces, quotes or bracketed units, no words for "our own". */
export const plainName = (name: string): string =>
  name
    .replace(/[\s“”"'‘’「」《》]/g, '')
    .replace(/[（(][^（）()]*[）)]/g, '')
    .replace(/本市|全市|我市|本县|全县|我县|全区|本区|市本级|县本级|本地|本年度?|全年/g, '');

/** What kind of thing the unit counts: 万条 and 条 are the same, 家 and 人次 are not; a target in words has none. */
const countedAs = ({ operator, target, unit }: Pick<Indicator, 'operator' | 'target' | 'unit'>): string => {
  if (operator === 'qualitative' || typeof target === 'string') return 'words';
  const parsed = parseUnit(unit);
  return parsed ? (parsed.family === null ? parsed.base : `#${parsed.family}`) : '';
};

/** Two rows with one key ask the same, whoever wrote them and whatever the year's number is. */
export const indicatorKey = (row: Pick<Indicator, 'name' | 'operator' | 'target' | 'unit'>): string =>
  `${plainName(row.name)}|${countedAs(row)}`;

/** A project's name without its year and money, so that next year's is known again. */
export const plainProject = (name: string): string =>
  name
    .replace(/\s/g, '')
    .replace(/(?:19|20)\d{2}\s*年?度?/g, '')
    .replace(/[（(][^（）()]*[）)]/g, '');
