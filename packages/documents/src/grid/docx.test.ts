// Our Word reader against mammoth, an independent one, and against the parts of OOXML that published files use.
import { strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { madeUp } from '../reading/testing/forms.ts';
import { docxOf, type Manner } from '../reading/testing/render.ts';
import { docxGrid } from './docx.ts';
import type { DocumentGrid } from './grid.ts';
import { htmlGrid } from './html.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"';
const TYPES =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>';
const RELATIONS =
  '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>';

const docxWith = (body: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(RELATIONS),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
  });
const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
const tc = (inner: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inner}</w:tc>`;
const tbl = (...rows: string[]) => `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`;

const grid = (bytes: Uint8Array): DocumentGrid => {
  const found = docxGrid(bytes);
  if (!found) throw new Error('no docx');
  return found;
};
/** Cells as text, place and width; the lower part of a merged cell with ^. */
const shape = (found: DocumentGrid) =>
  found.rows
    .filter((row) => row.table !== null)
    .map((row) => row.cells.map((cell) => `${cell.column}+${cell.colSpan}${cell.continues ? '^' : ''}${cell.text.replace(/\s+/g, '')}`));

describe('a Word table', () => {
  const manner: Manner = { columns: ['level1', 'level2', 'name', 'operator', 'value', 'unit', 'weight'], words: {}, sign: 'symbol' };
  it.each(Object.entries(madeUp))('has the cells, places and spans that mammoth finds (%s)', async (_, model) => {
    const bytes = await docxOf(model, manner);
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    expect(shape(grid(bytes))).toEqual(shape(htmlGrid(`<html><body>${value}</body></html>`)));
  });

  it('keeps columns below merged cells, with a gap before the row', () => {
    const bytes = docxWith(
      tbl(
        tc(p('甲'), '<w:vMerge w:val="restart"/>') + tc(p('乙'), '<w:gridSpan w:val="2"/>'),
        tc(p(''), '<w:vMerge/>') + tc(p('丙')) + tc(p('丁')),
        `<w:trPr><w:gridBefore w:val="1"/></w:trPr>${tc(p('戊'), '<w:gridSpan w:val="2"/>')}`,
      ),
    );
    expect(shape(grid(bytes))).toEqual([['0+1甲', '1+2乙'], ['0+1^甲', '1+1丙', '2+1丁'], ['1+2戊']]);
  });

  it('takes inserted text and content controls, leaves out what was deleted', () => {
    const bytes = docxWith(
      `${tbl(
        tc(
          '<w:p><w:ins><w:r><w:t>新</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>值</w:t></w:r></w:sdtContent></w:sdt></w:p>',
        ),
      )}<w:sdt><w:sdtContent>${tbl(`<w:sdt><w:sdtContent>${tc(p('控件里的格'))}</w:sdtContent></w:sdt>`)}</w:sdtContent></w:sdt>`,
    );
    expect(shape(grid(bytes))).toEqual([['0+1新值'], ['0+1控件里的格']]);
  });

  it('reads a table inside a frame as a table, and signs of the Symbol font', () => {
    const bytes = docxWith(
      tbl(tc(tbl(tc(p('内')) + tc('<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r></w:p>')) + p(''))),
    );
    expect(shape(grid(bytes))).toEqual([['0+1内', '1+1≥5']]);
  });

  it('is none where the file is cut off, another zip, or no zip', () => {
    const whole = docxWith(p('x'));
    expect(docxGrid(whole.slice(0, whole.length / 2))).toBeNull();
    expect(docxGrid(zipSync({ 'a.txt': strToU8('a') }))).toBeNull();
    expect(docxGrid(strToU8('not a zip'))).toBeNull();
  });
});
