/** What the composer knows of each table: what one record is, when it happened, and what it is worth. */
import { coalesce, dayOf, type Expression, field, right } from '../expression.ts';
import type { FactForm, Grain } from '../rule.ts';
import type { ComposerTable, Measure } from './form.ts';

export interface ComposerFacts {
  readonly grain: Grain;
  /** The day knowledge and thresholds must be in force. */
  readonly on: Expression;
  readonly key: string;
  /** When it happened; undefined where the table has no time of its own. */
  readonly at: string;
  readonly day: (side: typeof field) => Expression;
  /** Column by which a person finds the record again. */
  readonly name: string;
  readonly amount: string | undefined;
  readonly measures: readonly Measure[];
}

const encounterDay = (side: typeof field) => dayOf(side('begunAt'));

export const composerFacts: { readonly [table in ComposerTable]: ComposerFacts } = {
  line: {
    grain: 'line',
    on: field('day'),
    key: 'line',
    at: 'occurredAt',
    day: (side) => side('day'),
    name: 'lineNo',
    amount: 'amountFen',
    measures: ['quantity', 'amount', 'records', 'days', 'items', 'providers'],
  },
  encounter: {
    grain: 'encounter',
    on: coalesce(field('begunDay'), field('settledDay')),
    key: 'encounter',
    at: 'begunAt',
    day: (side) => side('begunDay'),
    name: 'encounterNo',
    amount: 'totalFen',
    measures: ['amount', 'records', 'days', 'providers'],
  },
  settlement: {
    grain: 'settlement',
    on: field('settledDay'),
    key: 'settlement',
    at: 'settledAt',
    day: (side) => side('settledDay'),
    name: 'settlementNo',
    amount: 'totalFen',
    measures: ['amount', 'records', 'days', 'providers'],
  },
  diagnosis: {
    grain: 'encounter',
    on: coalesce(encounterDay(field), field('settledDay')),
    key: 'encounter',
    at: 'begunAt',
    day: encounterDay,
    name: 'code',
    amount: undefined,
    measures: ['records', 'days', 'providers'],
  },
  operation: {
    grain: 'encounter',
    on: coalesce(field('day'), encounterDay(field), field('settledDay')),
    key: 'encounter',
    at: 'begunAt',
    day: encounterDay,
    name: 'code',
    amount: undefined,
    measures: ['records', 'days', 'providers'],
  },
};

/** Fields that are worked out of columns. */
export const workedOut: readonly string[] = ['age', 'stayDays'];
export const hasField = (table: ComposerTable, name: string): boolean => (name === 'stayDays' ? table === 'encounter' : true);

/** Unit of what is worked out. */
export const workedOutUnit: { readonly [name: string]: string } = { age: 'years', stayDays: 'days' };

export function fieldExpression(table: ComposerTable, name: string, of: 'right' | undefined): Expression {
  const side = of === 'right' ? right : field;
  if (name === 'age') return { op: 'ageYears', args: [side('birthDay'), composerFacts[table].day(side)] };
  if (name === 'stayDays') return { op: 'subtract', args: [side('endedDay'), side('begunDay')] };
  return side(name);
}

/** How a value of this unit (or of this column) is written in the explanation. */
export function formOfUnit(unit: string | undefined, column: string): FactForm {
  if (['sex', 'setting', 'insurance', 'level'].includes(column)) return column as FactForm;
  if (unit === 'fen' || unit === 'quantity' || unit === 'price' || unit === 'day' || unit === 'instant') return unit;
  return unit === undefined ? 'text' : 'int';
}
