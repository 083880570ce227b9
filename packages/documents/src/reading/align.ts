// Which cell is what. Real forms lose merged cells and shift rows, so neither the column nor the words decide alone: the
// cheapest assignment of cells to columns wins, where a cell's kind (level, sign, number, words) and its place both cost.
// One shortest-path search serves separated rows, merged cells, and a bare stream of one cell a line.
import { COMMON_COLUMNS, type ColumnRole } from '@hengjian/catalog';
import { squeeze } from '@hengjian/domain';
import type { PositionTrust } from '../grid/grid.ts';
import type { Token } from './tokens.ts';
import { isNumber, isPoints, isSign, isTarget, isUnit, levelWord } from './words.ts';

export interface Column {
  role: ColumnRole;
  /** Left edge and width in the header; null where columns have no place. */
  column: number;
  colSpan: number;
  /** Header word as printed. */
  word: string;
}

export interface Placed {
  token: Token;
  /** Index into the columns; null where the cell fits none. */
  column: number | null;
  /** Columns between the cell and its header, signed. */
  shift: number;
}

/** Cost of leaving a column of a row empty: an indicator without a name is no indicator. */
const EMPTY: Partial<Record<ColumnRole, number>> = { name: 8, value: 4, operator: 3.5, weight: 2, unit: 1, actual: 0.5, score: 0.5 };
const COUNTED: ColumnRole[] = ['weight', 'score', 'unit', 'operator'];
const JUNK = 9;
const STRANGE_LEVEL: Record<PositionTrust, number> = { exact: 0.3, weak: 2.5, none: 5 };
const SHIFT: Record<PositionTrust, number> = { exact: 3, weak: 1, none: 0 };
const JOINABLE: ColumnRole[] = ['name', 'value', 'actual', 'remark', 'level1', 'level2'];

/** Words with which targets are stated in words: 明显改善, 有所提升, 常态化. */
const STATED =
  /^(?:有所|较为|较好|明显|显著|逐步|不断|持续|进一步|有效|稳步|严格|基本|长期|按|效果|良好|好$|优$|优秀|良$|中$|是$|否$|无|达标|合格|常态化|稳定|规范|完善|及时|完成|全部|未发生|不发生|零)|(?:提升|提高|改善|降低|减少|下降|增强|明显|显著|达标|合格|常态化|良好|完成|完善|稳定|运行|执行|办结|增长|缩短|到位|落实)$/;
const isStated = (text: string): boolean => text.length <= 16 && STATED.test(squeeze(text));
const numbered = (text: string): boolean => /^(?:指标|目标|任务)?\s*\d+\s*[:：.、]/.test(text.trim());

const isWrapper = (text: string, column: Column): boolean => {
  if (text.length > 20) return false;
  const plain = squeeze(text);
  return plain === squeeze(column.word) || (COMMON_COLUMNS.wrapper ?? []).includes(plain);
};

/** How ill a cell fits a column by its own words. */
function misfit(text: string, column: Column, trust: PositionTrust): number {
  const level = levelWord(text);
  const number = isNumber(text);
  const sign = isSign(text);
  switch (column.role) {
    case 'wrapper':
      // The enclosing cell comes again on a new page; anything else before the first column is junk.
      return isWrapper(text, column) ? 0 : JUNK;
    case 'level1':
    case 'level2': {
      // 成本 was a level 2 until 2021 and stands alone mostly as such; 满意度 mostly as a level 1.
      if (level[column.role]) return level.level1 && level.level2 && (column.role === 'level1') !== /满意度/.test(text) ? 0.2 : 0;
      if (number || sign || isTarget(text) || numbered(text)) return 20;
      return level.level1 || level.level2 ? (trust === 'exact' ? 3 : 6) : STRANGE_LEVEL[trust];
    }
    case 'name':
      if (sign) return 20;
      if (number) return 15;
      if (level.level1 || level.level2) return level.sure ? 16 : 3;
      return isTarget(text) ? 9 : 0;
    case 'operator':
      // A short word exactly below the header of signs is a word for a sign that nobody taught yet.
      return sign ? 0 : /^[≥≤<>=]/.test(text) ? 8 : trust === 'exact' && text.length <= 5 && !number && !level.sure ? 2.4 : 12;
    case 'value':
    case 'cycleValue':
    case 'actual':
    case 'forecast':
      if (sign) return 15;
      if (level.sure && (level.level1 || level.level2)) return 10;
      return isTarget(text) ? 0 : numbered(text) ? 6 : isUnit(text) ? 5 : isStated(text) ? 1 : text.length > 14 ? 2.4 : 2;
    case 'unit':
      return isUnit(text) ? 0 : number || sign ? 12 : text.length <= 4 ? 2 : 8;
    case 'weight':
    case 'score':
      return isPoints(text) ? (number ? 0 : 0.5) : 15;
    case 'remark':
      return number || sign ? 4 : level.sure ? 8 : 1.2;
    default:
      return 1.5;
  }
}

const shiftOf = (token: Token, column: Column): number => {
  if (token.column + token.colSpan <= column.column) return token.column - column.column;
  if (token.column >= column.column + column.colSpan) return token.column - (column.column + column.colSpan - 1);
  return 0;
};
const capped = (distance: number): number => Math.min(Math.abs(distance), 3);
/** A whole row that moved costs little more than one that moved by a column or two. */
const begun = (distance: number): number => Math.min(Math.abs(distance), 2);

interface Step {
  cost: number;
  /** Column state of the token before; -1 before the first. */
  from: number;
  move: 'same-row' | 'new-row' | 'join' | 'junk';
}

/** Sum of the costs of the columns left empty from a up to b (exclusive). */
function emptyCosts(columns: readonly Column[], tokens: readonly Token[], trust: PositionTrust): (a: number, b: number) => number {
  const sums = [0];
  for (const column of columns) {
    // A column that no cell could fill is empty on every row: it says nothing about where rows begin.
    const unused = COUNTED.includes(column.role) && !tokens.some((token) => misfit(token.text, column, trust) < 1);
    sums.push((sums.at(-1) ?? 0) + (unused ? 0 : (EMPTY[column.role] ?? 0)));
  }
  return (a, b) => (b > a ? (sums[b] ?? 0) - (sums[a] ?? 0) : 0);
}

type Result = Placed & { newRow: boolean; joined: boolean };

/** Every cell exactly below its header and none of them ill-fitting: then the places decide, whatever unknown words say. */
export function inPlace(tokens: readonly Token[], columns: readonly Column[]): Result[] | null {
  const placed: Result[] = [];
  for (const token of tokens) {
    const column = columns.findIndex((one) => one.role !== 'wrapper' && shiftOf(token, one) === 0);
    const found = columns[column];
    if (!found || misfit(token.text, found, 'exact') > 2.5) return null;
    placed.push({ token, column, shift: 0, newRow: placed.length === 0, joined: false });
  }
  const textOf = (role: ColumnRole) => placed.find((one) => columns[one.column ?? -1]?.role === role)?.token.text;
  const name = textOf('name');
  if (name === undefined) return null;
  // An unknown level before a name that reads like a target: the row has moved by one.
  const known = [textOf('level1'), textOf('level2')].every(
    (text) => text === undefined || levelWord(text).level1 || levelWord(text).level2,
  );
  if (!known && isStated(name)) return null;
  if (textOf('value') !== undefined || !columns.some((one) => one.role === 'value')) return placed;
  // Without a target the places must be beyond doubt: a known unit, plain points, known levels; else the row has moved.
  const [unit, weight] = [textOf('unit'), textOf('weight')];
  return known && (unit === undefined || isUnit(unit)) && (weight === undefined || isNumber(weight)) ? placed : null;
}

/** Places every cell of an indicator table; a result with `newRow` begins an indicator row. */
export function align(tokens: readonly Token[], columns: readonly Column[], trust: PositionTrust): Result[] {
  const plain = trust === 'none' ? null : inPlace(tokens, columns);
  if (plain) return plain;
  const m = columns.length;
  const empty = emptyCosts(columns, tokens, trust);
  const weight = SHIFT[trust];
  let before: number[] = [];
  const steps: Step[][] = [];
  tokens.forEach((token, i) => {
    const previous = tokens[i - 1];
    const row: Step[] = columns.map((column, r) => {
      const own = misfit(token.text, column, trust);
      const shift = shiftOf(token, column);
      let best: Step = { cost: Number.POSITIVE_INFINITY, from: -1, move: 'new-row' };
      const offer = (cost: number, from: number, move: Step['move']) => {
        if (cost < best.cost) best = { cost, from, move };
      };
      const start = empty(0, r) + own + weight * begun(shift);
      if (!previous) offer(start, -1, 'new-row');
      else
        for (let q = 0; q < m; q++) {
          const so = before[q] ?? Number.POSITIVE_INFINITY;
          if (so === Number.POSITIVE_INFINITY) continue;
          const begins = token.gap !== null;
          if (begins || trust === 'none') offer(so + empty(q + 1, m) + start + (begins ? 0 : 1), q, 'new-row');
          if (token.gap === 'hard') continue;
          const stay = token.gap ?? 0;
          const from = columns[q] as Column;
          if (r > q) offer(so + stay + empty(q + 1, r) + own + weight * capped(shift - shiftOf(previous, from)), q, 'same-row');
          if (r === q) {
            if (
              trust === 'none' &&
              begins &&
              JOINABLE.includes(column.role) &&
              !isTarget(token.text) &&
              !isTarget(previous.text) &&
              !numbered(token.text)
            )
              offer(so + stay + 4 + Math.max(0, own - 2), q, 'join');
          }
        }
      return best;
    });
    // A cell that fits nowhere is left out; the row goes on as it stood.
    columns.forEach((_, r) => {
      const so = previous ? (before[r] ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
      const step = row[r] as Step;
      if (so + JUNK < step.cost) row[r] = { cost: so + JUNK, from: r, move: 'junk' };
    });
    before = row.map((step) => step.cost);
    steps.push(row);
  });
  const placed: Result[] = [];
  let state = before.map((cost, r) => ({ cost: cost + empty(r + 1, m), r })).sort((a, b) => a.cost - b.cost)[0]?.r ?? -1;
  for (let i = tokens.length - 1; i >= 0; i--) {
    const step = steps[i]?.[state];
    const token = tokens[i] as Token;
    if (!step) break;
    const junk = step.move === 'junk';
    const column = columns[state];
    placed.unshift({
      token,
      column: junk ? null : state,
      shift: junk || !column || trust === 'none' ? 0 : shiftOf(token, column),
      newRow: step.move === 'new-row',
      joined: step.move === 'join',
    });
    state = step.from;
  }
  return placed;
}
