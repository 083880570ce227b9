import { type KnowledgePoint, type Params, type Reading, read, wait } from '../point.ts';
import { findNumbers, fold } from './text.ts';

/** Newborn: at most 28 days old (supervision.md §2.0). */
const NEWBORN_MAX_DAYS = 28;
/** Least working age: 劳动法 第十五条, 禁止使用童工规定 (国务院令第364号) 第二条. The upper end (retirement) differs by sex and birth month. */
const WORKING_MIN_AGE = 16;

const YEARS = '(?:周?岁)';
const childWord = /小儿|儿童|患儿|幼儿|婴儿|青少年|少儿/;

/** Bounds in completed years that a text states, one entry per statement. 「以下」「以上」 include the number (民法典 第1259条). */
function statedAges(text: string): Params[] {
  const found: Params[] = [];
  let rest = text.replace(/\(含(?:\d+周?岁)?\)/g, '').replace(/(?<=^|[:;。限])\d{1,2}\.(?=\d+\D)/g, ''); // 「限：1.1岁至14岁…；2.…」: the first number counts
  // The longest forms first; what was read is taken out so that a part of it is not read again.
  const take = (pattern: string, bounds: (numbers: number[]) => Params) => {
    for (const { numbers, match } of findNumbers(rest, pattern)) {
      found.push(bounds(numbers));
      rest = rest.replace(match[0], '。');
    }
  };
  take(`#${YEARS}?(?:-|~|—|–|至|到)(?:<|不满|未满)#${YEARS}`, ([a, b]) => ({ minAge: a as number, maxAge: (b as number) - 1 }));
  take(`#${YEARS}?(?:-|~|—|–|至|到)#${YEARS}(?:以下|及以下)?`, ([a, b]) => ({ minAge: a as number, maxAge: b as number }));
  take(`#${YEARS}(?:及#${YEARS})?(?:及以上|以上|及以后)`, ([a]) => ({ minAge: a as number }));
  take(`(?:≥|>=|不小于|不低于|年满)#${YEARS}`, ([a]) => ({ minAge: a as number }));
  take(`(?:<|小于|不满|未满|低于)#${YEARS}`, ([a]) => ({ maxAge: (a as number) - 1 }));
  take(`(?:≤|<=|不超过|不大于)#${YEARS}`, ([a]) => ({ maxAge: a as number }));
  take(`#${YEARS}(?:及#${YEARS})?(?:及以下|以下|以内)`, ([a]) => ({ maxAge: a as number }));
  if (new RegExp(YEARS).test(rest)) found.push({}); // an age that none of the forms explains
  return found;
}

/** The widest bounds over the statements: several indications each with its own ages allow what any of them allows. */
function widest(ages: Params[]): Params | undefined {
  if (ages.length === 0 || ages.some((one) => Object.keys(one).length === 0)) return undefined;
  if (ages.some((one) => !Number.isInteger(one.minAge ?? 0) || !Number.isInteger(one.maxAge ?? 0))) return undefined;
  const bounds: Params = {};
  if (ages.every((one) => one.minAge !== undefined)) bounds.minAge = Math.min(...ages.map((one) => one.minAge as number));
  if (ages.every((one) => one.maxAge !== undefined)) bounds.maxAge = Math.max(...ages.map((one) => one.maxAge as number));
  if (Object.keys(bounds).length === 0) return undefined;
  if ((bounds.minAge as number) > (bounds.maxAge as number)) return undefined;
  return bounds;
}

const inYears = (bounds: Params): Params => ({ ...bounds, unit: 'year' });

/**
 * 限儿童, 儿童专用: explicit ages win. Without one the point says only `ageGroup`, and the ceiling is the rule's parameter
 * childMaxAge (14 in most national rows, 12 or 18 in others: local). 新生儿 is defined (28 days). A label with adult doses waits.
 */
export function readChild(point: KnowledgePoint): Reading {
  const [name, constraint] = [fold(point.subject), fold(point.constraint)];
  if (!name && !constraint) return wait('noText');
  if (/成人用法|成人用量|成人剂量|包含成人/.test(constraint)) return wait('adultUse');
  if (/成人|成年/.test(constraint.replace(/未成年/g, ''))) return wait('ageUnclear');
  if (/新生儿专用|^新生儿|^限新生儿/.test(constraint)) return read({ maxAge: NEWBORN_MAX_DAYS, unit: 'day' });
  const ages = statedAges(constraint);
  if (ages.length > 0) {
    const bounds = widest(ages);
    if (!bounds) return wait('ageUnclear');
    // 「3岁及以上儿童」: the lower bound is stated, the upper is the group's.
    if (bounds.maxAge === undefined)
      return childWord.test(constraint) ? read({ ...inYears(bounds), ageGroup: 'child' }) : wait('ageUnclear');
    return read(inYears(bounds));
  }
  if (/^(?:限)?(?:婴儿|婴幼儿)专用/.test(constraint)) return read({ ageGroup: 'infant' });
  if (childWord.test(name + constraint) || /早产|新生儿/.test(name + constraint)) return read({ ageGroup: 'child' });
  return wait('ageNotFound');
}

/** 限新生儿: the definition, unless the text states other days. */
export function readNewborn(point: KnowledgePoint): Reading {
  const text = fold(point.constraint);
  const days = findNumbers(text, '#(?:天|日龄|日)(?:以内|及以内|以下|及以下|内)');
  if (days.length > 1) return wait('ageUnclear');
  if (days[0]) return read({ maxAge: days[0].numbers[0] as number, unit: 'day' });
  if (!text.includes('新生儿') && text !== '') return wait('ageUnclear');
  if (/\d|岁|月/.test(text.replace(/^.*?新生儿/, ''))) return wait('ageUnclear');
  return read({ maxAge: NEWBORN_MAX_DAYS, unit: 'day' });
}

/** 限年龄. 「法定就业年龄段」: the lower end is law; the upper end is the rule's parameter (retirement differs by sex and birth month). */
export function readAge(point: KnowledgePoint): Reading {
  const text = fold(point.constraint);
  if (!text) return wait('noText');
  if (/[男女]/.test(text) && /岁/.test(text)) return wait('ageUnclear'); // an age for each sex
  const ages = statedAges(text);
  if (ages.length === 0 && /法定(?:就业|劳动)年龄/.test(text)) return read({ minAge: WORKING_MIN_AGE, unit: 'year' });
  if (ages.length === 0) return wait('ageNotFound');
  const bounds = widest(ages);
  return bounds ? read(inYears(bounds)) : wait('ageUnclear');
}
