// Every case of every operator, aggregate and fold: evaluator and SQL must give what the case says.
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
import { openDuck } from '@hengjian/store/lake/duck.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

type Duck = Awaited<ReturnType<typeof openDuck>>;
let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1, memoryLimitMb: 300 });
});
afterAll(() => duck.close());

const root = new URL('../../packages/language/src/', import.meta.url);
const casesOf = (kind: string, name: string) =>
  parse(readFileSync(new URL(`${kind}/${name}/cases.yaml`, root), 'utf8')) as Record<string, unknown>[];
const sqlType = { int: 'BIGINT', text: 'VARCHAR', bool: 'BOOLEAN', texts: 'VARCHAR[]', any: 'BIGINT', unknown: 'BIGINT' } as const;
const typeOfValue = (v: unknown): keyof typeof sqlType =>
  Array.isArray(v) ? 'texts' : typeof v === 'string' ? 'text' : typeof v === 'boolean' ? 'bool' : 'int';
const sqlValue = (value: unknown, type: keyof typeof sqlType): string =>
  value === null
    ? `NULL::${sqlType[type]}`
    : Array.isArray(value)
      ? `[${value.map((v) => sqlText(String(v))).join(', ')}]::VARCHAR[]`
      : sqlLiteral(value as string | number | boolean);
const one = async (sql: string): Promise<Value> => (await duck.rows<{ x: Value }>(`SELECT ${sql} AS x`))[0]?.x as Value;
/** Arguments of one case share a type where the operator leaves it open, so that null has one. */
const argTypes = (args: unknown[], takes: readonly string[], types?: string[]) =>
  args.map((arg, i) => {
    const declared = types?.[i] ?? takes[Math.min(i, takes.length - 1)];
    if (declared !== 'any') return declared as keyof typeof sqlType;
    const sample = arg ?? args.find((a, j) => a !== null && takes[Math.min(j, takes.length - 1)] === 'any');
    return sample == null ? 'int' : typeOfValue(sample);
  });

describe.each(Object.values(operators) as Operator[])('operator $name', (operator) => {
  const cases = casesOf('operators', operator.name) as { args: Value[]; gives: Value; types?: string[] }[];
  test('has cases', () => expect(cases.length).toBeGreaterThan(2));
  test.each(cases)('$args → $gives', async ({ args, gives, types }) => {
    const byClosure = operator.strict && args.includes(null) ? null : operator.evaluate(...args);
    expect(byClosure).toEqual(gives);
    const kinds = argTypes(args, operator.takes, types);
    expect(await one(operator.sql(...args.map((arg, i) => sqlValue(arg, kinds[i] as keyof typeof sqlType))))).toEqual(gives);
  });
});

describe.each(Object.values(aggregates) as Aggregate[])('aggregate $name', (aggregate) => {
  const cases = casesOf('aggregates', aggregate.name) as { rows: [boolean | null, ...Value[]][]; gives: Value }[];
  test('has cases', () => expect(cases.length).toBeGreaterThan(2));
  test.each(cases)('$rows → $gives', async ({ rows, gives }) => {
    expect(aggregate.evaluate(rows.map(([scope, ...args]) => ({ scope, args })))).toEqual(gives);
    const kinds = aggregate.takes.map((t) => (t === 'any' ? 'int' : t) as keyof typeof sqlType);
    const values = rows.map(
      ([scope, ...args]) => `(${sqlValue(scope, 'bool')}, ${args.map((a, i) => sqlValue(a, kinds[i] as keyof typeof sqlType)).join(', ')})`,
    );
    const columns = kinds.map((_, i) => `a${i}`);
    const [row] = await duck.rows<{ x: Value }>(
      `SELECT ${aggregate.sql('s', ...columns)} AS x FROM (VALUES ${values.join(', ')}) t(s, ${columns.join(', ')})`,
    );
    expect(row?.x).toEqual(gives);
  });
});

describe.each(Object.values(folds) as Fold[])('fold $name', (fold) => {
  const cases = casesOf('folds', fold.name) as {
    rows: [number, boolean | null, ...Value[]][];
    gives: Value[];
    answers?: (boolean | null)[];
    sql?: Value[];
  }[];
  test('has cases', () => expect(cases.length).toBeGreaterThan(0));
  test.each(cases)('$rows → $gives', async ({ rows, gives, answers, sql }) => {
    const walk = fold.walk();
    const walked = rows.map(([at, scope, ...args], i) => {
      const value = walk.value({ at, scope, args });
      walk.accept({ at, scope, args }, answers?.[i] ?? false);
      return value;
    });
    expect(walked).toEqual(gives);
    expect(fold.exact || sql !== undefined).toBe(true);
    const values = rows.map(
      ([at, scope, ...args], i) => `(${at}::BIGINT, ${i}, ${sqlValue(scope, 'bool')}, ${args.map((a) => sqlValue(a, 'int')).join(', ')})`,
    );
    const columns = fold.takes.map((_, i) => `a${i}`);
    let query = `SELECT * FROM (VALUES ${values.join(', ')}) t(k_at, no, s, ${columns.join(', ')})`;
    for (const stage of fold.stages({ by: '1', order: 'k_at, no', at: 'k_at', scope: 's' }, 'f', ...columns))
      query = `SELECT *, ${Object.entries(stage).map(([c, text]) => `${text} AS "${c}"`)} FROM (${query})`;
    const read = await duck.rows<{ f: Value }>(`SELECT f FROM (${query}) ORDER BY no`);
    expect(read.map((r) => r.f)).toEqual(sql ?? gives);
  });
});
