// Writes a PDF as a printing program would: text piece by piece, the table's borders as lines, a page break inside the table.
import type { FormModel } from './forms.ts';
import { headOf, type Manner, tableOf } from './render.ts';

const LETTER = 10;
const ROW = 14;

const hex = (text: string): string => [...text].map((c) => (c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
const textAt = (x: number, y: number, text: string): string => `BT /F1 ${LETTER} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET\n`;
const lineFrom = (x1: number, y1: number, x2: number, y2: number): string => `${x1} ${y1} m ${x2} ${y2} l S\n`;

/** Text broken into lines as wide as the cell. */
function wrapped(text: string, width: number): string[] {
  const letters = [...text];
  const most = Math.max(1, Math.floor(width / LETTER) - 1);
  const lines: string[] = [];
  for (let at = 0; at < letters.length; at += most) lines.push(letters.slice(at, at + most).join(''));
  return lines.length ? lines : [''];
}

interface Row {
  cells: { text: string | null; from: number; to: number }[];
}

/** A form on pages with room for `perPage` rows; merged cells have no rule between their rows, and their text stands at the top. */
export function pdfOf(model: FormModel, manner: Manner, perPage = 9): Uint8Array {
  const { head, body } = tableOf(model, manner);
  const edges = head.map((_, at) => 40 + at * 75);
  edges.push(40 + head.length * 75);
  const rows: Row[] = [
    ...headOf(model).map(([label, value]) => ({
      cells: [
        { text: label, from: 0, to: 1 },
        { text: value, from: 1, to: head.length },
      ],
    })),
    { cells: head.map((text, at) => ({ text, from: at, to: at + 1 })) },
    ...body.map((row) => ({ cells: row.map((text, at) => ({ text, from: at, to: at + 1 })) })),
  ];
  const pages: string[] = [];
  for (let first = 0; first < rows.length; first += perPage) {
    let y = 780;
    let content =
      first === 0 ? textAt(200, 810, model.title) + textAt(40, 795, `单位：${model.unit}`) : textAt(200, 810, `- ${pages.length} -`);
    rows.slice(first, first + perPage).forEach((row, at) => {
      const texts = row.cells.map((cell) => wrapped(cell.text ?? '', (edges[cell.to] ?? 0) - (edges[cell.from] ?? 0)));
      const height = Math.max(...texts.map((lines) => lines.length)) * ROW;
      row.cells.forEach((cell, index) => {
        const [left, right] = [edges[cell.from] ?? 0, edges[cell.to] ?? 0];
        if (cell.text !== null || at === 0) content += lineFrom(left, y, right, y);
        content += lineFrom(left, y, left, y - height) + lineFrom(right, y, right, y - height);
        texts[index]?.forEach((line, n) => {
          if (line) content += textAt(left + 3, y - 11 - n * ROW, line);
        });
      });
      y -= height;
    });
    content += lineFrom(edges[0] ?? 0, y, edges.at(-1) ?? 0, y);
    pages.push(content);
  }
  return assembled(pages);
}

function assembled(pages: readonly string[]): Uint8Array {
  const cmap =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end';
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, at) => `${6 + at * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >> >>',
    stream(cmap),
    ...pages.flatMap((content, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 800 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + at * 2} 0 R >>`,
      stream(content),
    ]),
  ];
  let out = '%PDF-1.7\n';
  const offsets = objects.map((object, at) => {
    const offset = out.length;
    out += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return new TextEncoder().encode(out);
}
