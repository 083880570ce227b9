/** Expressions → SQL text of DuckDB. What differs between engines stands here and in the operators' folders, nowhere else. */
import { aggregateOf, operatorOf, TreeError } from './check.ts';
import { type Expression, isCall, type Scalar } from './expression.ts';

/** How names are written where an expression stands. */
export interface SqlNames {
  field: (name: string) => string;
  right?: (name: string) => string;
  param: (name: string) => string;
  fold?: (name: string) => string;
  listed?: string;
  /** SQL of the scope, inside aggregates. */
  scope?: string;
}

/** A text as an SQL literal. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
/** A value as an SQL literal; numbers are BIGINT. */
export const sqlLiteral = (value: Scalar): string =>
  value === null
    ? 'NULL'
    : typeof value === 'number'
      ? `${value}::BIGINT`
      : typeof value === 'boolean'
        ? String(value).toUpperCase()
        : sqlText(value);

/** SQL of a tree, names written as `names` says. Throws TreeError on an unknown operator, or a node that has no place here. */
export function toSql(e: Expression, names: SqlNames): string {
  if (isCall(e)) {
    const args = e.args.map((arg) => toSql(arg, names));
    const aggregate = aggregateOf(e.op);
    if (aggregate) return aggregate.sql(names.scope ?? 'TRUE', ...args);
    // a condition that is always known need not be asked twice: conditions within conditions would double with every step
    if (e.op === 'choose' && alwaysKnown(e.args[0] as Expression)) return `(CASE WHEN ${args[0]} THEN ${args[1]} ELSE ${args[2]} END)`;
    const operator = operatorOf(e.op);
    if (!operator) throw new TreeError(`no operator «${e.op}»`);
    return operator.sql(...args);
  }
  if (e.op === 'literal') return sqlLiteral((e as { value: Scalar }).value);
  if (e.op === 'listed') return names.listed ?? 'NULL';
  const { name } = e as { name: string };
  if (e.op === 'param') return names.param(name);
  if (e.op === 'fold' && names.fold) return names.fold(name);
  if (e.op === 'field') return (e as { of?: 'right' }).of === 'right' ? (names.right ?? names.field)(name) : names.field(name);
  throw new TreeError(`no node «${e.op}»`);
}

/** Whether a value can be told to be known from the tree alone. */
function alwaysKnown(e: Expression): boolean {
  if (!isCall(e)) return e.op === 'literal' && (e as { value: Scalar }).value !== null;
  if (e.op === 'isNull') return true;
  if (e.op === 'coalesce') return e.args.some(alwaysKnown);
  return ['not', 'and', 'or'].includes(e.op) && e.args.every(alwaysKnown);
}
