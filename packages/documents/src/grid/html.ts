// A web page to a grid: tables with their spans, text between them as paragraphs.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { DocumentGrid } from './grid.ts';
import { GridBuilder, type TableCell, type TableRow } from './layout-table.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

const isElement = (node: Node): node is Element => 'tagName' in node;
const kids = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
const BLOCKS = new Set([
  'p',
  'div',
  'li',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'section',
  'article',
  'tr',
  'dd',
  'dt',
  'pre',
  'center',
  'header',
  'footer',
  'ul',
  'ol',
  'body',
  'main',
  'form',
  'blockquote',
]);
const LEFT_OUT = new Set(['script', 'style', 'head', 'noscript', 'template', 'select', 'del', 'nav']);

export const looksLikeHtml = (text: string): boolean =>
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype html|<html|<head|<body|<table|<div|<meta)\b/i.test(text.slice(0, 2000));

export function htmlGrid(text: string): DocumentGrid {
  const builder = new GridBuilder();
  let line = '';
  const flush = () => {
    for (const piece of line.split('\n')) if (piece.trim()) builder.paragraph(piece);
    line = '';
  };
  const walk = (node: Node): void => {
    if (!isElement(node)) {
      if (node.nodeName === '#text') line += flat((node as DefaultTreeAdapterTypes.TextNode).value);
      for (const kid of kids(node)) walk(kid);
      return;
    }
    if (LEFT_OUT.has(node.tagName)) return;
    if (node.tagName === 'table') {
      flush();
      table(node, builder);
      return;
    }
    if (node.tagName === 'br') line += '\n';
    const block = BLOCKS.has(node.tagName);
    if (block) flush();
    // A page may hold the form as text in <pre>: its line breaks and tabs count.
    if (node.tagName === 'pre') line += rawText(node);
    else for (const kid of kids(node)) walk(kid);
    if (block) flush();
  };
  walk(parse(text));
  flush();
  return { rows: builder.rows, trust: 'exact', lines: builder.lines };
}

const flat = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ');
const rawText = (node: Node): string =>
  node.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : kids(node).map(rawText).join('');
const spanOf = (element: Element, name: string): number =>
  Math.min(1000, Math.max(1, Number(element.attrs.find((one) => one.name === name)?.value) || 1));

/** Elements of a name below a node, not looking into inner tables. */
function within(node: Node, names: readonly string[]): Element[] {
  return kids(node).flatMap((kid) => {
    if (!isElement(kid)) return [];
    if (names.includes(kid.tagName)) return [kid];
    return kid.tagName === 'table' ? [] : within(kid, names);
  });
}

function table(node: Element, builder: GridBuilder): void {
  const rows = within(node, ['tr']).map((row) => within(row, ['td', 'th']));
  const inner = (cell: Element) => within(cell, ['table']);
  const frames =
    rows.some((row) => row.length) && rows.every((row) => row.every((cell) => inner(cell).length > 0 || paragraphs(cell).length === 0));
  if (!frames)
    builder.table(
      rows.map(
        (row): TableRow => ({
          cells: row.map(
            (cell): TableCell => ({ paragraphs: paragraphs(cell), colSpan: spanOf(cell, 'colspan'), rowSpan: spanOf(cell, 'rowspan') }),
          ),
        }),
      ),
    );
  else for (const text of rows.flatMap((row) => row.flatMap(paragraphs))) builder.paragraph(text);
  for (const cell of rows.flat()) for (const one of inner(cell)) table(one, builder);
}

function paragraphs(cell: Element): string[] {
  let text = '';
  const walk = (node: Node): void => {
    if (node.nodeName === '#text') text += flat((node as DefaultTreeAdapterTypes.TextNode).value);
    if (!isElement(node)) return;
    if (node.tagName === 'table' || LEFT_OUT.has(node.tagName)) return;
    if (node.tagName === 'br') text += '\n';
    const block = BLOCKS.has(node.tagName);
    if (block) text += '\n';
    for (const kid of kids(node)) walk(kid);
    if (block) text += '\n';
  };
  for (const kid of kids(cell)) walk(kid);
  return text
    .split('\n')
    .map((piece) => piece.trim())
    .filter(Boolean);
}
