// A measure is checked before anything runs it: known tables and columns, conditions that are conditions, sums of whole numbers.
import { TreeError, typeOf } from '../check.ts';
import type { Expression } from '../expression.ts';
import type { Schema } from '../schema.ts';
import { type MeasureTree, type PartTree, partsOf } from './measure.ts';

function checkPart(part: PartTree, schema: Schema): void {
  const table = schema.tables[part.from];
  if (!table) throw new TreeError(`no table «${part.from}»`);
  const scope = {
    schema,
    table: part.from,
    rule: { parameters: { asOf: { type: 'int', value: 0 }, from: { type: 'int', value: 0 } }, knowledgeParams: [] } as never,
    folds: {},
    aggregate: false,
  };
  const must = (e: Expression, ...types: string[]) => {
    const type = typeOf(e, scope);
    if (!types.includes(type)) throw new TreeError(`«${part.title}»: ${type} stands where ${types.join(' or ')} must`);
  };
  if (part.day) must(part.day, 'int');
  if (part.where) must(part.where, 'bool');
  if (part.take.kind === 'sum') must(part.take.of, 'int');
  if (part.take.kind === 'distinct') must(part.take.of, 'int', 'text');
  if (part.within && table.columns[part.within.column] !== 'text') throw new TreeError(`«${part.title}»: no text «${part.within.column}»`);
  if (part.day === null && part.behaviour !== 'latest') throw new TreeError(`«${part.title}»: a stock has no year to add up`);
  if (part.divide !== undefined && !(part.divide > 0)) throw new TreeError(`«${part.title}»: divides by ${part.divide}`);
}

/** Throws TreeError with the place of the fault. */
export function checkMeasure(measure: MeasureTree, schema: Schema): void {
  for (const part of partsOf(measure.shape)) checkPart(part, schema);
  if (measure.answers.names.length === 0) throw new TreeError(`«${measure.id}» answers no name`);
}
