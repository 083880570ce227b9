import { measures } from '@hengjian/catalog';
import { type MeasureTree, type PartTree, partsOf } from '@hengjian/language';
import { formulaOf } from './measure-value.ts';

export interface MeasureInfo {
  id: string;
  title: string;
  unit: string;
  direction: 'more' | 'less';
  about: string;
  formula: string;
  /** Tables that are read. */
  sources: string[];
}

/** Every measure of the catalogue in words, in the order of their ids. */
export const listMeasures = (): MeasureInfo[] =>
  (Object.values(measures) as readonly MeasureTree[]).map((one) => ({
    id: one.id,
    title: one.title.zh,
    unit: one.unit,
    direction: one.direction,
    about: one.about,
    formula: formulaOf(one),
    sources: [...new Set(partsOf(one.shape).map((part) => part.from))],
  }));

/** One side of a measure; undefined where it has none. */
export const sideOf = (measure: MeasureTree, side: 'numerator' | 'denominator'): PartTree | undefined =>
  partsOf(measure.shape)[side === 'denominator' ? 1 : 0];
