/** Pieces that several alerts share. */
import {
  type AlertTree,
  add,
  type CellsAlert,
  choose,
  deepFreeze,
  type Expression,
  eq,
  field,
  LANGUAGE_VERSION,
  lt,
  monthStart,
  type TogetherAlert,
  yearStart,
} from '@hengjian/language';

type Given<T extends AlertTree> = Omit<T, 'language' | 'kind'>;

/** Fills in what all of them say alike, and freezes the tree. */
export const cellsAlert = (tree: Given<CellsAlert>): CellsAlert => deepFreeze({ language: LANGUAGE_VERSION, kind: 'cells', ...tree });
export const togetherAlert = (tree: Given<TogetherAlert>): TogetherAlert =>
  deepFreeze({ language: LANGUAGE_VERSION, kind: 'together', ...tree });

/** First day of the quarter after the one that a day lies in. */
export function quarterAfter(day: Expression): Expression {
  // whatever the year, its day 95 lies in April, 185 in July, 277 in October
  const [april, july, october] = [95, 185, 277].map((days) => monthStart(add(yearStart(day), days))) as [
    Expression,
    Expression,
    Expression,
  ];
  const january = yearStart(add(yearStart(day), 370));
  return choose(lt(day, april), april, choose(lt(day, july), july, choose(lt(day, october), october, january)));
}

export const atPharmacy: Expression = eq(field('setting'), 'pharmacy');

/** Earlier windows that say what is usual, and the least of them. */
export const usualParameters = (unit: { zh: string; en: string }, back: number, least: number): AlertTree['parameters'] => ({
  back: {
    type: 'int',
    title: { zh: `往前比较多少个${unit.zh}`, en: `Earlier ${unit.en} compared with` },
    standard: back,
    minimum: 3,
    maximum: 120,
  },
  least: {
    type: 'int',
    title: { zh: `至少有多少个${unit.zh}才有“平常”`, en: `Fewer ${unit.en}, and nothing is usual` },
    standard: least,
    minimum: 2,
    maximum: 120,
  },
});
/** Spreads away from what is usual, in thousandths. */
export const scoreParameter = (standard: number): AlertTree['parameters'][string] => ({
  type: 'int',
  title: { zh: '偏离多少个离散度（千分之一）', en: 'Spreads away (thousandths)' },
  unit: '‰',
  standard,
  minimum: 1000,
  maximum: 50_000,
});
