// The bricks of the report: fonts as official papers have them, table cells with spans, bars.
import {
  AlignmentType,
  BorderStyle,
  Footer,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { barPng, type Tone } from './bar.ts';

/** East Asian face first; Latin letters and digits in Times. */
export const face = (eastAsia: string) => ({ ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia });
export const fonts = { title: face('方正小标宋简体'), head: face('黑体'), body: face('仿宋'), table: face('宋体') };

/** A4 with the margins of official papers, in twentieths of a point. */
export const page = { width: 11906, height: 16838, margin: { top: 1587, bottom: 1417, left: 1417, right: 1417, header: 850, footer: 850 } };
export const textWidth = page.width - page.margin.left - page.margin.right;
/** Forms and the appendix take more of the sheet than text does. */
export const formMargin = { ...page.margin, top: 1080, bottom: 1020, left: 964, right: 964 };
export const formWidth = page.width - formMargin.left - formMargin.right;

/** A4 without margins, as a section wants it. */
export const sheet = { width: page.width, height: page.height };

/** The number of the page between dashes, as official papers have it. */
export const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24, font: fonts.table })],
    }),
  ],
});

const line = { style: BorderStyle.SINGLE, size: 4, color: '404040' };
const boxed = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };

/** Body text: 仿宋 三号, first line indented by two characters, line of 28 points. */
export const body = (text: string): Paragraph =>
  new Paragraph({
    spacing: { line: 560, lineRule: LineRuleType.EXACT },
    indent: { firstLine: 640 },
    children: [new TextRun({ text, size: 32, font: fonts.body })],
  });

export const heading = (text: string, bold = false): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_1,
    keepNext: true,
    spacing: { before: 200, after: 60, line: 560, lineRule: LineRuleType.EXACT },
    indent: { firstLine: 640 },
    children: [new TextRun({ text, size: 32, font: fonts.head, color: '000000', bold })],
  });

export const caption = (text: string): Paragraph =>
  new Paragraph({
    keepNext: true,
    alignment: AlignmentType.CENTER,
    spacing: { before: 160, after: 80 },
    children: [new TextRun({ text, size: 24, font: fonts.head })],
  });

export const formTitle = (text: string, newPage: boolean): Paragraph =>
  new Paragraph({
    heading: HeadingLevel.HEADING_2,
    keepNext: true,
    pageBreakBefore: newPage,
    alignment: AlignmentType.CENTER,
    spacing: { after: 60 },
    children: [new TextRun({ text, size: 32, font: fonts.title, color: '000000' })],
  });

export const small = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = AlignmentType.LEFT): Paragraph =>
  new Paragraph({ alignment, spacing: { before: 40, after: 40 }, children: [new TextRun({ text, size: 20, font: fonts.table })] });

/** Between two tables, and after the last: Word joins tables that touch, and a file must not end in one. `keep`: on one page with the next. */
export const gap = (points = 1, keep = false): Paragraph =>
  new Paragraph({
    keepNext: keep,
    spacing: { line: points * 20, lineRule: LineRuleType.EXACT },
    children: [new TextRun({ text: '', size: 2 })],
  });

export interface CellWish {
  text?: string;
  /** More than one paragraph. */
  lines?: string[];
  across?: number;
  down?: number;
  head?: boolean;
  centre?: boolean;
  right?: boolean;
  /** Half-points; 21 is 五号… */
  size?: number;
  /** Width and height on paper, in pixels; `told`: to those who do not see it. */
  bar?: { parts: readonly { share: number; tone: Tone }[]; width: number; height?: number; told?: string };
  bold?: boolean;
  /** 仿宋 of forms, 黑体 without the shading of a head; the table's own face unless said. */
  font?: 'head' | 'body';
  /** On one page with what follows. */
  keep?: boolean;
}

export function cell(wish: CellWish): TableCell {
  const { head, size = 19 } = wish;
  const told = wish.bar?.told;
  const alignment = head || wish.centre ? AlignmentType.CENTER : wish.right ? AlignmentType.RIGHT : AlignmentType.LEFT;
  const face = head ? fonts.head : wish.font ? fonts[wish.font] : fonts.table;
  const run = (text: string) => new TextRun({ text, size, font: face, ...(wish.bold ? { bold: true } : {}) });
  const children = wish.bar
    ? [
        new Paragraph({
          keepNext: wish.keep ?? false,
          children: [
            new ImageRun({
              type: 'png',
              data: barPng(wish.bar.parts),
              transformation: { width: wish.bar.width, height: wish.bar.height ?? 13 },
              altText: { name: '图', description: '完成情况条形图', title: '完成情况', ...(told && { description: told, title: told }) },
            }),
          ],
        }),
      ]
    : (wish.lines ?? [wish.text ?? '']).map((text) => new Paragraph({ alignment, keepNext: wish.keep ?? false, children: [run(text)] }));
  return new TableCell({
    children,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 20, bottom: 20, left: 60, right: 60 },
    ...(wish.across ? { columnSpan: wish.across } : {}),
    ...(wish.down ? { rowSpan: wish.down } : {}),
    ...(head ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDF1F6' } } : {}),
  });
}

export const row = (cells: CellWish[], options: { header?: boolean; height?: number; whole?: boolean; keep?: boolean } = {}): TableRow =>
  new TableRow({
    children: cells.map((one) => cell(options.keep ? { ...one, keep: true } : one)),
    tableHeader: options.header ?? false,
    // A row is not torn over two pages, except where its text is long (goals).
    cantSplit: options.whole ?? true,
    ...(options.height ? { height: { value: options.height, rule: 'atLeast' as const } } : {}),
  });

/** `widths` are parts of the table's width. */
export function table(widths: readonly number[], rows: TableRow[], width: number = textWidth): Table {
  const all = widths.reduce((a, b) => a + b, 0);
  const columns = widths.map((part) => Math.floor((part / all) * width));
  return new Table({
    width: { size: columns.reduce((a, b) => a + b, 0), type: WidthType.DXA },
    columnWidths: columns,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: boxed,
    rows,
  });
}
