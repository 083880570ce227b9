// What people taught about the layouts: header words, and words that stand for a sign, a unit or a level. Pure.
import type { ColumnRole } from '@hengjian/catalog';
import {
  type CellValue,
  type CorrectableField,
  isKnownUnit,
  type ReadIndicator,
  type ReadingHabit,
  type ReadTarget,
  readSign,
  readTarget,
  squeeze,
} from '@hengjian/domain';
import { isHeaderWord, LAYOUTS, type Layouts } from './headers.ts';
import { labelOf, levelWord } from './words.ts';

/** Words of one layout and what they stand for. */
export interface Words {
  operator: ReadonlyMap<string, string>;
  unit: ReadonlyMap<string, string>;
  level: ReadonlyMap<string, string>;
}

const of = (habits: readonly ReadingHabit[], layout: string, kind: ReadingHabit['kind']) =>
  habits.filter((habit) => habit.kind === kind && (habit.layout === null || habit.layout === layout));

/** The layouts of the catalogue with the header words that were taught. */
export function layoutsWith(habits: readonly ReadingHabit[]): Layouts {
  if (!habits.some(({ kind }) => kind === 'column')) return LAYOUTS;
  return LAYOUTS.map(([id, layout]) => {
    const taught = of(habits, id, 'column');
    if (taught.length === 0) return [id, layout] as const;
    const columns: Partial<Record<ColumnRole, readonly string[]>> = { ...layout.columns };
    for (const { word, meaning } of taught) columns[meaning as ColumnRole] = [...(columns[meaning as ColumnRole] ?? []), labelOf(word)];
    return [id, { ...layout, columns }] as const;
  });
}

export function wordsFor(habits: readonly ReadingHabit[], layout: string): Words {
  const map = (kind: ReadingHabit['kind']) => new Map(of(habits, layout, kind).map(({ word, meaning }) => [squeeze(word), meaning]));
  return { operator: map('operator'), unit: map('unit'), level: map('level') };
}

/** A cell of one figure: what stands before it, the figure, what stands behind it. */
const figureIn = (text: string | null): { before: string; figure: string; after: string } | null => {
  const match = /^(\D*?)(-?\d[\d,]*(?:\.\d+)?)(\D*)$/.exec(squeeze(text ?? ''));
  return match ? { before: match[1] ?? '', figure: match[2] ?? '', after: match[3] ?? '' } : null;
};

/** `readTarget` with the words that were taught put in place of what they stand for. */
export function readTargetBy(
  { operator, unit }: Words,
  value: string | null,
  signCell: string | null,
  unitCell: string | null,
): ReadTarget {
  const sign = operator.get(squeeze(signCell ?? '')) ?? signCell;
  const measure = unit.get(squeeze(unitCell ?? '')) ?? unitCell;
  const parts = operator.size + unit.size > 0 ? figureIn(value) : null;
  const [before, after] = [parts ? operator.get(parts.before) : undefined, parts ? unit.get(parts.after) : undefined];
  if (!parts || (before === undefined && after === undefined)) return readTarget(value, sign, measure);
  return readTarget(`${before ?? parts.before}${parts.figure}${after === undefined ? parts.after : ''}`, sign, measure || (after ?? null));
}

type Changes = Readonly<Partial<Record<CorrectableField, CellValue>>>;

/**
 * What a correction teaches about the layout: only what the row itself shows and the reader did not know. A wrong figure teaches nothing.
 */
export function habitsFrom(layout: string, row: ReadIndicator, changes: Changes): ReadingHabit[] {
  const learnt: ReadingHabit[] = [];
  const teach = (kind: ReadingHabit['kind'], word: string, meaning: CellValue | undefined) => {
    if (word && meaning) learnt.push({ layout, kind, word, meaning: String(meaning) });
  };
  const cellOf = (role: string) => row.cells?.find((cell) => cell.role === role)?.text;
  for (const field of ['level1', 'level2'] as const) {
    const read = row[field];
    if (changes[field] && read && !levelWord(read)[field] && levelWord(String(changes[field]))[field]) teach('level', read, changes[field]);
  }
  const sign = changes.operator === undefined || changes.operator === row.operator ? undefined : changes.operator;
  const signCell = squeeze(cellOf('operator') ?? '');
  const parts = figureIn(cellOf('value') ?? (typeof row.value === 'string' ? row.value : null));
  if (sign && sign !== 'qualitative') {
    if (signCell && readSign(signCell) === null) teach('operator', signCell, sign);
    else if (parts?.before && readSign(parts.before) === null) teach('operator', parts.before, sign);
  }
  if (changes.unit && changes.unit !== row.unit) {
    const word = squeeze(cellOf('unit') ?? '') || (parts?.after ?? '');
    if (word !== changes.unit && !isKnownUnit(word)) teach('unit', word, changes.unit);
  }
  for (const [field, value] of Object.entries(changes) as [CorrectableField, CellValue][])
    if (row[field] === null && value !== null) {
      const holds = (text: string) => squeeze(text) === String(value) || (field === 'value' && readTarget(text).value === value);
      const cell = row.cells?.find(({ head, role, text }) => role !== field && head !== '' && holds(text));
      if (cell && !isHeaderWord(cell.head)) teach('column', labelOf(cell.head), field);
    }
  return learnt;
}
