// The parts of a department's budget: 基本支出, 项目支出 and their total.
import type { FormLayout } from '@hengjian/catalog';
import type { DocumentGrid } from '../grid/grid.ts';
import { amountIn, type Head } from './head.ts';
import { filled } from './tokens.ts';
import { isLabel } from './words.ts';

export interface Parts {
  total: number | null;
  basic: number | null;
  project: number | null;
  line: number | null;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 0.0051;

/** Amounts in the unit of the form. Labels with figures beside them, or a matrix of heads over one row of figures. */
export function partsOf(grid: DocumentGrid, head: Head, layout: FormLayout, from: number, to: number): Parts {
  const none: Parts = { total: null, basic: null, project: null, line: null };
  if (!layout.parts) return none;
  const matrix = fromMatrix(grid, layout.parts, from, to) ?? fromStream(head, layout.parts);
  if (matrix) return matrix;
  const basic = head.amount(layout.parts.basic);
  const project = head.amount(layout.parts.project);
  const direct = head.amount(layout.budgetLabels);
  const total =
    direct ??
    head.amount(layout.parts.total.filter((label) => label !== '合计')) ??
    confirmed(head, layout, basic?.amount, project?.amount);
  return {
    total: total?.amount ?? null,
    basic: basic?.amount ?? null,
    project: project?.amount ?? null,
    line: total?.line ?? basic?.line ?? null,
  };
}

/** 合计 or the income side counts as the total where it is the sum of the two parts. */
function confirmed(head: Head, layout: FormLayout, basic: number | undefined, project: number | undefined) {
  if (basic === undefined || project === undefined) return null;
  const labels = [...(layout.parts?.total ?? []), '财政拨款', '收入合计'];
  return (
    head.find(labels).flatMap((found) => {
      const amount = amountIn(found.value);
      return amount && near(amount.amount, basic + project) ? [{ ...found, amount: amount.amount }] : [];
    })[0] ?? null
  );
}

/**
 * Heads 基本支出 and 项目支出 side by side, sub-heads below, then one row of figures. Exact columns are trusted; shifted ones
 * only where the arithmetic leaves one answer: the first figure is the sum of two others, first figures of their blocks.
 */
function fromMatrix(grid: DocumentGrid, parts: NonNullable<FormLayout['parts']>, from: number, to: number): Parts | null {
  for (let at = from; at < to; at++) {
    const cells = filled(grid.rows[at]);
    const basic = cells.find((cell) => isLabel(cell.text, parts.basic));
    const project = cells.find((cell) => isLabel(cell.text, parts.project));
    if (!basic || !project || cells.some((cell) => amountIn(cell.text))) continue;
    for (let below = at + 1; below < Math.min(to, at + 5); below++) {
      const row = filled(grid.rows[below]);
      const figures = row.flatMap((cell) => {
        const amount = amountIn(cell.text);
        return amount ? [{ column: cell.column, amount: amount.amount }] : [];
      });
      if (figures.length < 2) continue;
      const line = grid.rows[below]?.line ?? null;
      if (grid.trust === 'exact') {
        const inside = (head: typeof basic) =>
          figures.find((figure) => figure.column >= head.column && figure.column < head.column + head.colSpan)?.amount ?? null;
        const outside = figures.find((figure) => figure.column < Math.min(basic.column, project.column))?.amount ?? null;
        return { total: outside, basic: inside(basic), project: inside(project), line };
      }
      return byArithmetic(
        figures.map((figure) => figure.amount),
        line,
      );
    }
  }
  return null;
}

function byArithmetic(figures: readonly number[], line: number | null): Parts | null {
  const [total, ...rest] = figures;
  if (total === undefined) return null;
  const pairs = rest.flatMap((a, i) =>
    rest.slice(i + 1).flatMap((b) => (a !== 0 && b !== 0 && near(a + b, total) ? [[a, b] as const] : [])),
  );
  const [pair] = pairs;
  if (!pair || pairs.some(([a, b]) => a !== pair[0] || b !== pair[1])) return { total, basic: null, project: null, line };
  return { total, basic: pair[0], project: pair[1], line };
}

/** One cell a line: the heads … 基本支出 … 项目支出, then the first run of figures, which is the summary row. */
function fromStream(head: Head, parts: NonNullable<FormLayout['parts']>): Parts | null {
  const { tokens } = head;
  if (!tokens.some((token) => token.gap !== null && token.gap !== 'hard')) return null;
  for (let at = 0; at < tokens.length; at++) {
    const figures: number[] = [];
    for (const token of tokens.slice(at)) {
      const amount = amountIn(token.text);
      if (!amount) break;
      figures.push(amount.amount);
    }
    if (figures.length === 0) continue;
    const names = tokens.slice(Math.max(0, at - 14), at);
    const [basic, project] = [parts.basic, parts.project].map((labels) => names.findIndex((token) => isLabel(token.text, labels)));
    // A figure between the two labels is a value beside its label, not a matrix.
    const matrix =
      basic !== undefined &&
      project !== undefined &&
      basic >= 0 &&
      project > basic &&
      !names.slice(basic).some((token) => amountIn(token.text));
    if (matrix && figures.length >= 3) return byArithmetic(figures, tokens[at]?.line ?? null);
    at += figures.length;
  }
  return null;
}
