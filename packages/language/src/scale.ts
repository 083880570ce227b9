/**
 * Whole numbers stand for finer ones: money in fen, quantities in ten-thousandths. A tree brings two of them to one scale by a power of ten;
 * to people that factor says nothing, and "the quantity times 100 is above the stock times 105" is "above 105 % of the stock".
 */
import { type Expression, isCall } from './expression.ts';
import { type UnitScope, unitOf } from './units.ts';

/** Decimal places of a number of this unit. */
const places: { readonly [unit: string]: number } = { fen: 2, quantity: 4, ratio: 4, price: 6 };
/** … of a parameter that people write in this unit. */
const written: { readonly [unit: string]: number } = { '%': 2, 个百分点: 2, '0.1': 1 };

/** Whether the parameter is a percentage. */
export const isPercent = (e: Expression | undefined, { rule }: UnitScope): boolean =>
  e?.op === 'param' && rule.parameters[(e as { name: string }).name]?.unit === '%';

/** The value of a literal number. */
const numberOf = (e: Expression | undefined): number | undefined => {
  const { value } = (e ?? {}) as { value?: unknown };
  return e?.op === 'literal' && typeof value === 'number' ? value : undefined;
};
const powerOf = (e: Expression | undefined): number | undefined => {
  const power = Math.log10(numberOf(e) ?? 0);
  return Number.isInteger(power) && power > 0 ? power : undefined;
};
/** The other factor and the power of ten it is multiplied by. */
function multiplied(e: Expression): { readonly other: Expression; readonly power: number } | undefined {
  if (!isCall(e) || e.op !== 'multiply') return undefined;
  const [a, b] = e.args as [Expression, Expression];
  for (const [factor, other] of [
    [b, a],
    [a, b],
  ] as const) {
    const power = powerOf(factor);
    if (power !== undefined) return { other, power };
  }
  return undefined;
}

/** Ops whose value has the scale of what they are given. */
const alike: readonly string[] = ['sum', 'sumKnown', 'maximum', 'minimum', 'add', 'subtract', 'coalesce'];

/** By how many places the number is larger than what it stands for; undefined: a bare number, which takes any. */
export function scaleOf(e: Expression, scope: UnitScope): number | undefined {
  if (numberOf(e) !== undefined) return undefined;
  if (!isCall(e)) {
    const unit = e.op === 'param' ? scope.rule.parameters[(e as { name: string }).name]?.unit : undefined;
    return written[unit ?? ''] ?? places[unitOf(e, scope) ?? ''] ?? 0;
  }
  if (e.op === 'multiply') {
    const by = multiplied(e);
    if (by) return (scaleOf(by.other, scope) ?? 0) + by.power;
    return e.args.reduce((all, arg) => all + (scaleOf(arg, scope) ?? 0), 0);
  }
  const asked = e.op === 'choose' ? e.args.slice(1) : alike.includes(e.op) ? e.args : [];
  return asked.map((arg) => scaleOf(arg, scope)).find((scale) => scale !== undefined) ?? places[unitOf(e, scope) ?? ''] ?? 0;
}

const plain = (e: Expression): Expression => multiplied(e)?.other ?? e;

/** Both sides of a comparison without the powers of ten that only bring them to one scale; as they are where these mean something. */
export function withoutScale(a: Expression, b: Expression, scope: UnitScope): readonly [Expression, Expression] {
  const scale = scaleOf(a, scope);
  return scale !== undefined && scale === scaleOf(b, scope) ? [plain(a), plain(b)] : [a, b];
}

/** A number of a fixed scale (a score in thousandths: 3) without the power of ten that brings it there. */
export const atScale = (e: Expression, scale: number, scope: UnitScope): Expression => (scaleOf(e, scope) === scale ? plain(e) : e);
