/**
 * What people say a document says, over what the machine read of it. A correction names its row by the line and the name as they were
 * read, so that it finds its row again when a better reader reads the document anew; what it no longer finds is told, never dropped silently.
 */
import type { Instant } from '../time.ts';
import type { CellValue, CorrectableField, CorrectedCell, IndicatorOperator, ReadDocument, ReadIndicator } from './read-document.ts';

export interface ReadingCorrection {
  documentId: string;
  /** The row as the machine read it. */
  line: number;
  name: string;
  changes: Partial<Record<CorrectableField, CellValue>>;
  why: string;
  by: string;
  at: Instant;
}

/**
 * How documents of a layout are to be read, learnt from corrections: a header word is a column, a word stands for a sign, a unit or a level.
 * `layout` null: of every layout. A habit without meaning is one that was dropped.
 */
export const habitKinds = ['column', 'operator', 'unit', 'level'] as const;
export type HabitKind = (typeof habitKinds)[number];
export interface ReadingHabit {
  layout: string | null;
  kind: HabitKind;
  word: string;
  meaning: string;
}

/** Roles that a person may give a header word. */
export const habitColumns = [
  'level1',
  'level2',
  'name',
  'operator',
  'value',
  'unit',
  'weight',
  'actual',
  'score',
  'remark',
  'ignored',
] as const;

interface Place {
  line: number;
  name: string;
}

/** The row of a correction: its line and name, else the only row of that name, else nothing. */
function rowOf(rows: readonly ReadIndicator[], { line, name }: Place): number {
  const exact = rows.findIndex((row) => row.line === line && row.name === name);
  if (exact >= 0) return exact;
  const named = rows.flatMap((row, at) => (row.name === name ? [at] : []));
  return named.length === 1 ? (named[0] as number) : -1;
}

export interface Corrected {
  document: ReadDocument;
  /** Corrections whose row is no longer read. */
  lost: ReadingCorrection[];
}

/** The document as people say it reads, corrections in the order they were made. What equals the machine's reading is no correction. */
export function corrected(document: ReadDocument, corrections: readonly ReadingCorrection[]): Corrected {
  const rows = document.projects.flatMap((project) => project.indicators);
  const last = new Map<ReadIndicator, Map<CorrectableField, ReadingCorrection>>();
  const lost = new Set<ReadingCorrection>();
  for (const correction of corrections) {
    const row = rows[rowOf(rows, correction)];
    if (!row) {
      lost.add(correction);
      continue;
    }
    const fields = last.get(row) ?? new Map<CorrectableField, ReadingCorrection>();
    last.set(row, fields);
    for (const field of Object.keys(correction.changes) as CorrectableField[]) fields.set(field, correction);
  }
  const mended = (row: ReadIndicator): ReadIndicator => {
    const fields = [...(last.get(row) ?? [])].filter(
      ([field, { changes }]) => changes[field] !== undefined && changes[field] !== row[field],
    );
    if (fields.length === 0) return row;
    const cells = fields.map(([field, { why, by, at }]): CorrectedCell => ({ field, read: row[field], why, by, at }));
    const values = Object.fromEntries(fields.map(([field, { changes }]) => [field, changes[field]]));
    return { ...row, ...(values as Partial<ReadIndicator>), corrected: cells };
  };
  return {
    document: { ...document, projects: document.projects.map((project) => ({ ...project, indicators: project.indicators.map(mended) })) },
    lost: [...lost],
  };
}

const operators: readonly string[] = ['≥', '≤', '=', '>', '<', 'qualitative'] satisfies IndicatorOperator[];

/** What a person gave for a field; undefined where it cannot stand there (a weight in words, a name of nothing). */
export function cellValueOf(field: CorrectableField, text: string): CellValue | undefined {
  const plain = text.trim();
  const number = /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
  if (field === 'name') return plain === '' ? undefined : plain;
  if (field === 'operator') return operators.includes(plain) ? plain : undefined;
  if (plain === '') return null;
  if (field === 'weight' || field === 'score') return number !== undefined && number >= 0 ? number : undefined;
  return field === 'value' || field === 'actual' ? (number ?? plain) : plain;
}
