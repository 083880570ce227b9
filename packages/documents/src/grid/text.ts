// Plain text to a grid: separated columns (tab, |, comma, spaces, wide spaces) or one cell a line.
import { foldWidth, squeeze } from '@hengjian/domain';
import { csvRows } from './csv.ts';
import { type CellPart, cellOf, type DocumentGrid, type GridCell, type GridRow } from './grid.ts';

const HEADER_WORD =
  /(?:一级|二级|三级)指标|指标(?:名称|内容)|(?:年度|绩效)?指标值|评价内容|绩效目标(?=\s|$)|完成情况|完成值|权重|分值|度量单位/g;

type Separator = 'tab' | 'pipe' | 'comma' | 'wide-comma' | 'wide-space' | 'spaces' | 'space';

/** What stands between the header words of one line, or null where the line has fewer than two. */
function separatorOf(line: string): Separator | null {
  const words = [...line.matchAll(HEADER_WORD)];
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last || first === last || line.length > 400) return null;
  const between = line.slice(first.index + first[0].length, last.index);
  if (between.includes('\t')) return 'tab';
  if (/[|｜]/.test(between)) return 'pipe';
  if (between.includes(',')) return 'comma';
  if (between.includes('，')) return 'wide-comma';
  if (/ {2,}|\u3000 *\u3000/.test(between)) return 'spaces';
  if (between.includes('\u3000')) return 'wide-space';
  return /\s/.test(between) ? 'space' : null;
}

const SPLIT: Record<Exclude<Separator, 'pipe' | 'comma' | 'spaces'>, RegExp> = {
  tab: /\t/,
  'wide-comma': /，/,
  'wide-space': /\u3000/,
  space: /\s+/,
};

function cellsOf(texts: string[], line: number): GridCell[] {
  return texts.flatMap((text, column) => (text.trim() ? [cellOf(text.trim(), line, column)] : []));
}

function separated(lines: string[], separator: Separator): GridRow[] {
  // Excel writes a cell with a line break in quotes, also between tabs.
  const quoted = separator === 'comma' || (separator === 'tab' && /(?:^|\t)"[^"\t]*\n[^"\t]*"(?:\t|$)/m.test(lines.join('\n')));
  if (quoted)
    return csvRows(lines, separator === 'comma' ? ',' : '\t').map(({ line, cells }) => ({
      line,
      cells: cellsOf(cells, line),
      gap: 'hard',
      width: cells.length,
    }));
  // A bar at the edge of the table is no separator; whether there is one shows in the header.
  const header = lines.find((line) => separatorOf(foldHeader(line)) === 'pipe')?.trim() ?? '';
  const [left, right] = [/^[|｜]/.test(header), /[|｜]$/.test(header)];
  const { measure } = measureOf(lines);
  return lines.flatMap((text, index): GridRow[] => {
    const line = index + 1;
    if (separator === 'spaces') return [{ line, cells: spacedCells(text, line, measure), gap: 'hard' }];
    if (separator !== 'pipe') {
      const cells = text.split(SPLIT[separator]);
      return [{ line, cells: cellsOf(cells, line), gap: 'hard', width: cells.length }];
    }
    if (/^[\s|｜:+-]+$/.test(text)) return [];
    const bare = text
      .trim()
      .replace(left ? /^[|｜]/ : '', '')
      .replace(right ? /[|｜]$/ : '', '');
    const cells = bare.split(/[|｜]/);
    return [{ line, cells: cellsOf(cells, line), gap: 'hard', width: cells.length }];
  });
}

type Measure = (text: string) => number;
/** Two ways of counting columns: an editor gives a Chinese letter two, a converter of PDF one. */
const MEASURES: Measure[] = [
  (text) => [...text].reduce((sum, letter) => sum + (letter === '\t' ? 8 : letter > '\u2E7F' ? 2 : 1), 0),
  (text) => text.length,
];
/** A single space parts cells only before a sign with its figure. */
const GAPS = /[ \u3000]{2,}|\t|\u3000| (?=[≥≤≧≦<>=＝]\s*\d)/;

/** Narrow columns leave one space between the words of a header. */
const HEAD_WORD =
  /^(?:[\u4e00-\u9fff（）()]{0,6}指标[\u4e00-\u9fff]{0,3}|权重|分值|得分|[\u4e00-\u9fff]{0,6}完成值|[\u4e00-\u9fff]{0,4}单位|备注|性质)$/;
const headWords = (piece: string): string[] => {
  const words = piece.trim().split(' ');
  return words.length > 1 && words.every((word) => HEAD_WORD.test(word)) ? words : [piece];
};

/** Cells between wide gaps; their columns are the places they were printed at. */
function spacedCells(text: string, line: number, measure: Measure): GridCell[] {
  const cells: GridCell[] = [];
  let at = 0;
  for (const word of text.split(GAPS).flatMap(headWords)) {
    const start = text.indexOf(word, at);
    at = start + word.length;
    if (word.trim()) cells.push(cellOf(word.trim(), line, measure(text.slice(0, start)), measure(word)));
  }
  return cells;
}

/** The measure by which more cells begin where a cell of the header does, and their share. */
function measureOf(lines: readonly string[]): { measure: Measure; share: number } {
  const header = lines.findIndex((line) => separatorOf(foldHeader(line)) === 'spaces');
  const tried = MEASURES.map((measure) => {
    const stops = spacedCells(lines[header] ?? '', 0, measure).map((cell) => cell.column);
    const cells = lines.slice(header + 1, header + 60).flatMap((line) => spacedCells(line, 0, measure));
    const below = cells.filter((cell) => stops.some((stop) => Math.abs(stop - cell.column) <= 1));
    return { measure, share: below.length / Math.max(1, cells.length) };
  });
  return tried.sort((a, b) => b.share - a.share)[0] as { measure: Measure; share: number };
}

/** One row a cell; `gap` before it says how surely a new row of the table begins there. */
const single = (text: string, line: number, gap: number, parts?: CellPart[]): GridRow => ({
  line,
  gap,
  cells: [{ ...cellOf(text, line, 0), ...(parts && parts.length > 1 ? { parts } : {}) }],
});

/** 「产出指标 |」 cell by cell; a line of bars alone ends the row. Empty cells stay, so that tables keep their columns. */
function barredCells(lines: string[]): GridRow[] {
  const rows: GridRow[] = [];
  const lastBar = lines.findLastIndex((line) => /[|｜]\s*$/.test(line));
  let gap = 0;
  let open: CellPart[] = [];
  const close = (line: number) => {
    rows.push(single(open.map((part) => part.text).join('\n'), open[0]?.line ?? line, gap, open));
    gap = 0;
    open = [];
  };
  lines.forEach((raw, index) => {
    const text = raw.trim();
    const line = index + 1;
    if (/^[|｜]{2,}$/.test(text)) {
      if (open.length) close(line);
      gap = 8;
    } else if (/[|｜]$/.test(text)) {
      for (const piece of text.slice(0, -1).split(/[|｜]/)) {
        if (piece.trim()) open.push({ text: piece.trim(), line });
        close(line);
      }
    } else if (text) {
      // Lines outside the table have no bar; inside a cell they are its next paragraph.
      if (rows.length > 0 && index < lastBar) open.push({ text, line });
      else rows.push(single(text, line, 8));
    }
  });
  if (open.length) close(lines.length);
  return rows;
}

/** Cells that each begin with a tab; a line without one continues the cell above, a single empty line ends the row. */
function tabbedCells(lines: string[]): GridRow[] {
  const rows: GridRow[] = [];
  let blanks = 0;
  let inCell = false;
  lines.forEach((raw, index) => {
    const line = index + 1;
    const text = raw.trim();
    if (!text && !raw.startsWith('\t')) {
      blanks += 1;
      return;
    }
    const last = rows.at(-1)?.cells[0];
    if (raw.startsWith('\t')) {
      // Two empty lines are empty paragraphs of the cell, one is the end of the row.
      rows.push(single(text, line, !inCell || blanks === 1 ? 6 : blanks > 1 ? 0.5 : 0));
      inCell = true;
    } else if (inCell && last && blanks < 4 && !endsTable(text)) {
      last.parts = [...(last.parts ?? [{ text: last.text, line: last.line }]), { text, line }].filter((part) => part.text);
      last.text = last.parts.map((part) => part.text).join('\n');
    } else {
      rows.push(single(text, line, 6));
      inCell = false;
    }
    blanks = 0;
  });
  return rows;
}
const endsTable = (text: string): boolean => /^(?:填报人|填表人|制表人)/.test(squeeze(text));

/** Lines as cells. What stands wholly in brackets explains the cell above it. */
function bareLines(lines: string[]): GridRow[] {
  const rows: GridRow[] = [];
  let blank = false;
  lines.forEach((raw, index) => {
    const text = raw.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
    const last = rows.at(-1)?.cells[0];
    if (!text) blank = true;
    else if (last && text.length > 6 && /^[（(](?!\s*20\d\d)[^（）()]*[）)]$/.test(text)) {
      last.parts = [...(last.parts ?? [{ text: last.text, line: last.line }]), { text, line: index + 1 }];
      last.text = `${last.text}\n${text}`;
    } else {
      rows.push(single(text, index + 1, blank ? 0.5 : 0));
      blank = false;
    }
  });
  return rows;
}

/** Page numbers of a printed page: 「- 3 -」, 「第3页 共5页」, 「3/12」; a bare number only beside a form feed. */
const isPageNumber = (text: string, beside: string | undefined): boolean =>
  /^[-—–―·•]+\d{1,4}[-—–―·•]+$/.test(text) ||
  /^第?\d{1,4}页(?:[,，/]?共\d{1,4}页)?$/.test(text) ||
  /^第[一二三四五六七八九十]+页$/.test(text) ||
  /^Page\d+(?:of\d+)?$/i.test(text) ||
  (/^\d{1,4}$/.test(text) && (beside ?? '').includes('\f'));

/** The text without page numbers and form feeds; line numbers stay. */
function withoutPageMarks(lines: string[]): string[] {
  return lines.map((line, index) => {
    const text = squeeze(line.replace(/\f/g, ''));
    const beside = line.includes('\f') ? line : `${lines[index + 1] ?? ''}${lines[index - 1] ?? ''}`;
    return isPageNumber(text, beside) ? '' : line.replace(/\f/g, '');
  });
}

/** Reads plain text as a grid. The separator is found from the header lines; without any, every line is a cell. */
export function textGrid(text: string): DocumentGrid {
  const raw = text.replace(/\r\n?/g, '\n').split('\n');
  const lines = withoutPageMarks(raw);
  const votes = new Map<Separator, number>();
  for (const line of lines) {
    const separator = separatorOf(foldHeader(line));
    if (separator) votes.set(separator, (votes.get(separator) ?? 0) + 1);
  }
  const chosen = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0];
  if (chosen === 'spaces') return { rows: separated(lines, chosen), trust: 'none', aligned: measureOf(lines).share > 0.6, lines: raw };
  if (chosen) return { rows: separated(lines, chosen), trust: chosen === 'space' ? 'none' : 'weak', lines: raw };
  const filled = lines.filter((line) => line.trim());
  const share = (test: (line: string) => boolean) => filled.filter(test).length / Math.max(1, filled.length);
  if (share((line) => /[|｜]\s*$/.test(line)) > 0.5) return { rows: barredCells(lines), trust: 'none', lines: raw };
  if (share((line) => /^[|｜][^|｜]*$/.test(line)) > 0.3)
    return { rows: tabbedCells(lines.map((line) => line.replace(/^[|｜]/, '\t'))), trust: 'none', lines: raw };
  if (share((line) => line.startsWith('\t')) > 0.3) return { rows: tabbedCells(lines), trust: 'none', lines: raw };
  return { rows: bareLines(lines), trust: 'none', lines: raw };
}
/** Widths folded except the wide space and comma, which may be the separator. */
const foldHeader = (line: string): string => line.replace(/[^\u3000，｜]+/g, (part) => foldWidth(part));

/** Every word a cell: a page that was flattened into long lines, its cells parted by single spaces. */
export function wordGrid(text: string): DocumentGrid {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const rows = lines.flatMap((line, index) =>
    line
      .split(/[\s\u3000]+/)
      .filter(Boolean)
      .map((word) => single(word, index + 1, 0)),
  );
  return { rows, trust: 'none', lines };
}
