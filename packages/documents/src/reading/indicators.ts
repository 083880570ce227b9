// The rows of an indicator table become indicators; what was repaired or lost is said.
import { type ColumnRole, LEVEL1, PARENTS } from '@hengjian/catalog';
import { asPrinted, type Likelihood, type ReadIndicator, squeeze } from '@hengjian/domain';
import type { CellPart, DocumentGrid } from '../grid/grid.ts';
import type { Column } from './align.ts';
import { readTargetBy, type Words } from './habits.ts';
import type { FormSegment } from './segments.ts';
import { partsOf, type Remark, rowsOf, type TableRow } from './table-rows.ts';
import { labelOf, levelName, levelWord } from './words.ts';

interface State {
  level1: string | null;
  level2: string | null;
  group: string | null;
  /** The block of rows that was last said to stand under a wrong level 1. */
  misplaced?: string;
}

export interface TableReading {
  indicators: ReadIndicator[];
  /** Rows of a table over several years, where the form has one beside that of the year. */
  longTerm: ReadIndicator[];
  remarks: Remark[];
}

/** All indicators of a form, in document order. */
export function readTables(grid: DocumentGrid, segment: FormSegment, words: Words): TableReading {
  const remarks: Remark[] = [];
  const indicators: ReadIndicator[] = [];
  const longTerm: ReadIndicator[] = [];
  const state: State = { level1: null, level2: null, group: null };
  const parts = partsOf(grid, segment);
  const twofold = parts.some(({ term }) => term === 'long') && parts.some(({ term }) => term !== 'long');
  for (const part of parts) {
    if (twofold) Object.assign(state, { level1: null, level2: null });
    const into = twofold && part.term === 'long' ? longTerm : indicators;
    if (part.group !== state.group && part.group) Object.assign(state, { group: part.group, level1: null, level2: null });
    for (const row of rowsOf(grid, segment, part, words, remarks)) into.push(...readRow(row, part.columns, state, remarks, words));
  }
  return { indicators, longTerm, remarks: [...remarks, ...lostWeights(indicators)] };
}

/** Rows without points in a form whose other rows have some. */
function lostWeights(indicators: readonly ReadIndicator[]): Remark[] {
  if (indicators.every((one) => one.weight === null)) return [];
  const lost = indicators.filter((one) => one.weight === null && !one.repairs.includes('names-split'));
  return lost.map((one) => ({ code: 'weight-missing', line: one.line, facts: { name: one.name } }));
}

const NUMBERING = /^(?:三级)?指标\s*(?:\d+|[一二三四五六七八九十]+)\s*[:：.、]?\s*/;
/** A name cell that lists several (指标1：… 指标2：…) is several indicators; template rests (……, 指标3：) are none. */
function namesIn(parts: readonly CellPart[]): { text: string; line: number }[] {
  const names: { text: string; line: number }[] = [];
  for (const part of parts)
    for (const piece of part.text.split(/(?=指标\s*\d+\s*[:：])/)) {
      const last = names.at(-1);
      if (!last || NUMBERING.test(piece.trim()) || /^[….·]+$/.test(piece.trim())) names.push({ text: piece, line: part.line });
      else last.text += `\n${piece}`;
    }
  return names
    .map(({ text, line }) => ({
      text: asPrinted(text.replace(/[\n\r]+/g, '\n'))
        .replace(NUMBERING, '')
        .trim(),
      line,
    }))
    .filter(({ text }) => text.replace(/[….·\s]/g, '') !== '');
}

const points = (text: string | undefined): number | null => {
  const match = /^(\d+(?:\.\d+)?)(?:分|%)?$/.exec(squeeze(text ?? ''));
  return match ? Number(match[1]) : null;
};
/** 实际完成值 as printed; a bare number is a number. */
const printedValue = (text: string | undefined): number | string | null => {
  if (text === undefined || squeeze(text) === '') return null;
  return /^-?\d+(?:\.\d+)?$/.test(squeeze(text)) ? Number(squeeze(text)) : asPrinted(text);
};

/** What a row says by role; `shared` also takes the text of a merged cell that reaches down into it. */
interface RowTexts {
  own: (role: ColumnRole) => string | undefined;
  shared: (role: ColumnRole) => string | undefined;
}
const textsOf = (row: TableRow): RowTexts => {
  const own = (role: ColumnRole) => row.cells.find((cell) => cell.role === role)?.token.text;
  return { own, shared: (role) => own(role) ?? row.merged.get(role) };
};

/** Levels stand on the first row of their block; a new level 1 begins without a level 2. */
function takeLevels({ own, shared }: RowTexts, state: State, words: Words): void {
  const named = (text: string) => words.level.get(squeeze(levelName(text))) ?? levelName(text);
  const [level1, level2] = [shared('level1'), shared('level2')];
  if (level1 !== undefined) {
    if (named(level1) !== state.level1 && own('level1') !== undefined) state.level2 = null;
    state.level1 = named(level1);
  }
  if (level2 !== undefined) state.level2 = named(level2);
}

const LIKELIHOODS = ['certain', 'possible', 'impossible'] as const;
/** 完成目标可能性: a tick in one of three columns, or the word (or its number 1, 2, 3) in one. */
function likelihoodOf({ own }: RowTexts): Likelihood | null {
  const ticked = LIKELIHOODS.filter((one) => squeeze(own(one) ?? '') !== '');
  if (ticked.length > 0) return ticked.length === 1 ? (ticked[0] ?? null) : null;
  const word = squeeze(own('likelihood') ?? '');
  const at = [/^(?:1[.、]?)?确定能$|^1$/, /^(?:2[.、]?)?有可能$|^2$/, /^(?:3[.、]?)?完全不可能$|^3$/].findIndex((pattern) =>
    pattern.test(word),
  );
  return LIKELIHOODS[at] ?? null;
}

const NO_FIGURES: ColumnRole[] = ['wrapper', 'level1', 'level2', 'ignored', 'name', 'remark'];
const clipped = (text: string): string => asPrinted(text).slice(0, 40);

/** The names of a row, or none where it is no indicator (a note, a level alone, a row that lost its name). */
function namesOf(row: TableRow, { own }: RowTexts, remarks: Remark[]): { text: string; line: number }[] {
  const name = row.cells.find((cell) => cell.role === 'name');
  const bare = row.cells.every((cell) => NO_FIGURES.includes(cell.role));
  const line = name?.token.line ?? row.cells[0]?.token.line ?? 0;
  if (!name) {
    const cells = row.cells.map((cell) => asPrinted(cell.token.text)).join(' | ');
    if (!bare) remarks.push({ code: 'row-without-name', line, facts: { cells } });
    return [];
  }
  const names = namesIn(name.token.parts);
  // A lone cell at the left edge is a note or a page's rest; further in, its column says that it is a name.
  const inside = (row.placed && name.token.column > 0 && name.token.text.length <= 80) || NUMBERING.test(name.token.text.trim());
  if (!bare || own('level1') !== undefined || own('level2') !== undefined || inside) return names;
  if (names.length) remarks.push({ code: 'cell-unread', line, facts: { text: clipped(name.token.text) } });
  return [];
}

function readRow(row: TableRow, columns: readonly Column[], state: State, remarks: Remark[], words: Words): ReadIndicator[] {
  const texts = textsOf(row);
  const { own, shared } = texts;
  takeLevels(texts, state, words);
  const names = namesOf(row, texts, remarks);
  const [first] = names;
  if (!first) return [];
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const target = readTargetBy(words, shared('value') ?? null, shared('operator') ?? null, shared('unit') ?? null);
  const named = target.unit === null && typeof target.value === 'number' ? unitInName(first.text) : null;
  const repairs: string[] = [];
  const say = (code: string, facts: Record<string, unknown> = { name: first.text }) => remarks.push({ code, line: first.line, facts });
  if (row.cells.some((cell) => cell.shift !== 0)) repairs.push('row-shifted');
  if (row.joined) repairs.push('cell-joined');
  for (const repair of repairs) say(repair);
  if (named) repairs.push('unit-from-name');
  if (target.value === null && has('value')) say('value-missing');
  if (names.length > 1) say('names-in-one-cell', { count: names.length });
  misplaced(state, first.line, remarks);
  const remark = shared('remark');
  return names.map((one, index) => ({
    level1: state.level1,
    level2: state.level2,
    name: one.text,
    ...target,
    unit: target.unit ?? named,
    // Points of a shared cell count once, or the sum would be wrong.
    weight: index === 0 ? points(own('weight')) : null,
    actual: printedValue(index === 0 ? shared('actual') : undefined),
    score: index === 0 ? points(own('score')) : null,
    group: state.group,
    line: one.line,
    repairs: [...repairs, ...(names.length > 1 ? ['names-split'] : [])],
    ...(has('forecast') ? { forecast: printedValue(shared('forecast')), likelihood: likelihoodOf(texts) } : {}),
    ...(has('remark') ? { remark: remark === undefined ? null : asPrinted(remark) } : {}),
    cells: row.cells.map(({ role, head, token }) => ({ head: squeeze(head), role, text: token.text, line: token.line })),
  }));
}

/** 「参保率(%)」, 「预算金额(万元)」: the unit stands behind the name. */
function unitInName(name: string): string | null {
  const match = /[（(]\s*([^（）()\d\s]{1,8})\s*[）)]$/.exec(name);
  const unit = match?.[1]?.replace('％', '%') ?? null;
  return unit && (/[%‰]/.test(unit) || /^(?:[万亿千]?(?:元|人次|人|次|家|条|份|户|件|例|张)|小时|天|日|个|项|种|元\/.*)$/.test(unit))
    ? unit
    : null;
}

function misplaced(state: State, line: number, remarks: Remark[]): void {
  const parents = state.level2 ? PARENTS[labelOf(state.level2).replace(/(?:指标|目标)$/, '')] : undefined;
  const level1 = state.level1?.replace(/(?:指标|目标)$/, '');
  if (!parents || !level1 || !LEVEL1.includes(level1) || parents.includes(level1)) return;
  const block = `${state.group}|${level1}|${state.level2}`;
  if (state.misplaced === block) return;
  state.misplaced = block;
  if (levelWord(level1).level1) remarks.push({ code: 'level-misplaced', line, facts: { level1: state.level1, level2: state.level2 } });
}
