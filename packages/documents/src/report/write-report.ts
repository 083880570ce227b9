// A report of sections, sentences and tables as a Word document in the look of official papers.
import type { Language, Report, ReportTable } from '@hengjian/domain';
import { AlignmentType, Document, Footer, NumberFormat, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import { convertByLibreOffice } from '../container/libre-office.ts';
import { body, caption, fonts, gap, heading, page, row, table, textWidth } from '../evaluation/parts.ts';
import { withFontFallbacks } from '../form/font-fallbacks.ts';

/** Part of the table's width that bars take, and the length of a full one: the column without its margins, in pixels of 15 twips. */
const BARS = 0.6;
const BAR = Math.floor((textWidth * BARS - 2 * 60) / 15);
const BAR_HEIGHT = 9;
const SHORT = 14;
const centred = (text: string, size: number, bold: boolean): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before: 0, after: 160 },
    children: [new TextRun({ text, size, font: fonts.title, bold })],
  });
const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: 21, font: fonts.table })],
    }),
  ],
});

/** Characters a text is wide: those of the East take two. */
const wide = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e7f ? 2 : 1), 0);
const MOST_WIDE = 40;
/** Half a character of the East in the size of tables, in twips. */
const SIGN = 100;
const isNumber = (text: string): boolean => /^[-+]?[\d,.]+%?$|^—$/.test(text);

function tableOf({ title, heads, rows, bars }: ReportTable): (Paragraph | Table)[] {
  const needs = heads.map((head, i) => SIGN * Math.min(MOST_WIDE, 3 + Math.max(wide(head), ...rows.map((cells) => wide(cells[i] ?? '')))));
  const left = Math.round(textWidth * (bars ? 1 - BARS : 1));
  const spare = left - needs.reduce((sum, need) => sum + need, 0);
  // What is left over is the first column's, so that columns of numbers stand below each other from table to table.
  const widths = [...needs.map((need, i) => (spare > 0 && i === 0 ? need + spare : need)), ...(bars ? [textWidth - left] : [])];
  // A short table is not torn over two pages.
  const whole = rows.length <= SHORT;
  return [
    caption(title),
    table(widths, [
      row(
        [...heads, ...(bars ? [''] : [])].map((text) => ({ text, head: true })),
        { header: true, keep: whole },
      ),
      ...rows.map((cells, i) =>
        row(
          [
            ...cells.map((text, column) => ({ text, right: column > 0 && isNumber(text) })),
            ...(bars
              ? [
                  {
                    bar: { parts: [{ share: bars[i] ?? 0, tone: 'good' as const }], width: BAR, height: BAR_HEIGHT, told: cells.join(' ') },
                  },
                ]
              : []),
          ],
          { keep: whole && i < rows.length - 1 },
        ),
      ),
    ]),
    gap(6),
  ];
}

/** Faces tell titles from text in Chinese, weight in English. */
export async function writeReport(report: Report, language: Language): Promise<Uint8Array> {
  const bold = language === 'en';
  const document = new Document({
    title: `${report.title} ${report.subtitle}`,
    creator: '衡鉴',
    styles: { default: { document: { run: { font: fonts.table, size: 21, language: { value: 'en-US', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: page.margin,
            pageNumbers: { start: 1, formatType: NumberFormat.DECIMAL },
          },
        },
        footers: { default: footer },
        children: [
          centred(report.title, 44, bold),
          centred(report.subtitle, 32, false),
          ...report.sections.flatMap(({ heading: title, sentences, tables }) => [
            heading(title, bold),
            ...sentences.map(body),
            ...tables.flatMap(tableOf),
          ]),
        ],
      },
    ],
  });
  return withFontFallbacks(new Uint8Array(await Packer.toBuffer(document)));
}

/** The same as PDF, where LibreOffice is installed; null where it is not, or fails. */
export async function pdfOf(docx: Uint8Array): Promise<Uint8Array | null> {
  const made = await convertByLibreOffice(docx, 'docx', 'pdf');
  return made.ok ? made.bytes : null;
}
