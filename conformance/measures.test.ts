// Every measure's cases on both readers: closures over the records, DuckDB over tables of the same columns.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { measureSchema, measures, measureTables } from '@hengjian/catalog';
import { type LakeType, type Measured, parseDay } from '@hengjian/domain';
import { type Asked, checkMeasure, type MeasureTree, type Row, readPart } from '@hengjian/language';
import { type Duck, duckMeasureReader, openDuck } from '@hengjian/store';
import { sqlTypeOf } from '@hengjian/store/lake/layout.ts';
import { type MeasureReader, measureValue } from '@hengjian/workflows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Case {
  name: string;
  asOf?: string;
  project?: string;
  indicator?: string;
  goal?: string;
  records: Record<string, Record<string, unknown>[]>;
  /** Registers declared complete. */
  complete?: string[];
  /** The claims were reviewed throughout. */
  reviewed?: boolean;
  value: number | null;
  near?: boolean;
  unknown?: string;
  numerator?: number;
  denominator?: number;
  recordCount?: number;
  undetermined?: number;
}

const folder = path.resolve(import.meta.dirname, '../packages/catalog/src/measures');
const all = Object.entries(measures as Record<string, MeasureTree>);
const casesOf = (id: string): Case[] =>
  (parse(readFileSync(path.join(folder, id, 'cases.yaml'), 'utf8')) as Partial<Case>[]).map((given) => ({ records: {}, ...given }) as Case);

const typed = (type: LakeType, value: unknown) => (type === 'day' && typeof value === 'string' ? (parseDay(value) as number) : value);
/** Records with every column of their table, days as whole days, an id where the case gives none. */
const recordsOf = (table: string, rows: Record<string, unknown>[] = []): Row[] => {
  const { columns, record } = measureTables[table] as (typeof measureTables)[string];
  for (const row of rows) for (const column of Object.keys(row)) if (!columns[column]) throw new Error(`${table} has no column ${column}`);
  return rows.map(
    (row, i) =>
      Object.fromEntries(
        Object.entries(columns).map(([column, type]) => [column, typed(type, row[column] ?? (column === record ? `r${i}` : null))]),
      ) as Row,
  );
};

function extraOf(given: Case): Pick<MeasureReader, 'complete' | 'baseline'> {
  return {
    complete: async (table) =>
      table.startsWith('register:')
        ? (given.complete ?? []).includes(table.slice(9))
        : (table === 'finding' || table === 'in_question') && given.reviewed === true,
    baseline: async (measureId, from, to) => {
      const figure = recordsOf('register:baseline-figures', given.records['register:baseline-figures']).find(
        (row) => row.measure === measureId && Number(row.periodEndOn) >= from && Number(row.periodEndOn) <= to,
      );
      return figure ? { entryId: String(figure.entryId), value: Number(figure.value) / 10_000 } : null;
    },
  };
}

const closureReader = (given: Case): MeasureReader => ({
  ...extraOf(given),
  points: async (part, asked) => readPart(part, recordsOf(part.from, given.records[part.from]), asked),
});

const value = (v: unknown) => (v === null ? 'NULL' : typeof v === 'string' ? `'${v.replaceAll("'", "''")}'` : String(v));
async function duckReader(duck: Duck, given: Case): Promise<MeasureReader> {
  for (const [name, { columns }] of Object.entries(measureTables)) {
    const list = Object.entries(columns).map(([column, type]) => `"${column}" ${sqlTypeOf(column, type)}`);
    await duck.run(`CREATE OR REPLACE TABLE "${name}" (${list.join(', ')})`);
    const rows = recordsOf(name, given.records[name]).map((row) => `(${Object.values(row).map(value).join(', ')})`);
    if (rows.length) await duck.run(`INSERT INTO "${name}" VALUES ${rows.join(', ')}`);
  }
  return duckMeasureReader(duck, extraOf(given));
}

const askedOf = (given: Case): Asked => {
  const to = parseDay(given.asOf ?? '2024-12-31') as number;
  const project = given.project ?? null;
  return {
    from: parseDay('2024-01-01') as number,
    to,
    project,
    indicator: given.indicator ?? null,
    goal: given.goal ?? null,
    budget: project ?? '部门整体支出',
  };
};

function compare(measured: Measured, given: Case): void {
  if (given.near && given.value !== null) expect(measured.value).toBeCloseTo(given.value, 9);
  else expect(measured.value).toBe(given.value);
  expect(measured.unknown).toBe(given.unknown ?? null);
  if (given.numerator !== undefined) expect(measured.numerator.value).toBeCloseTo(given.numerator, 9);
  if (given.denominator !== undefined) expect(measured.denominator?.value).toBeCloseTo(given.denominator, 9);
  if (given.recordCount !== undefined) expect(measured.numerator.recordCount).toBe(given.recordCount);
  if (given.undetermined !== undefined) expect(measured.numerator.undeterminedCount).toBe(given.undetermined);
  expect(measured.monthly.at(-1)?.value ?? null).toBe(measured.value);
}

let duck: Duck;
beforeAll(async () => {
  duck = await openDuck({ threads: 1 });
});
afterAll(() => duck.close());

test('the shelf: forty measures or more, each with an id like its folder, sound trees and cases that know and do not know', () => {
  expect(all.length).toBeGreaterThanOrEqual(40);
  for (const [id, measure] of all) {
    expect(measure.id).toBe(id);
    expect(() => checkMeasure(measure, measureSchema)).not.toThrow();
    expect(existsSync(path.join(folder, id, 'cases.yaml')), id).toBe(true);
    const cases = casesOf(id);
    expect(
      cases.some((given) => given.value !== null),
      `${id}: a case with a number`,
    ).toBe(true);
  }
});

describe.each(all)('%s', (id, measure) => {
  test.each(casesOf(id).map((given) => [given.name, given] as const))('%s', async (_, given) => {
    const asked = askedOf(given);
    const closure = await measureValue(measure, asked, closureReader(given));
    compare(closure, given);
    expect(await measureValue(measure, asked, await duckReader(duck, given))).toEqual(closure);
  });
});
