// Forms as a Word file: A4, 仿宋 and 黑体 by name with fallbacks, page numbers, heads that repeat, a block to sign.
import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  PageOrientation,
  Paragraph,
  SectionType,
  type Table,
  TableRow,
  TextRun,
} from 'docx';
import { cell, fonts, footer, formMargin, gap, page, small, table } from '../evaluation/parts.ts';
import { withFontFallbacks } from './font-fallbacks.ts';
import type { FormCell, FormSheet, FormTable } from './sheet.ts';

const drawn = ({ text, across, down, label, left }: FormCell) =>
  cell({
    lines: text.split('\n'),
    size: 19,
    font: label ? 'head' : 'body',
    ...(left ? {} : { centre: true }),
    ...(across ? { across } : {}),
    ...(down && down > 1 ? { down } : {}),
  });

/** A row with long text may go over a page; the others stay whole. */
const mayBreak = (row: readonly FormCell[]) => row.some((one) => one.text.length > 400);

function drawnTable({ rows, headRows = 0 }: FormTable, widths: readonly number[], width: number): Table {
  return table(
    widths,
    rows.map(
      (row, index) =>
        new TableRow({
          children: row.map(drawn),
          tableHeader: index < headRows,
          cantSplit: !mayBreak(row),
          height: { value: 400, rule: 'atLeast' },
        }),
    ),
    width,
  );
}

function section(sheet: FormSheet) {
  const { landscape = false } = sheet;
  const margin = { ...formMargin };
  // The library swaps the sides of a landscape page by itself.
  const width = (landscape ? page.height : page.width) - margin.left - margin.right;
  const line = (text: string, alignment: (typeof AlignmentType)[keyof typeof AlignmentType]) => small(text, alignment);
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { width: page.width, height: page.height, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin,
      },
    },
    footers: { default: footer },
    children: [
      new Paragraph({
        heading: HeadingLevel.HEADING_2,
        alignment: AlignmentType.CENTER,
        spacing: { after: 60 },
        children: [new TextRun({ text: sheet.title, size: 36, font: fonts.title, color: '000000' })],
      }),
      ...(sheet.subtitle ? [line(sheet.subtitle, AlignmentType.CENTER)] : []),
      ...sheet.above.map((text) => line(text, AlignmentType.LEFT)),
      line(`单位：${sheet.unit}`, AlignmentType.RIGHT),
      ...sheet.tables.flatMap((one) => [drawnTable(one, sheet.widths, width), gap()]),
      ...sheet.sign.map((text) => line(text, AlignmentType.LEFT)),
    ],
  };
}

/** One section a form; each begins on a page of its own. */
export async function writeFormsDocx(sheets: readonly FormSheet[], title: string): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: '衡鉴',
    styles: { default: { document: { run: { font: fonts.body, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: sheets.map(section),
  });
  return withFontFallbacks(new Uint8Array(await Packer.toBuffer(document)));
}
