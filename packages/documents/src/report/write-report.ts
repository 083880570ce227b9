// A report of sections, sentences and tables as a Word document in the look of official papers.
import type { Report, ReportTable } from '@hengjian/domain';
import { AlignmentType, Document, Footer, NumberFormat, Packer, PageNumber, Paragraph, type Table, TextRun } from 'docx';
import { convertByLibreOffice } from '../container/libre-office.ts';
import { body, caption, fonts, gap, heading, page, row, table, textWidth } from '../evaluation/parts.ts';
import { withFontFallbacks } from '../form/font-fallbacks.ts';

const BAR = 220;
const centred = (text: string, size: number, before: number): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after: 160 },
    children: [new TextRun({ text, size, font: fonts.title })],
  });
const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: 21, font: fonts.table })],
    }),
  ],
});

function tableOf({ title, heads, rows, bars }: ReportTable): (Paragraph | Table)[] {
  const names = [...heads, ...(bars ? [''] : [])];
  const first = Math.round(textWidth * (bars ? 0.2 : 0.34));
  const widths = names.map((_, i) =>
    i === 0
      ? first
      : bars && i === names.length - 1
        ? Math.round(textWidth * 0.55)
        : Math.round((textWidth - first - (bars ? textWidth * 0.55 : 0)) / (heads.length - 1)),
  );
  return [
    caption(title),
    table(widths, [
      row(
        names.map((text) => ({ text, head: true })),
        { header: true },
      ),
      ...rows.map((cells, i) =>
        row([
          ...cells.map((text, column) => ({ text, right: column > 0 })),
          ...(bars ? [{ bar: { parts: [{ share: bars[i] ?? 0, tone: 'good' as const }], width: BAR } }] : []),
        ]),
      ),
    ]),
    gap(6),
  ];
}

export async function writeReport(report: Report): Promise<Uint8Array> {
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
          centred(report.title, 44, 0),
          centred(report.subtitle, 32, 0),
          ...report.sections.flatMap(({ heading: title, sentences, tables }) => [
            heading(title),
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
