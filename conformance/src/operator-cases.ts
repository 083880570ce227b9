// The cases of operators, aggregates and folds, and how SQL answers one: shared by the tests and by `npm run sabotage`.
import { readFileSync } from 'node:fs';
import {
  type Aggregate,
  aggregates,
  type Fold,
  folds,
  type Operator,
  operators,
  sqlLiteral,
  sqlText,
  type Value,
} from '@hengjian/language';
import type { Duck } from '@hengjian/store/lake/duck.ts';
import { parse } from 'yaml';

type Kind = 'int' | 'text' | 'bool' | 'texts';
const sqlType: Record<Kind, string> = { int: 'BIGINT', text: 'VARCHAR', bool: 'BOOLEAN', texts: 'VARCHAR[]' };

export interface OperatorCase {
  args: Value[];
  gives: Value;
  types?: Kind[];
}
export interface AggregateCase {
  rows: [boolean | null, ...Value[]][];
  gives: Value;
}
export interface FoldCase {
  /** [instant, scope, …arguments] */
  rows: [number, boolean | null, ...Value[]][];
  gives: Value[];
  /** How each record is judged, where that matters. */
  answers?: (boolean | null)[];
  /** What SQL may say instead, where the fold is no exact one. */
  sql?: Value[];
}

const root = new URL('../../packages/language/src/', import.meta.url);
const casesOf = <T>(kind: string, name: string): T[] => parse(readFileSync(new URL(`${kind}/${name}/cases.yaml`, root), 'utf8')) as T[];

export const operatorList = Object.values(operators) as Operator[];
export const aggregateList = Object.values(aggregates) as Aggregate[];
export const foldList = Object.values(folds) as Fold[];
export const operatorCases = (name: string) => casesOf<OperatorCase>('operators', name);
export const aggregateCases = (name: string) => casesOf<AggregateCase>('aggregates', name);
export const foldCases = (name: string) => casesOf<FoldCase>('folds', name);

const kindOf = (v: Value): Kind => (Array.isArray(v) ? 'texts' : typeof v === 'string' ? 'text' : typeof v === 'boolean' ? 'bool' : 'int');
const sqlValue = (value: Value, kind: Kind): string => {
  if (value === null) return `NULL::${sqlType[kind]}`;
  if (Array.isArray(value)) return `[${value.map((v) => sqlText(String(v))).join(', ')}]::VARCHAR[]`;
  return sqlLiteral(value as string | number | boolean);
};

/** Arguments of one case share a type where the operator leaves it open, so that null has one. */
function kindsOf({ args, types }: OperatorCase, takes: Operator['takes']): Kind[] {
  const declared = (i: number) => takes[Math.min(i, takes.length - 1)];
  return args.map((arg, i) => {
    if (types?.[i]) return types[i];
    if (declared(i) !== 'any') return declared(i) as Kind;
    const sample = arg ?? args.find((a, j) => a !== null && declared(j) === 'any');
    return sample == null ? 'int' : kindOf(sample);
  });
}

export async function operatorBySql(
  duck: Duck,
  operator: Operator,
  one: OperatorCase,
  write: Operator['sql'] = operator.sql,
): Promise<Value> {
  const kinds = kindsOf(one, operator.takes);
  const [row] = await duck.rows<{ x: Value }>(`SELECT ${write(...one.args.map((arg, i) => sqlValue(arg, kinds[i] as Kind)))} AS x`);
  return row?.x as Value;
}

export async function aggregateBySql(
  duck: Duck,
  aggregate: Aggregate,
  { rows }: AggregateCase,
  write: Aggregate['sql'] = aggregate.sql,
): Promise<Value> {
  const kinds = aggregate.takes.map((t): Kind => (t === 'any' || t === 'unknown' ? 'int' : t));
  const values = rows.map(
    ([scope, ...args]) => `(${sqlValue(scope, 'bool')}, ${args.map((a, i) => sqlValue(a, kinds[i] as Kind)).join(', ')})`,
  );
  const columns = kinds.map((_, i) => `a${i}`);
  const [row] = await duck.rows<{ x: Value }>(
    `SELECT ${write('s', ...columns)} AS x FROM (VALUES ${values.join(', ')}) t(s, ${columns.join(', ')})`,
  );
  return row?.x as Value;
}

/** Whether this SQL is never less than what the case gives, and unknown exactly when that is. */
export async function boundHolds(duck: Duck, aggregate: Aggregate, one: AggregateCase, write = aggregate.bound): Promise<boolean> {
  const value = await aggregateBySql(duck, aggregate, one, write);
  return one.gives === null || value === null ? value === one.gives : (value as number) >= (one.gives as number);
}

export async function foldBySql(duck: Duck, fold: Fold, { rows }: FoldCase, stages: Fold['stages'] = fold.stages): Promise<Value[]> {
  const values = rows.map(
    ([at, scope, ...args], i) => `(${at}::BIGINT, ${i}, ${sqlValue(scope, 'bool')}, ${args.map((a) => sqlValue(a, 'int')).join(', ')})`,
  );
  const columns = fold.takes.map((_, i) => `a${i}`);
  let query = `SELECT * FROM (VALUES ${values.join(', ')}) t(k_at, no, s, ${columns.join(', ')})`;
  for (const stage of stages({ by: '1', order: 'k_at, no', at: 'k_at', scope: 's' }, 'f', ...columns))
    query = `SELECT *, ${Object.entries(stage)
      .map(([column, text]) => `${text} AS "${column}"`)
      .join(', ')} FROM (${query})`;
  return (await duck.rows<{ f: Value }>(`SELECT f FROM (${query}) ORDER BY no`)).map((r) => r.f);
}
