/** Cases of alerts: a few records, told briefly, and what is to be found. Read by both readers and by the pages that show them. */
import { derivedRecords, ruleSchema } from '@hengjian/catalog';
import {
  type Day,
  dimensionTables,
  type LakeType,
  lakeTables,
  OPEN_DAY,
  OPEN_INSTANT,
  parseDay,
  parseInstant,
  referenceTables,
} from '@hengjian/domain';
import { deriveRecords, type Row } from '@hengjian/language';
import type { CaseWorld } from '../rule/cases.ts';

export interface AlertCase {
  readonly name: string;
  readonly kind: 'clean' | 'violating' | 'edge';
  readonly period: readonly [from: string, to: string];
  readonly parameters?: { readonly [name: string]: number | string | readonly string[] };
  /** Rows by table. `times: n` repeats a row, `everyDay: n` (or `everyDays: [n, step]`) repeats it on the following days. */
  readonly records: { readonly [table: string]: readonly Readonly<Record<string, unknown>>[] };
  readonly expect: {
    readonly signals: readonly {
      readonly key?: readonly (number | string)[];
      readonly at?: string;
      readonly value?: number;
      readonly expected?: number;
      readonly score?: number;
      readonly facts?: Readonly<Record<string, number | string | boolean | null>>;
      readonly members?: readonly (number | string)[];
      readonly ties?: number;
    }[];
    readonly asked?: number;
    readonly unasked?: Readonly<Record<string, number>>;
  };
}

const tables: { readonly [table: string]: { readonly [column: string]: LakeType } } = {
  ...lakeTables,
  ...referenceTables,
  ...dimensionTables,
};

/** Columns that a case need not tell. */
const usual: { readonly [column: string]: (n: number) => unknown } = { fundFen: () => 0, accountFen: () => 0, sex: () => 1 };

/** The case's records as net tables with the records derived from them. Unknown columns are faults of the case. */
export function alertWorld(one: AlertCase): CaseWorld {
  const filled = Object.fromEntries(
    Object.entries(tables).map(([table, columns]) => [table, (one.records[table] ?? []).flatMap((row) => rowsOf(table, columns, row))]),
  );
  const numbered = Object.fromEntries(
    Object.entries(filled).map(([table, rows]) => [table, rows.map((row, i) => number(table, row, i + 1))]),
  ) as { [table: string]: Row[] };
  for (const table of Object.keys(one.records)) if (!tables[table]) throw new Error(`${one.name}: no table ${table}`);
  const derived = Object.entries(derivedRecords).map(([table, record]) => [table, deriveRecords(record, ruleSchema, numbered)] as const);
  const dimensions = Object.fromEntries(Object.keys(dimensionTables).map((name) => [name, numbered[name] ?? []]));
  return { tables: { ...numbered, ...Object.fromEntries(derived) }, dimensions } as unknown as CaseWorld;
}

function rowsOf(table: string, columns: { readonly [column: string]: LakeType }, given: Readonly<Record<string, unknown>>): Row[] {
  const {
    times = 1,
    everyDay = 1,
    everyDays = [everyDay, 1],
    ...told
  } = given as { times?: number; everyDay?: number; everyDays?: [number, number] };
  for (const column of Object.keys(told)) if (!columns[column]) throw new Error(`${table} has no column ${column}`);
  const [count, step] = everyDays;
  return Array.from({ length: count }, (_, n) => n * step).flatMap((later) =>
    Array.from(
      { length: times },
      () =>
        Object.fromEntries(
          Object.entries(columns).map(([column, type]) => [column, typed(type, (told as Record<string, unknown>)[column], later, column)]),
        ) as Row,
    ),
  );
}

function typed(type: LakeType, value: unknown, later: Day, column: string): number | string | boolean | null {
  if (value === undefined || value === null) return value === undefined && column in usual ? (usual[column]?.(0) as number) : null;
  if (type === 'day') return value === 'open' ? OPEN_DAY : (parseDay(String(value)) as number) + later;
  if (type === 'instant') return value === 'open' ? OPEN_INSTANT : (parseInstant(String(value)) as number) + later * 86_400;
  return value as number | string | boolean;
}

/** Identifying columns that a case does not tell count up; days follow from moments. */
function number(table: string, row: Row, n: number): Row {
  const own = { line: 'line', encounter: 'encounter', settlement: 'settlement' }[table];
  const texts = { line: 'lineNo', encounter: 'encounterNo', settlement: 'settlementNo' }[table];
  const at = (row.settledAt ?? row.occurredAt ?? row.begunAt ?? null) as number | null;
  const day = at === null ? null : Math.floor(at / 86_400);
  const filled: Record<string, unknown> = { ...row };
  const fill = (column: string, value: unknown) => {
    if (column in row && row[column] === null && value !== null) filled[column] = value;
  };
  if (own) fill(own, n);
  if (texts) fill(texts, `${table[0]?.toUpperCase()}${n}`);
  fill('encounterNo', `E${Number(filled.encounter ?? n)}`);
  fill('day', day ?? row.settledDay);
  fill('settledDay', day ?? row.day);
  fill('begunDay', day);
  return filled as Row;
}
