// What is no document, and what holds no form, is refused with the file's name; the rest is told apart by content.
import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { gridOf, readDocument } from './read-document.ts';
import { madeUp } from './reading/testing/forms.ts';
import { docxOf, type Manner, textForms, xlsxOf } from './reading/testing/render.ts';

const text = (content: string) => new TextEncoder().encode(content);
const manner: Manner = { columns: ['level1', 'level2', 'name', 'value', 'weight'], words: {}, sign: 'symbol' };

const bad: [string, Uint8Array, string, string][] = [
  ['an empty file', new Uint8Array(), 'a.docx', 'reading.empty'],
  ['white space', text(' \n\t\n'), 'a.txt', 'reading.empty'],
  ['text called docx', text('只是改了名字的文本'), 'a.docx', 'reading.not-a-docx'],
  ['text called xlsx', text('只是改了名字的文本'), 'a.xlsx', 'reading.not-an-xlsx'],
  ['text called pdf', text('只是改了名字的文本'), 'a.pdf', 'reading.not-a-pdf'],
  ['another zip called docx', zipSync({ 'x.txt': text('x') }), 'a.docx', 'reading.not-a-docx'],
  ['a broken pdf', text('%PDF-1.7\n1 0 obj'), 'a.pdf', 'reading.not-a-pdf'],
  ['bytes that are no text', Uint8Array.from([0xff, 0x00, 0x9f, 0x01, 0x02, 0x80]), 'a.txt', 'reading.undecodable'],
  ['a letter', text('各科室：\n请于周五前报送材料。'), 'a.txt', 'reading.no-form'],
];

describe('what cannot be read', () => {
  it.each(bad)('%s', async (_, bytes, name, code) => {
    const outcome = await readDocument(bytes, name);
    expect(outcome).toMatchObject({ ok: false, issues: [{ code, severity: 'error', file: name }] });
  });
  it('a Word file cut off in the middle', async () => {
    const whole = await docxOf(madeUp.project, manner);
    expect(await readDocument(whole.slice(0, whole.length * 0.6), 'a.docx')).toMatchObject({
      ok: false,
      issues: [{ code: 'reading.not-a-docx' }],
    });
  });
  it('a workbook cut off in the middle', async () => {
    const whole = await xlsxOf(madeUp.project, manner);
    expect(await readDocument(whole.slice(0, whole.length * 0.6), 'a.xlsx')).toMatchObject({
      ok: false,
      issues: [{ code: 'reading.not-an-xlsx' }],
    });
  });
});

describe('the kind of a document', () => {
  it('is told by content, not by name', async () => {
    const model = madeUp.project;
    for (const [bytes, name] of [
      [await docxOf(model, manner), 'form.bin'],
      [await xlsxOf(model, manner), 'form'],
      [text(`\uFEFF${textForms.tabs?.(model, manner)}`), 'form.docx.txt'],
      [iconv.encode(textForms.bars?.(model, manner) ?? '', 'utf16le', { addBOM: true }), 'form.txt'],
      [text((textForms.commas?.(model, manner) ?? '').replace(/\n/g, '\r\n')), 'form.csv'],
    ] as const) {
      const outcome = await readDocument(bytes, name);
      expect(outcome.ok && outcome.value.document.projects.map((project) => project.indicators.length)).toEqual([model.rows.length]);
    }
  });
});

describe('damaged text', () => {
  const whole = text(textForms.tabs?.(madeUp.project, manner) ?? '');
  it('cut off in the middle of a letter is read as far as it goes, and says so', async () => {
    const end = whole.findLastIndex((byte) => byte >= 0xe0) + 1;
    const outcome = await readDocument(whole.slice(0, end), 'form.txt');
    expect(outcome.ok && outcome.value.document.projects[0]?.indicators.length).toBeGreaterThanOrEqual(madeUp.project.rows.length - 1);
    expect(outcome.ok && outcome.value.document.warnings.map((warning) => warning.code)).toContain('broken-letters');
  });
  it('in GB18030 is not taken for damaged UTF-8', async () => {
    const outcome = await readDocument(iconv.encode(textForms.tabs?.(madeUp.project, manner) ?? '', 'gb18030'), 'form.txt');
    expect(outcome.ok && outcome.value.document.org).toBe('云溪市医疗保障局');
  });
});

describe('a workbook', () => {
  it('gives the cells, spans and texts that exceljs, an independent reader, finds', async () => {
    const bytes = await xlsxOf(madeUp.overall, manner);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    const ours = await gridOf(bytes, 'form.xlsx');
    if (!ours.ok || !sheet) throw new Error('unread');
    for (const row of ours.value.rows)
      for (const cell of row.cells) {
        const theirs = sheet.getCell(row.line, cell.column + 1);
        const shown = theirs.numFmt === '0%' ? `${Math.round(Number(theirs.master.value) * 100)}%` : String(theirs.master.value ?? '');
        expect(cell.text).toBe(shown);
        expect(cell.continues === true).toBe(theirs.isMerged && theirs.master.row !== theirs.row);
      }
  });
  it('reads forms on several sheets apart', async () => {
    const { sheets } = { sheets: [madeUp.project, madeUp.transfer] };
    const book = new ExcelJS.Workbook();
    for (const model of sheets) {
      const one = new ExcelJS.Workbook();
      await one.xlsx.load((await xlsxOf(model, manner)).buffer as ArrayBuffer);
      const added = book.addWorksheet(model.name);
      one.worksheets[0]?.eachRow((row) => added.addRow((row.values as unknown[]).slice(1)));
    }
    const outcome = await readDocument(new Uint8Array((await book.xlsx.writeBuffer()) as ArrayBuffer), 'forms.xlsx');
    expect(outcome.ok && outcome.value.document.projects.map((project) => [project.name, project.kind, project.indicators.length])).toEqual(
      [
        [madeUp.project.name, 'project', 7],
        [madeUp.transfer.name, 'regional-transfer', 7],
      ],
    );
  });
});
