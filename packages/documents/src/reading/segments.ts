// Cutting a document into forms: a title or the label of a name begins one; what repeats on a new page does not.
import type { FormLayout } from '@hengjian/catalog';
import { asPrinted, squeeze } from '@hengjian/domain';
import type { DocumentGrid } from '../grid/grid.ts';
import { type Header, LAYOUTS } from './headers.ts';
import { filled } from './tokens.ts';
import { isLabel } from './words.ts';

export interface FormSegment {
  from: number;
  to: number;
  title: string | null;
  headers: Header[];
  layout: FormLayout;
  layoutId: string;
  /** Rows that only repeat the title on a later page. */
  repeats: Set<number>;
}

const NAME_LABELS = [...new Set(LAYOUTS.flatMap(([, layout]) => layout.nameLabels ?? []))];
const HEAD_LABELS = [...new Set(LAYOUTS.flatMap(([, layout]) => [...(layout.nameLabels ?? []), ...layout.orgLabels]))];
const TITLE = /绩效(?:目标|自评|评价|监控|运行监控).{0,20}(?:表|报告)$/;

const OWN_TITLES = LAYOUTS.flatMap(([, layout]) => layout.titles.map((pattern) => new RegExp(`(?:${pattern})$`)));

const titleText = (text: string): string =>
  squeeze(text)
    .replace(/[（(](?:\d{4}|续|[^（）()]*年度?)[^（）()]*[）)]$/, '')
    .replace(/^(?:附件|附表|表)\d*[-\d]*[:：]?/, '');

/** The title of a form, or null. An item of a list of attachments (3. …表) is none. */
export function titleOf(text: string): string | null {
  if (text.length > 120) return null;
  const plain = titleText(text);
  if (plain.length < 6 || plain.length > 50 || /^\d+[.、]|^[一二三四五六七八九十]+、|《/.test(plain)) return null;
  return OWN_TITLES.some((pattern) => pattern.test(plain)) || TITLE.test(plain) ? plain : null;
}

const hasLabel = (grid: DocumentGrid, row: number, labels: readonly string[]): boolean =>
  filled(grid.rows[row]).some((cell) => {
    const [label = ''] = cell.text.split(/[:：]/);
    return isLabel(cell.text, labels) || isLabel(label, labels);
  });

function layoutFor(grid: DocumentGrid, from: number, headers: readonly Header[], to: number): { id: string; layout: FormLayout } | null {
  const head = squeeze(
    grid.rows
      .slice(from, to)
      .flatMap((row) => filled(row).map((cell) => cell.text.slice(0, 120)))
      .join('|'),
  );
  const title = grid.rows.slice(from, headers[0]?.from ?? to).flatMap((row) => filled(row).flatMap((cell) => titleOf(cell.text) ?? []));
  const possible = (headers[0]?.readings ?? []).filter(({ layout }) => layout.needs?.some((word) => head.includes(word)) ?? true);
  const scored = possible.map(({ id, layout, columns }) => {
    const titled = layout.titles.findIndex((pattern) => title.some((text) => new RegExp(pattern).test(text)));
    const marks = layout.marks.filter((mark) => head.includes(squeeze(mark))).length;
    const own = columns.filter((column) => column.role !== 'ignored' && column.role !== 'wrapper').length;
    // Nothing speaks for a whole department unless something does.
    const named = layout.nameLabels
      ? layout.nameLabels.some((label) => head.includes(label))
        ? 2
        : -2
      : titled < 0 && marks === 0
        ? -4
        : 0;
    return { id, layout, score: (titled >= 0 ? 6 : 0) + marks + own * 0.5 + layout.required.length * 0.7 + named };
  });
  return scored.sort((a, b) => b.score - a.score)[0] ?? null;
}

/** The forms of a document in order. Rows outside any form (a notice's text) belong to none. */
export function segmentsOf(grid: DocumentGrid, headers: readonly Header[]): FormSegment[] {
  const starts: { row: number; title: string | null }[] = [{ row: 0, title: null }];
  const repeats = new Set<number>();
  const headerIn = (from: number, to: number) => headers.some((header) => header.from >= from && header.from < to);
  for (let row = 0; row < grid.rows.length; row++) {
    const cells = filled(grid.rows[row]);
    const last = starts.at(-1) as { row: number; title: string | null };
    const title = cells.length === 1 ? titleOf(cells[0]?.text ?? '') : null;
    if (row > last.row && grid.rows[row]?.section !== grid.rows[row - 1]?.section && headerIn(last.row, row)) {
      starts.push({ row, title });
      continue;
    }
    if (title) {
      const next = headers.find((header) => header.from > row)?.from ?? grid.rows.length;
      let fresh = !headerIn(last.row, row);
      for (let at = row + 1; at < next && !fresh; at++) fresh = hasLabel(grid, at, HEAD_LABELS);
      if (!fresh && title === last.title) repeats.add(row);
      else if (headerIn(last.row, row) && next < grid.rows.length) starts.push({ row, title });
      else if (!headerIn(last.row, row)) starts.push({ row, title });
      else repeats.add(row);
    } else if (headerIn(last.row, row) && hasLabel(grid, row, NAME_LABELS)) {
      starts.push({ row: withUnitLine(grid, row), title: null });
    }
  }
  return starts.flatMap(({ row, title }, index) => {
    const to = starts[index + 1]?.row ?? grid.rows.length;
    const own = headers.filter((header) => header.from >= row && header.from < to);
    const from = index === 1 && !headerIn(0, row) ? 0 : row;
    const chosen = own.length ? layoutFor(grid, from, own, to) : null;
    return chosen
      ? [{ from: row, to, title: title ? asPrinted(title) : null, headers: own, layout: chosen.layout, layoutId: chosen.id, repeats }]
      : [];
  });
}

/** 「单位:万元」 above a form without a title belongs to it. */
function withUnitLine(grid: DocumentGrid, row: number): number {
  for (let at = row - 1; at >= Math.max(0, row - 4); at--) {
    const [cell, ...more] = filled(grid.rows[at]);
    if (!cell) continue;
    return more.length === 0 && /^(?:金额)?单位[:：]/.test(squeeze(cell.text)) ? at : row;
  }
  return row;
}
