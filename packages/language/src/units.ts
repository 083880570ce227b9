/**
 * What a whole number is counted in. All numbers of a tree are `int`; that a day is no amount of money is known only here. A unit
 * follows from the columns and parameters an expression is made of; undefined: none can be told.
 */
import { type Expression, isCall } from './expression.ts';
import type { RuleTree } from './rule.ts';
import type { Vocabulary } from './vocabulary.ts';

/** `literal`: a bare number, which takes any unit. */
export type Unit = string | undefined;

export interface UnitScope {
  readonly words: Vocabulary;
  readonly rule: Pick<RuleTree, 'reads' | 'parameters' | 'knowledgeParams' | 'shape'>;
}

/** How people write the unit of a parameter. */
const written: { readonly [unit: string]: string } = {
  天: 'days',
  日: 'days',
  小时: 'hours',
  分钟: 'minutes',
  秒: 'seconds',
  周岁: 'years',
  岁: 'years',
  次: 'count',
  种: 'count',
  味: 'count',
  项: 'count',
  条: 'count',
  人: 'count',
  个: 'count',
  家: 'count',
  分: 'fen',
  元: 'yuan',
};
/** 分 is a hundredth of a yuan where the parameter is named so, and a point of a score elsewhere. */
export const unitOfParameter = (unit: string | undefined, name = ''): Unit =>
  unit === undefined || (unit === '分' && !name.endsWith('Fen')) ? undefined : written[unit];

/** Whole units times a fixed number give the units of the records. */
const scaled: { readonly [times: string]: string } = {
  'hours 3600': 'seconds',
  'minutes 60': 'seconds',
  'days 86400': 'seconds',
  'days 24': 'hours',
  'yuan 100': 'fen',
  'yuan 1000000': 'price',
  'count 10000': 'quantity',
};
export const scaledUnit = (unit: Unit, factor: number): Unit => (unit === undefined ? undefined : scaled[`${unit} ${factor}`]);

const typeUnits: { readonly [type: string]: string } = {
  fen: 'fen',
  quantity: 'quantity',
  price: 'price',
  day: 'day',
  instant: 'instant',
};

/** Unit of a column; ids are units of their own (a person is no institution). */
export function unitOfColumn(words: Vocabulary, table: string, column: string): Unit {
  const type = words.types[table]?.[column];
  if (type === 'id') return `id:${thingOf(column)}`;
  if (type === 'int') return words.intUnits[column];
  return type === undefined ? undefined : typeUnits[type];
}

/** `issuedPerson` is a person. */
const thingOf = (column: string): string =>
  ['person', 'provider', 'practitioner', 'item', 'encounter', 'settlement'].find((thing) => column.toLowerCase().endsWith(thing)) ?? column;

/** The table that a field of this expression belongs to. */
export const tableOf = (rule: UnitScope['rule'], of: 'right' | undefined): string =>
  of === 'right' && rule.shape.kind === 'pair' ? rule.shape.right.reads : rule.reads;

const sameAs: readonly string[] = ['sum', 'sumKnown', 'maximum', 'minimum'];
const counts: readonly string[] = ['count', 'countKnown', 'countDistinct', 'countDistinctKnown', 'size'];

/** The unit of an expression. */
export function unitOf(e: Expression, scope: UnitScope): Unit {
  if (isCall(e)) return unitOfCall(e.op, e.args, scope);
  const { rule, words } = scope;
  const { name, of, value } = e as { name: string; of?: 'right'; value?: unknown };
  if (e.op === 'literal') return typeof value === 'number' ? 'literal' : undefined;
  if (e.op === 'field') return unitOfColumn(words, tableOf(rule, of), name);
  if (e.op === 'param') {
    if (rule.knowledgeParams.includes(name)) return words.params[name]?.unit;
    return unitOfParameter(rule.parameters[name]?.unit, name);
  }
  if (e.op !== 'fold' || !('stream' in rule.shape)) return undefined;
  const use = rule.shape.stream?.folds[name];
  if (!use) return undefined;
  if (/^stock/.test(use.fold)) return 'days';
  return unitOf(use.args[0] as Expression, scope);
}

function unitOfCall(op: string, args: readonly Expression[], scope: UnitScope): Unit {
  const [a, b] = args.map((arg) => unitOf(arg, scope));
  if (op === 'dayOf' || op === 'monthStart' || op === 'yearStart') return 'day';
  if (op === 'ageYears') return 'years';
  if (op === 'doseIn' || op === 'timesADay') return 'quantity';
  if (op === 'coveredDays') return 'days';
  if (counts.includes(op)) return 'count';
  if (sameAs.includes(op)) return a;
  if (op === 'coalesce') return joined(args, scope);
  if (op === 'choose') return joined(args.slice(1), scope);
  if (op === 'add') return a === 'day' || a === 'instant' ? a : b === 'day' || b === 'instant' ? b : a === 'literal' ? b : a;
  if (op === 'subtract') {
    if (a === 'day') return b === 'day' ? 'days' : 'day';
    if (a === 'instant') return b === 'instant' ? 'seconds' : 'instant';
    return a === 'literal' ? b : a;
  }
  if (op === 'multiply') return unitOfProduct(args, a, b);
  return undefined;
}

function unitOfProduct(args: readonly Expression[], a: Unit, b: Unit): Unit {
  for (const [unit, factor] of [
    [a, args[1]],
    [b, args[0]],
  ] as const) {
    if (factor?.op !== 'literal') continue;
    return scaledUnit(unit, Number((factor as { value: unknown }).value)) ?? unit;
  }
  if (a === 'count') return b;
  if (b === 'count') return a;
  if ((a === 'ratio' && b === 'fen') || (a === 'fen' && b === 'ratio')) return undefined; // ten-thousandths of fen: no unit we name
  return undefined;
}

/** Of several the one they share; none where they differ (a limit that counts days here and packs there). */
const joined = (args: readonly Expression[], scope: UnitScope): Unit => {
  const units = args.map((arg) => unitOf(arg, scope)).filter((unit) => unit !== undefined);
  const told = [...new Set(units.filter((unit) => unit !== 'literal'))];
  return told.length > 1 ? undefined : (told[0] ?? units[0]);
};
