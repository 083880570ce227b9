/** Units that do not fit: a day compared with an amount, an institution with a person, a value that its column never has. */
import { type Expression, isCall } from '../expression.ts';
import type { RuleTree } from '../rule.ts';
import { tableOf, type Unit, unitOf } from '../units.ts';
import { isClosed, type Vocabulary, valuesName } from '../vocabulary.ts';
import { type CheckIssue, issue } from './issue.ts';
import { expressionsOf } from './structure.ts';

const compared: readonly string[] = ['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'in', 'coalesce'];
/** Spans of time differ in size only; a count may stand for anything that is counted. */
const alike = (a: Unit, b: Unit): boolean =>
  a === b || a === undefined || b === undefined || a === 'literal' || b === 'literal' || (loose.has(a) && loose.has(b));
const loose = new Set(['count', 'days', 'years', 'serial']);

const forms: { readonly [form: string]: readonly string[] } = {
  fen: ['fen'],
  quantity: ['quantity', 'ratio'],
  price: ['price'],
  day: ['day'],
  month: ['day'],
  year: ['day'],
  instant: ['instant'],
  sex: ['sex'],
  level: ['level'],
};

interface Scope {
  readonly words: Vocabulary;
  readonly rule: RuleTree;
}

/** Every place where two things of different kinds meet. */
export function unitFaults(rule: RuleTree, words: Vocabulary): CheckIssue[] {
  const scope: Scope = { rule, words };
  const issues = expressionsOf(rule).flatMap(([place, e]) => faultsIn(e, place, scope));
  for (const [name, { value, form }] of Object.entries(rule.facts)) {
    const unit = unitOf(value, scope);
    const wanted = forms[form];
    if (wanted && unit !== undefined && unit !== 'literal' && !wanted.includes(unit))
      issues.push(issue('error', 'factUnit', `facts.${name}`, { unit, form }));
    if (form === 'int' && unit !== undefined && ['fen', 'price', 'quantity', 'day', 'instant'].includes(unit))
      issues.push(issue('error', 'factUnit', `facts.${name}`, { unit, form }));
  }
  return [...issues, ...moneyFaults(scope)];
}

function faultsIn(e: Expression, place: string, scope: Scope): CheckIssue[] {
  if (!isCall(e)) return [];
  const inner = e.args.flatMap((arg) => faultsIn(arg, place, scope));
  return [...inner, ...callFaults(e.op, e.args, place, scope)];
}

function callFaults(op: string, args: readonly Expression[], place: string, scope: Scope): CheckIssue[] {
  const units = args.map((arg) => unitOf(arg, scope));
  const differ = (a: Unit, b: Unit): CheckIssue[] => [issue('error', 'unitMismatch', place, { a, b, op })];
  if (compared.includes(op)) {
    // what a parameter gives may be counted in one unit here and in another there, as the row says
    if (op === 'coalesce' && args.some((arg) => arg.op === 'param')) return [];
    const told = units.filter((u) => u !== undefined && u !== 'literal');
    const other = told.find((u) => !alike(told[0], u));
    if (other) return differ(told[0], other);
    return valueFaults(args, place, scope);
  }
  if (op === 'add' || op === 'subtract') return sumFaults(op, units as [Unit, Unit], differ);
  if (op === 'dayOf' && units[0] !== undefined && units[0] !== 'instant') return differ(units[0], 'instant');
  if (['monthStart', 'yearStart'].includes(op) && units[0] !== undefined && units[0] !== 'day') return differ(units[0], 'day');
  if (op === 'ageYears') {
    const wrong = units.find((u) => u !== undefined && u !== 'day' && u !== 'literal');
    if (wrong) return differ(wrong, 'day');
  }
  return [];
}

function sumFaults(op: string, [a, b]: [Unit, Unit], differ: (a: Unit, b: Unit) => CheckIssue[]): CheckIssue[] {
  if (a === undefined || b === undefined || a === 'literal' || b === 'literal') return [];
  if (a === 'day') return b === 'days' || b === 'count' || (op === 'subtract' && b === 'day') ? [] : differ(a, b);
  if (a === 'instant') return b === 'seconds' || (op === 'subtract' && b === 'instant') ? [] : differ(a, b);
  if (op === 'add' && (b === 'day' || b === 'instant'))
    return (b === 'day' && a === 'days') || (b === 'instant' && a === 'seconds') ? [] : differ(a, b);
  return alike(a, b) ? [] : differ(a, b);
}

/** A value that a closed list does not have is a slip of the keyboard: nothing would ever match. */
function valueFaults(args: readonly Expression[], place: string, { rule, words }: Scope): CheckIssue[] {
  const fields = args.flatMap((arg) => (arg.op === 'field' ? [arg as { name: string; of?: 'right' }] : []));
  return fields.flatMap(({ name, of }) => {
    const table = tableOf(rule, of);
    const named = valuesName(words, table, name);
    if (!named || !isClosed(words, table, name)) return [];
    const known = new Set(Object.keys(words.values[named] ?? {}));
    return args.flatMap((arg) => {
      const value = arg.op === 'literal' ? (arg as { value: unknown }).value : null;
      return value === null || known.has(String(value))
        ? []
        : [issue('error', 'noSuchValue', place, { field: name, table, value: String(value) })];
    });
  });
}

function moneyFaults(scope: Scope): CheckIssue[] {
  const { money } = scope.rule;
  const wants = (e: Expression | undefined, ...units: string[]): CheckIssue[] => {
    const unit = e && unitOf(e, scope);
    return unit === undefined || unit === 'literal' || units.includes(unit)
      ? []
      : [issue('error', 'unitMismatch', 'money', { a: unit, b: units[0], op: 'money' })];
  };
  if (money.kind === 'amount') return wants(money.amount, 'fen');
  if (money.kind === 'priceAbove') return wants(money.price, 'price');
  if (money.kind === 'sumLess') return [...wants(money.less, 'fen'), ...wants(money.amount, 'fen')];
  if (money.kind === 'daysBeyond')
    return [...wants(money.day, 'day'), ...wants(money.days, 'days', 'count'), ...wants(money.limit, 'days', 'count')];
  if (money.kind !== 'excess') return [];
  const [a, b] = [unitOf(money.quantity, scope), unitOf(money.limit, scope)];
  return alike(a, b) ? [] : [issue('error', 'unitMismatch', 'money', { a, b, op: 'money' })];
}
