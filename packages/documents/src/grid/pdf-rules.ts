// The ruled lines of a PDF page, and the cells they enclose. Official forms are printed with borders: where they are drawn,
// the table is known exactly, and text is put into the cell it stands in.
import { type getDocumentProxy, getResolvedPDFJS } from 'unpdf';

export type PdfPage = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;

/** A straight rule: `at` on the one axis, `from`…`to` on the other, in points. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}
export interface Rules {
  across: Rule[];
  down: Rule[];
}
type Matrix = [number, number, number, number, number, number];

const THIN = 3;
const NEAR = 2.5;

const times = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];
const place = (m: Matrix, x: number, y: number): [number, number] => [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];

/** Stroked lines, and filled rectangles as thin as a line, of one page. */
export async function rulesOf(page: PdfPage): Promise<Rules> {
  const { OPS } = await getResolvedPDFJS();
  const list = await page.getOperatorList();
  const rules: Rules = { across: [], down: [] };
  const stack: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  list.fnArray.forEach((operation: number, index: number) => {
    const args = list.argsArray[index] as unknown[];
    if (operation === OPS.save || operation === OPS.paintFormXObjectBegin) stack.push(matrix);
    if (operation === OPS.restore || operation === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? matrix;
    if (operation === OPS.transform) matrix = times(matrix, args as Matrix);
    if (operation === OPS.paintFormXObjectBegin && Array.isArray(args?.[0])) matrix = times(matrix, args[0] as Matrix);
    if (operation === OPS.constructPath && args[0] !== OPS.endPath)
      addPath(rules, matrix, args, [OPS.fill, OPS.eoFill].includes(args[0] as never));
  });
  return rules;
}

function addPath(rules: Rules, matrix: Matrix, args: readonly unknown[], fill: boolean): void {
  const data = (args[1] as (Float32Array | null)[] | null)?.[0];
  if (!data) return;
  const outline: [number, number][] = [];
  let start: [number, number] = [0, 0];
  let last: [number, number] = [0, 0];
  for (let at = 0; at < data.length; ) {
    const step = data[at];
    const size = step === 2 ? 6 : step === 3 ? 4 : step === 4 ? 0 : 2;
    const point = size ? place(matrix, data[at + size - 1] ?? 0, data[at + size] ?? 0) : start;
    if (step === 0) start = point;
    else if (!fill && (step === 1 || step === 4)) addRule(rules, last, point);
    if (size) outline.push(point);
    last = point;
    at += size + 1;
  }
  if (!fill || outline.length === 0) return;
  const [xs, ys] = [outline.map(([x]) => x), outline.map(([, y]) => y)];
  const [left, right, low, high] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (high - low < THIN && right - left > THIN) rules.across.push({ at: (low + high) / 2, from: left, to: right });
  else if (right - left < THIN && high - low > THIN) rules.down.push({ at: (left + right) / 2, from: low, to: high });
}

function addRule(rules: Rules, [x1, y1]: [number, number], [x2, y2]: [number, number]): void {
  const [wide, tall] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
  if (tall < 1 && wide > THIN) rules.across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
  else if (wide < 1 && tall > THIN) rules.down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
}

/** A cell that rules enclose; rows count from the top. */
export interface RuledCell {
  row: number;
  rowSpan: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export interface RuledTable {
  left: number;
  right: number;
  top: number;
  bottom: number;
  rows: number;
  cells: RuledCell[];
}

/** Values closer than a rule's width are one. */
export function clustered(values: readonly number[], near = NEAR): number[] {
  const groups: number[][] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group && value - (group.at(-1) ?? 0) < near) group.push(value);
    else groups.push([value]);
  }
  return groups.map((group) => group.reduce((a, b) => a + b, 0) / group.length);
}

/** The tables of a page, from the top. Rules that touch belong to one table. */
export function ruledTables(rules: Rules): RuledTable[] {
  return components(rules)
    .flatMap(({ across, down }) => tableOf(across, down) ?? [])
    .sort((a, b) => b.top - a.top);
}

function components({ across, down }: Rules): Rules[] {
  const groups: (Rules & { low: number; high: number })[] = [];
  // Rules going down hold a table together; those across join the group whose height they lie in.
  for (const rule of [...down].sort((a, b) => b.to - a.to)) {
    const group = groups.find((one) => rule.to >= one.low - NEAR && rule.from <= one.high + NEAR);
    if (group) {
      group.down.push(rule);
      group.low = Math.min(group.low, rule.from);
      group.high = Math.max(group.high, rule.to);
    } else groups.push({ across: [], down: [rule], low: rule.from, high: rule.to });
  }
  for (const rule of across) groups.find((one) => rule.at >= one.low - NEAR && rule.at <= one.high + NEAR)?.across.push(rule);
  return groups;
}

function tableOf(across: readonly Rule[], down: readonly Rule[]): RuledTable | null {
  const xs = clustered(down.map((rule) => rule.at));
  // A table that goes over to the next page is often drawn without its last or first rule: it ends where the others end.
  const drawn = clustered(across.map((rule) => rule.at));
  const ends = [Math.min(...down.map((rule) => rule.from)), Math.max(...down.map((rule) => rule.to))];
  const open = ends.filter((end) => drawn.every((at) => Math.abs(at - end) > 2 * THIN));
  const ys = [...drawn, ...open].sort((a, b) => b - a);
  if (xs.length < 2 || ys.length < 2) return null;
  const covers = (list: readonly Rule[], at: number, middle: number) =>
    list.some((rule) => Math.abs(rule.at - at) < NEAR && rule.from - NEAR <= middle && rule.to + NEAR >= middle);
  const rows = ys.length - 1;
  const columns = xs.length - 1;
  const taken = Array.from({ length: rows }, () => Array.from({ length: columns }, () => false));
  const middle = (list: readonly number[], at: number) => ((list[at] ?? 0) + (list[at + 1] ?? 0)) / 2;
  const cells: RuledCell[] = [];
  for (let r = 0; r < rows; r++)
    for (let c = 0; c < columns; c++) {
      if (taken[r]?.[c]) continue;
      let right = c + 1;
      while (right < columns && !covers(down, xs[right] ?? 0, middle(ys, r))) right += 1;
      let bottom = r + 1;
      while (bottom < rows && !covers(across, ys[bottom] ?? 0, middle(xs, c))) bottom += 1;
      for (let y = r; y < bottom; y++) for (let x = c; x < right; x++) (taken[y] as boolean[])[x] = true;
      cells.push({ row: r, rowSpan: bottom - r, left: xs[c] ?? 0, right: xs[right] ?? 0, top: ys[r] ?? 0, bottom: ys[bottom] ?? 0 });
    }
  return { left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0, rows, cells };
}
