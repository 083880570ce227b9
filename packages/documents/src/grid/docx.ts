// Word to a grid: gridSpan and vMerge become spans, deleted text is left out, inserted text and content controls count,
// a table inside a cell is read as a table of its own.

import { strFromU8, unzipSync } from 'fflate';
import { attribute, parseXml, type XmlNode } from '../container/xml.ts';
import type { DocumentGrid } from './grid.ts';
import { GridBuilder, type TableCell, type TableRow } from './layout-table.ts';

type Node = XmlNode;

const MOST_BYTES = 200_000_000;
/** Looks and numbering of runs and paragraphs: most of a file, nothing of what it says. */
const UNREAD = new Set(['w:rPr', 'w:pPr', 'w:sectPr', 'w:tblPr', 'w:tblGrid', 'w:tcBorders']);

/** The grid of a docx, or null where the bytes are none. */
export function docxGrid(bytes: Uint8Array): DocumentGrid | null {
  const body = bodyOf(bytes);
  if (!body) return null;
  const builder = new GridBuilder();
  blocks(body, builder);
  return { rows: builder.rows, trust: 'exact', lines: builder.lines };
}

function bodyOf(bytes: Uint8Array): Node[] | null {
  try {
    const parts = unzipSync(bytes, { filter: (file) => file.name === 'word/document.xml' && file.originalSize < MOST_BYTES });
    const xml = parts['word/document.xml'];
    if (!xml) return null;
    const root = parseXml(strFromU8(xml), UNREAD)?.find((node) => tagOf(node) === 'w:document');
    const body = root ? children(root).find((node) => tagOf(node) === 'w:body') : undefined;
    return body ? children(body) : null;
  } catch {
    return null; // not a zip, or cut off in the middle
  }
}

const tagOf = (node: Node): string => node.tag;
const children = (node: Node): Node[] => node.children;

/** Containers that hold what their content holds: content controls, insertions, custom XML, alternate content. */
const CONTAINERS = new Set([
  'w:sdt',
  'w:sdtContent',
  'w:ins',
  'w:moveTo',
  'w:customXml',
  'w:smartTag',
  'mc:AlternateContent',
  'mc:Choice',
  'w:hyperlink',
  'w:fldSimple',
]);
const LEFT_OUT = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:sdtPr',
  'w:sdtEndPr',
  'w:rPr',
  'w:pPr',
  'w:instrText',
  'w:delText',
  'w:footnoteReference',
  'w:commentReference',
]);

/** Children with containers opened, in order. */
const opened = (nodes: readonly Node[]): Node[] =>
  nodes.flatMap((node) => (LEFT_OUT.has(tagOf(node)) ? [] : CONTAINERS.has(tagOf(node)) ? opened(children(node)) : [node]));

function blocks(nodes: readonly Node[], builder: GridBuilder): void {
  for (const node of opened(nodes)) {
    const tag = tagOf(node);
    if (tag === 'w:p') {
      builder.paragraph(textOf(children(node)));
      for (const box of textBoxes(children(node))) blocks(box, builder);
    } else if (tag === 'w:tbl') table(node, builder);
  }
}

interface RawCell {
  paragraphs: string[];
  colSpan: number;
  merge: 'restart' | 'continue' | null;
  inner: Node[];
}
interface RawRow {
  skip: number;
  cells: RawCell[];
}

function table(node: Node, builder: GridBuilder): void {
  const rows = opened(children(node))
    .filter((row) => tagOf(row) === 'w:tr' && !isDeletedRow(row))
    .map(rawRow);
  // A table that only frames others is no table of its own.
  const frames = rows.every((row) => row.cells.length === 1 && row.cells[0]?.inner.length);
  if (!frames) builder.table(laidOut(rows));
  else
    for (const paragraph of rows.flatMap((row) => row.cells.flatMap((cell) => cell.paragraphs)))
      if (paragraph.trim()) builder.paragraph(paragraph);
  for (const inner of rows.flatMap((row) => row.cells.flatMap((cell) => cell.inner))) table(inner, builder);
}

const isDeletedRow = (row: Node): boolean =>
  children(row).some((part) => tagOf(part) === 'w:trPr' && children(part).some((one) => tagOf(one) === 'w:del'));

function rawRow(row: Node): RawRow {
  const properties = children(row).find((part) => tagOf(part) === 'w:trPr');
  const before = properties && children(properties).find((one) => tagOf(one) === 'w:gridBefore');
  const cells = opened(children(row))
    .filter((cell) => tagOf(cell) === 'w:tc')
    .map((cell): RawCell => {
      const content = opened(children(cell));
      const own = content.find((part) => tagOf(part) === 'w:tcPr');
      const property = (name: string) => own && children(own).find((one) => tagOf(one) === name);
      const merge = property('w:vMerge');
      return {
        paragraphs: content.filter((part) => tagOf(part) === 'w:p').flatMap((part) => textOf(children(part)).split('\n')),
        colSpan: Number(attribute(property('w:gridSpan'), 'w:val') ?? 1) || 1,
        merge: merge ? (attribute(merge, 'w:val') === 'restart' ? 'restart' : 'continue') : null,
        inner: content.filter((part) => tagOf(part) === 'w:tbl'),
      };
    });
  return { skip: Number(attribute(before, 'w:val') ?? 0) || 0, cells };
}

/** vMerge chains become row spans. A continuation without a beginning (a cut table) begins one. */
function laidOut(rows: readonly RawRow[]): TableRow[] {
  const out: TableRow[] = [];
  const open = new Map<number, TableCell>();
  for (const row of rows) {
    let column = row.skip;
    const made: TableRow = { skip: row.skip, cells: [] };
    for (const cell of row.cells) {
      const above = open.get(column);
      if (cell.merge === 'continue' && above && above.colSpan === cell.colSpan) {
        above.rowSpan += 1;
      } else {
        const fresh: TableCell = { paragraphs: cell.paragraphs, colSpan: cell.colSpan, rowSpan: 1 };
        made.cells.push(fresh);
        for (let at = column; at < column + cell.colSpan; at++) open.delete(at);
        if (cell.merge) open.set(column, fresh);
      }
      column += cell.colSpan;
    }
    out.push(made);
  }
  return out;
}

/** Symbol font: the signs that Word writes as characters of that font. */
const SYMBOLS: Record<string, string> = { F0B3: '≥', F0A3: '≤', F0B4: '×', F025: '%', F0B1: '±', F03D: '=', F03C: '<', F03E: '>' };

function textOf(nodes: readonly Node[]): string {
  return opened(nodes)
    .map((node): string => {
      const tag = tagOf(node);
      if (tag === '') return '';
      if (tag === 'w:t' || tag === 'm:t')
        return children(node)
          .map((part) => part.text)
          .join('');
      if (tag === 'w:tab') return '\t';
      if (tag === 'w:br' || tag === 'w:cr') return '\n';
      if (tag === 'w:noBreakHyphen') return '-';
      if (tag === 'w:sym') return SYMBOLS[(attribute(node, 'w:char') ?? '').toUpperCase()] ?? '';
      if (tag === 'w:drawing' || tag === 'w:pict') return '';
      return textOf(children(node));
    })
    .join('');
}

/** Text boxes float; their text follows the paragraph they hang on. */
function textBoxes(nodes: readonly Node[]): Node[][] {
  return opened(nodes).flatMap((node) => (tagOf(node) === 'w:txbxContent' ? [children(node)] : textBoxes(children(node))));
}
