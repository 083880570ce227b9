/**
 * What can be proven of conditions without any record: a condition is taken apart into cases (a disjunction of conjunctions of
 * simple facts), each case is either impossible or possible as far as is known. Sound and incomplete: what is not proven is not said.
 * SQL's three values are kept: a case says when a condition is *true* (or *false*); an unknown value is neither.
 */
import { type Expression, isCall, type Value } from '../expression.ts';

import type { Pool } from './terms.ts';

type Simple = number | string | boolean;
export type Atom =
  | { readonly kind: 'compare'; readonly term: string; readonly e: Expression; readonly op: Op; readonly value: Simple }
  | { readonly kind: 'among'; readonly term: string; readonly e: Expression; readonly values: readonly Simple[]; readonly yes: boolean }
  | { readonly kind: 'null'; readonly term: string; readonly e: Expression; readonly yes: boolean }
  | { readonly kind: 'relation'; readonly a: string; readonly b: string; readonly signs: readonly number[] }
  /** A condition that is not looked into, with what it needs to be known. */
  | { readonly kind: 'opaque'; readonly key: string; readonly yes: boolean };
type Op = 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge';
export type Case = readonly Atom[];

/** More cases than this are not looked at. */
const MOST = 256;
export const keyOf = (e: Expression): string => JSON.stringify(e);

const negated: { readonly [op in Op]: Op } = { eq: 'ne', ne: 'eq', lt: 'ge', ge: 'lt', gt: 'le', le: 'gt' };
const flipped: { readonly [op in Op]: Op } = { eq: 'eq', ne: 'ne', lt: 'gt', gt: 'lt', le: 'ge', ge: 'le' };
const signsOf: { readonly [op in Op]: readonly number[] } = { eq: [0], ne: [-1, 1], lt: [-1], le: [-1, 0], gt: [1], ge: [0, 1] };
const isOp = (op: string): op is Op => op in negated;
const literalOf = (e: Expression | undefined): Value | undefined => (e?.op === 'literal' ? (e as { value: Value }).value : undefined);

/** The cases in which a condition is true (`want`) or false; undefined: too many. */
export function casesOf(e: Expression, want: boolean): Case[] | undefined {
  const found = cases(e, want);
  return found && found.length <= MOST ? found : undefined;
}

type Cases = Case[] | undefined;
const either = (a: Cases, b: Cases): Cases => (a && b && a.length + b.length <= MOST ? [...a, ...b] : undefined);
const together = (a: Cases, b: Cases): Cases =>
  a && b && a.length * b.length <= MOST
    ? a.flatMap((x) => b.map((y) => [...x, ...y]))
    : a?.length === 0 || b?.length === 0
      ? []
      : undefined;

function cases(e: Expression, want: boolean): Cases {
  if (!isCall(e)) return leafCases(e, want);
  const { args } = e;
  if (e.op === 'not') return cases(args[0] as Expression, !want);
  if (e.op === 'and' || e.op === 'or') {
    const parts = args.map((arg) => cases(arg, want));
    return (e.op === 'and') === want ? parts.reduce(together, [[]]) : parts.reduce(either, []);
  }
  if (e.op === 'choose') {
    const [when, then, other] = args as [Expression, Expression, Expression];
    return either(together(cases(when, true), cases(then, want)), together(cases(when, false), cases(other, want)));
  }
  if (e.op === 'isNull') return [[{ kind: 'null', term: keyOf(args[0] as Expression), e: args[0] as Expression, yes: want }]];
  if (e.op === 'in') return amongCases(args, want);
  if (isOp(e.op)) return compareCases(e.op, args as [Expression, Expression], want);
  return [[{ kind: 'opaque', key: keyOf(e), yes: want }]];
}

function leafCases(e: Expression, want: boolean): Cases {
  if (e.op === 'literal') return literalOf(e) === want ? [[]] : [];
  return [[{ kind: 'compare', term: keyOf(e), e, op: 'eq', value: want }]];
}

function amongCases(args: readonly Expression[], want: boolean): Cases {
  const [subject, ...list] = args as [Expression, ...Expression[]];
  const values = list.map(literalOf);
  if (values.some((v) => v === undefined)) return [[{ kind: 'opaque', key: keyOf({ op: 'in', args }), yes: want }]];
  if (values.includes(null)) return [];
  return [[{ kind: 'among', term: keyOf(subject), e: subject, values: values as Simple[], yes: want }]];
}

function compareCases(given: Op, [left, right]: [Expression, Expression], want: boolean): Cases {
  const op = want ? given : negated[given];
  const [a, b] = [literalOf(left), literalOf(right)];
  if (a === null || b === null) return [];
  if (a !== undefined && b !== undefined) return holds(op, a as Simple, b as Simple) ? [[]] : [];
  if (a !== undefined) return [[moved(right, flipped[op], a as Simple)]];
  if (b !== undefined) return [[moved(left, op, b as Simple)]];
  const [x, y] = [keyOf(left), keyOf(right)];
  return [
    [x < y ? { kind: 'relation', a: x, b: y, signs: signsOf[op] } : { kind: 'relation', a: y, b: x, signs: signsOf[op].map((s) => -s) }],
  ];
}

const holds = (op: Op, a: Simple, b: Simple): boolean => signsOf[op].includes(a === b ? 0 : a < b ? -1 : 1);

/** `x + 3 > 5` says the same as `x > 2`. */
function moved(e: Expression, op: Op, value: Simple): Atom {
  if (isCall(e) && (e.op === 'add' || e.op === 'subtract') && typeof value === 'number') {
    const [x, n] = e.args as [Expression, Expression];
    const by = literalOf(n);
    if (typeof by === 'number') return moved(x, op, e.op === 'add' ? value - by : value + by);
  }
  return { kind: 'compare', term: keyOf(e), e, op, value };
}

/** What a case leaves open for one term. */
interface Room {
  low: number;
  high: number;
  /** Only these; undefined: any. */
  only: Set<Simple> | undefined;
  not: Set<Simple>;
  known: boolean;
  unknown: boolean;
}

function roomsOf(one: Case, pool: Pool): Map<string, Room> {
  const rooms = new Map<string, Room>();
  const of = (term: string, e: Expression): Room => {
    const old = rooms.get(term);
    if (old) return old;
    const made: Room = { low: pool.least(e), high: Infinity, only: pool.values(e), not: new Set(), known: false, unknown: false };
    rooms.set(term, made);
    return made;
  };
  const keep = (room: Room, values: readonly Simple[]) => {
    const allowed = new Set(values);
    room.only = new Set([...(room.only ?? allowed)].filter((v) => allowed.has(v)));
  };
  for (const atom of one) {
    if (atom.kind === 'null') {
      const room = of(atom.term, atom.e);
      if (atom.yes) room.unknown = true;
      else room.known = true;
    } else if (atom.kind === 'among') {
      const room = of(atom.term, atom.e);
      room.known = true;
      if (atom.yes) keep(room, atom.values);
      else for (const v of atom.values) room.not.add(v);
    } else if (atom.kind === 'compare') narrow(of(atom.term, atom.e), atom.op, atom.value, keep);
  }
  return rooms;
}

function narrow(room: Room, op: Op, value: Simple, keep: (room: Room, values: readonly Simple[]) => void): void {
  room.known = true;
  if (op === 'eq') keep(room, [value]);
  if (op === 'ne') room.not.add(value);
  if (typeof value === 'number') {
    // all numbers are whole
    if (op === 'gt') room.low = Math.max(room.low, value + 1);
    if (op === 'ge' || op === 'eq') room.low = Math.max(room.low, value);
    if (op === 'lt') room.high = Math.min(room.high, value - 1);
    if (op === 'le' || op === 'eq') room.high = Math.min(room.high, value);
  } else if (op !== 'eq' && op !== 'ne' && room.only)
    keep(
      room,
      [...room.only].filter((v) => holds(op, v, value)),
    );
}

const left = (room: Room): Simple[] | undefined =>
  room.only && [...room.only].filter((v) => !room.not.has(v) && (typeof v !== 'number' || (room.low <= v && v <= room.high)));

function isEmpty(room: Room): boolean {
  if (room.known && room.unknown) return true;
  if (!room.known) return false;
  if (room.low > room.high) return true;
  const values = left(room);
  if (values) return values.length === 0;
  // a short stretch of numbers of which every one is excluded
  if (room.high - room.low > 50) return false;
  for (let v = room.low; v <= room.high; v++) if (!room.not.has(v)) return false;
  return true;
}

/** Whether a case contradicts itself. */
export function impossible(one: Case, pool: Pool): boolean {
  const rooms = roomsOf(one, pool);
  if ([...rooms.values()].some(isEmpty)) return true;
  const opaque = new Map<string, boolean>();
  for (const atom of one)
    if (atom.kind === 'opaque') {
      if (opaque.get(atom.key) === !atom.yes) return true;
      opaque.set(atom.key, atom.yes);
    }
  return relationsFail(one, rooms);
}

/** Two terms beside each other: their orders must leave one, also with what is known of each. */
function relationsFail(one: Case, rooms: Map<string, Room>): boolean {
  const signs = new Map<string, Set<number>>();
  for (const atom of one) {
    if (atom.kind !== 'relation') continue;
    if (rooms.get(atom.a)?.unknown || rooms.get(atom.b)?.unknown) return true;
    const key = `${atom.a}|${atom.b}`;
    const old = signs.get(key) ?? new Set([-1, 0, 1]);
    const kept = new Set([...old].filter((s) => atom.signs.includes(s)));
    if (atom.a === atom.b) for (const s of [-1, 1]) kept.delete(s);
    const [x, y] = [rooms.get(atom.a), rooms.get(atom.b)];
    if (x && y) {
      if (x.high < y.low) for (const s of [0, 1]) kept.delete(s);
      if (x.low > y.high) for (const s of [0, -1]) kept.delete(s);
    }
    if (kept.size === 0) return true;
    signs.set(key, kept);
  }
  return false;
}

/** Proven: the condition is never true (`want`: never false). */
export function never(e: Expression, pool: Pool, want = true): boolean {
  const all = casesOf(e, want);
  return all?.every((one) => impossible(one, pool)) ?? false;
}

/** Proven: wherever `a` is true, `b` is true. */
export function entails(a: Expression, b: Expression, pool: Pool): boolean {
  const all = casesOf(a, true);
  return all?.every((one) => impossible(one, pool) || follows(one, b, true, pool)) ?? false;
}

/** Proven: in this case the condition is true (or false). */
export function follows(one: Case, e: Expression, want: boolean, pool: Pool): boolean {
  if (e.op === 'literal') return literalOf(e) === want;
  if (isCall(e)) {
    if (e.op === 'not') return follows(one, e.args[0] as Expression, !want, pool);
    if (e.op === 'and' || e.op === 'or') {
      const all = (e.op === 'and') === want;
      return all ? e.args.every((arg) => follows(one, arg, want, pool)) : e.args.some((arg) => follows(one, arg, want, pool));
    }
    if (e.op === 'choose') {
      const [when, then, other] = e.args as [Expression, Expression, Expression];
      return (
        (follows(one, when, true, pool) && follows(one, then, want, pool)) ||
        (follows(one, when, false, pool) && follows(one, other, want, pool))
      );
    }
  }
  const [single] = cases(e, want) ?? [];
  if (!single || single.length > 1) return false;
  return single.every((atom) => given(atom, one, pool));
}

/** Whether a simple fact is part of what the case says. */
function given(atom: Atom, one: Case, pool: Pool): boolean {
  if (atom.kind === 'opaque') return one.some((other) => other.kind === 'opaque' && other.key === atom.key && other.yes === atom.yes);
  if (atom.kind === 'relation')
    return one.some(
      (other) => other.kind === 'relation' && other.a === atom.a && other.b === atom.b && other.signs.every((s) => atom.signs.includes(s)),
    );
  const room = roomsOf(one, pool).get(atom.term);
  if (!room) return false;
  if (atom.kind === 'null') return atom.yes ? room.unknown : room.known;
  if (!room.known) return false;
  const values = left(room);
  if (atom.kind === 'among') {
    if (values) return values.every((v) => atom.values.includes(v) === atom.yes);
    return !atom.yes && atom.values.every((v) => room.not.has(v) || (typeof v === 'number' && (v < room.low || v > room.high)));
  }
  if (values) return values.every((v) => holds(atom.op, v, atom.value));
  if (atom.op === 'ne' && room.not.has(atom.value)) return true;
  if (typeof atom.value !== 'number') return false;
  if (room.low === -Infinity && room.high === Infinity) return false;
  const { low, high } = room;
  if (atom.op === 'gt') return low > atom.value;
  if (atom.op === 'ge') return low >= atom.value;
  if (atom.op === 'lt') return high < atom.value;
  if (atom.op === 'le') return high <= atom.value;
  return atom.op === 'ne' ? low > atom.value || high < atom.value : low === atom.value && high === atom.value;
}
