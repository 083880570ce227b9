import { numberCell, onlyNumber } from './numbers.ts';
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

const unitOf = (text: string): string =>
  text
    .replace(/[\s≥≤＞＜><＝=约]/g, '')
    .replace(/^-?\d[\d,，]*(?:\.\d+)?/, '')
    .replace('％', '%')
    .replace(/[。.]$/, '');

/** Target and actual of a row, where both are one number and their units do not differ; else null (not to be judged). */
export function measured(row: Row): Measured | null {
  const { value, unit, operator, actual } = row.indicator;
  if (typeof value !== 'number' || actual === null || operator === 'qualitative') return null;
  const found = typeof actual === 'number' ? actual : onlyNumber(actual);
  if (found === null) return null;
  if (typeof actual === 'string') {
    const own = unitOf(actual);
    if (own !== '' && own !== (unit ?? '').replace('％', '%')) return null;
    if (!/^[\s≥≤＞＜><＝=约]*-?\d/.test(actual)) return null;
  }
  const least = operator === '≥' || operator === '>';
  const most = operator === '≤' || operator === '<';
  // "At least 100 %" of a share means 100 %.
  const target = isBoundedShare(row.name) && least && value > 100 ? 100 : value;
  const met = least
    ? found >= target
    : most
      ? found <= target
      : found === target || (isBoundedShare(row.name) && target === 100 && found >= 100);
  if (met) return { row, target, actual: found, met, share: 1 };
  if (target === 0 || found === 0) return { row, target, actual: found, met, share: 0 };
  const share = most ? target / found : least ? found / target : Math.min(found / target, target / found);
  return { row, target, actual: found, met, share: Math.min(1, Math.max(0, share)) };
}

/** The stated total of a self-evaluation and where it stands: `总分 | 100 | 93.5`, `自评得分：93.5`, or label and number on two lines. */
export function statedTotal(view: DocumentView, form: ProjectView): { score: number; line: number } | null {
  const label =
    /^(绩效)?(自评|评价|综合|自评综合|评价综合)*(总得分|得分|总分|总评分|综合得分|合计得分)[:：]?$|^总\s*分(（.*）)?$|^合\s*计$/;
  for (let line = form.to; line >= form.from; line -= 1) {
    const cells = view.cells(line);
    const at = cells.findIndex((cell) => label.test(cell.replace(/\s+/g, '')));
    const inline = /(?:自评|综合|评价)(?:总)?得分\s*(?:为)?[:：]?\s*(\d{1,3}(?:\.\d+)?)\s*分?(?![\d.])/.exec(view.line(line));
    if (at < 0) {
      if (inline && form.rows.every((row) => row.indicator.line !== line) && Number(inline[1]) <= 110)
        return { score: Number(inline[1]), line };
      continue;
    }
    if (/^得分$/.test((cells[at] ?? '').replace(/\s+/g, ''))) continue;
    const numbers = cells
      .slice(at + 1)
      .map(numberCell)
      .filter((value) => value !== null);
    if (numbers.length > 0) {
      const score = numbers.at(-1) as number;
      // 合计 stands in money tables too; a lone 100 beside 总分 is the full marks, the score is still to come.
      if (score <= 110 && !(numbers.length === 1 && score === 100 && cells.length > at + 2)) return { score, line };
      continue;
    }
    if (cells.filter((cell) => cell !== '').length > 1) continue;
    for (let next = line + 1; next <= Math.min(line + 2, form.to); next += 1) {
      const value = numberCell(view.cells(next).find((cell) => cell !== '') ?? '');
      if (value !== null && value <= 110) return { score: value, line: next };
    }
  }
  return null;
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
  let head: number | null = null;
  for (let line = form.from; line <= form.to; line += 1) {
    const text = view.line(line);
    if (/执行率/.test(text) && /(执行数|支出数|预算数)/.test(text)) head = line;
    if (head === null || !/资金总额|总额|^\s*合计/.test(view.cells(line).join(' ')) || line > head + 3) continue;
    const cells = view.cells(line).filter((cell) => cell !== '');
    const at = cells.findIndex((cell) => /^\d+(\.\d+)?\s*[%％]$/.test(cell));
    if (at < 0) continue;
    const before = cells
      .slice(0, at)
      .map(numberCell)
      .filter((value) => value !== null);
    const heads = view.cells(head).filter((cell) => cell !== '');
    const points = heads.findIndex((cell) => /^(分值|权重)/.test(cell.replace(/\s+/g, '')));
    const rate = heads.findIndex((cell) => /执行率/.test(cell));
    const early = points >= 0 && points < rate;
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
