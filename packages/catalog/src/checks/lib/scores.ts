import { convert } from '@hengjian/domain';
import { moneyCell, numberCell, onlyNumber, rounded } from './numbers.ts';
import type { DocumentView, ProjectView, Row } from './view.ts';
import { isBoundedShare } from './words.ts';

/** A row whose target and actual are numbers in the same unit. */
export interface Measured {
  row: Row;
  target: number;
  actual: number;
  met: boolean;
  /** Share of the full marks by 财预〔2020〕10号: actual ÷ target, turned round for ≤, between 0 and 1. */
  share: number;
}

/** What stands behind the number of a cell: 96％。 → %. */
export const unitOf = (text: string): string =>
  text
    .replace(/[\s≥≤＞＜><＝=约]/g, '')
    .replace(/^-?\d[\d,，]*(?:\.\d+)?/, '')
    .replace('％', '%')
    .replace(/[。.]$/, '');

/** Target and actual of a row in the target's unit, where both are one number and their units can be converted; else null (not to be judged). */
export function measured(row: Row): Measured | null {
  const { value, unit, operator, actual } = row.indicator;
  if (typeof value !== 'number' || actual === null || operator === 'qualitative') return null;
  const printed = typeof actual === 'number' ? actual : onlyNumber(actual);
  if (printed === null) return null;
  const own = typeof actual === 'string' ? unitOf(actual) : '';
  if (typeof actual === 'string' && !/^[\s≥≤＞＜><＝=约]*-?\d/.test(actual)) return null;
  // 420000条 against 40万条: one amount in two units is compared after conversion, what cannot be converted is not judged.
  const same = own === '' || own === unit ? { value: printed, assumed: false } : unit === null ? null : convert(printed, own, unit);
  if (same === null || same.assumed) return null;
  const found = rounded(same.value, 6);
  const least = operator === '≥' || operator === '>';
  const most = operator === '≤' || operator === '<';
  // "At least 100 %" of a share means 100 %.
  const target = isBoundedShare(row.name) && least && value > 100 ? 100 : value;
  // A bare number is read as "=": more of it is no miss, and of costs and times nobody can tell which side is meant.
  const either = !least && !most && found !== target;
  if (either && /成本|费用|标准|时限|时长|时间|天数|支出|控制|单价/.test(row.name)) return null;
  const met = most ? (operator === '<' ? found < target : found <= target) : operator === '>' ? found > target : found >= target;
  if (met) return { row, target, actual: found, met, share: 1 };
  if (target === 0 || found === 0) return { row, target, actual: found, met, share: 0 };
  const share = most ? target / found : found / target;
  return { row, target, actual: found, met, share: Math.min(1, Math.max(0, share)) };
}

/** The stated total of a self-evaluation and where it stands: `总分 | 100 | 93.5`, `自评得分：93.5`, or label and number on two lines. */
export function statedTotal(view: DocumentView, form: ProjectView): { score: number; line: number } | null {
  const label =
    /^(绩效)?(自评|评价|综合|自评综合|评价综合)*(总得分|得分|总分|总评分|综合得分|合计得分)[:：]?$|^总\s*分(（.*）)?$|^合\s*计$/;
  // 合计 closes money tables too: only right below the last row it is the total of the scores.
  const last = form.rows.at(-1)?.indicator.line ?? form.to;
  for (let line = form.to; line >= form.from; line -= 1) {
    const cells = view.cells(line);
    const at = cells.findIndex((cell) => label.test(cell.replace(/\s+/g, '')));
    const inline = /(?:自评|综合|评价)(?:总)?得分\s*(?:为)?[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*分?(?![\d.])/.exec(view.line(line));
    if (at < 0) {
      if (inline && form.rows.every((row) => row.indicator.line !== line) && Number(inline[1]) <= 110)
        return { score: Number(inline[1]), line };
      continue;
    }
    const word = (cells[at] ?? '').replace(/\s+/g, '');
    if (word === '得分' || (word === '合计' && (line <= last || line > last + 24))) continue;
    const alone = cells.filter((cell) => cell !== '').length === 1;
    const numbers = cells.slice(at + 1).flatMap((cell) => {
      const value = numberCell(cell);
      return value === null ? [] : [{ value, line }];
    });
    const score = scoreAmong(numbers.length > 0 ? numbers : alone ? numbersBelow(view, line, form.to) : []);
    if (score) return { score: score.value, line: score.line };
  }
  return null;
}

/** Full marks and score, or the score alone. 合计 stands in money tables too, and a lone 100 is the full marks. */
function scoreAmong(numbers: { value: number; line: number }[]): { value: number; line: number } | null {
  const [first, second] = numbers;
  if (!first || first.value > 110) return null;
  const full = first.value === 100 && second !== undefined && second.value <= 110 && second.value >= 30;
  return full ? second : first.value === 100 ? null : first;
}

/** Numbers in the lines below a label, up to the end of its row (a line without even an empty cell). */
function numbersBelow(view: DocumentView, label: number, to: number): { value: number; line: number }[] {
  const found: { value: number; line: number }[] = [];
  for (let line = label + 1; line <= Math.min(label + 14, to); line += 1) {
    const raw = view.line(line);
    if (raw === '' || /^\|{2,}\s*$/.test(raw)) break;
    const cell = view.cells(line).find((text) => text !== '');
    const value = numberCell(cell ?? '');
    if (cell !== undefined && value === null) break;
    if (value !== null) found.push({ value, line });
  }
  return found;
}

/** 预算执行率 with what it was reckoned from; `weight` and `score` where the form gives it points. */
export interface Execution {
  budget: number | null;
  spent: number | null;
  percent: number;
  weight: number | null;
  score: number | null;
  line: number;
}

/** The total row of a self-evaluation's money block: `…预算数 执行数 分值 执行率 得分`, or with 权重 and 得分 behind the ratio. */
export function execution(view: DocumentView, form: ProjectView): Execution | null {
  let head: { row: number; cells: string[] } | null = null;
  for (const [index, { line, cells: all }] of view.printedRows(form.from, form.to).entries()) {
    const cells = all.filter((cell) => cell !== '');
    const text = cells.join(' ');
    if (/执行率/.test(text) && /(执行数|支出数|预算数)/.test(text)) head = { row: index, cells };
    if (head === null || index > head.row + 3 || !/资金总额|总额|^\s*合计/.test(text)) continue;
    const at = cells.findIndex((cell) => /^\d+(\.\d+)?\s*[%％]$/.test(cell));
    if (at < 0) continue;
    const before = cells
      .slice(0, at)
      .map(moneyCell)
      .filter((value) => value !== null);
    const points = head.cells.findIndex((cell) => /^(分值|权重)/.test(cell.replace(/\s+/g, '')));
    const rate = head.cells.findIndex((cell) => /执行率/.test(cell));
    // Where execution earns no points its cell holds a dash, and the number before the ratio is money.
    const early = points >= 0 && points < rate && numberCell(cells[at - 1] ?? '') !== null;
    const money = early ? before.slice(0, -1) : before;
    const late = points > rate;
    return {
      budget: money.at(-2) ?? null,
      spent: money.at(-1) ?? null,
      percent: Number.parseFloat(cells[at] ?? ''),
      weight: early ? (before.at(-1) ?? null) : late ? numberCell(cells[at + 1] ?? '') : null,
      score: points < 0 ? null : numberCell(cells[late ? at + 2 : at + 1] ?? ''),
      line,
    };
  }
  return null;
}
