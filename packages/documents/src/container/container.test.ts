// Files that are dangerous or need another program: a clear sentence, nothing half read.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import { writeForms } from '../form/write-forms.ts';
import { readDocument } from '../read-document.ts';
import { findLibreOffice } from './libre-office.ts';

const form = () =>
  writeForms({
    org: '云溪市医疗保障局',
    year: 2024,
    totals: { totalWan: null, basicWan: null, projectWan: null },
    projects: [
      {
        name: '基金监管经费',
        kind: 'project',
        budgetWan: 96.5,
        goals: ['查处违规，追回基金。'],
        indicators: [
          {
            level1: '产出指标',
            level2: '数量指标',
            name: '检查机构家数',
            operator: '≥',
            value: 80,
            unit: '家',
            weight: 50,
            actual: null,
            score: null,
            group: null,
            line: 0,
            repairs: [],
          },
        ],
      },
    ],
  });

describe('bombs and macros', () => {
  test('a document that unpacks to a hundred million zeros is not opened', async () => {
    const files = unzipSync(await form());
    const bomb = zipSync({ ...files, 'word/media/picture.bin': new Uint8Array(100_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1_000_000);
    const started = performance.now();
    expect(await readDocument(bomb, '表.docx')).toMatchObject({ ok: false, issues: [{ code: 'reading.zip-bomb' }] });
    expect(performance.now() - started).toBeLessThan(2_000);
    const book = zipSync(
      { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(100_000_000) },
      { level: 9 },
    );
    expect(await readDocument(book, '表.xlsx')).toMatchObject({ ok: false, issues: [{ code: 'reading.zip-bomb' }] });
  });
  test('macros are not run and are told; the tables are read', async () => {
    const files = unzipSync(await form());
    const outcome = await readDocument(zipSync({ ...files, 'word/vbaProject.bin': strToU8('Attribute VB_Name') }), '表.docm');
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
    expect(outcome.value.document.projects[0]?.indicators[0]).toMatchObject({ name: '检查机构家数', value: 80 });
    expect(outcome.value.document.warnings).toContainEqual(
      expect.objectContaining({ code: 'macros', message: expect.stringContaining('宏没有运行') }),
    );
  });
});

describe('two header rows that contradict each other', () => {
  const text = (second: string) =>
    [
      '2024年项目支出绩效目标表',
      '项目名称\t监管经费',
      '一级指标\t二级指标\t三级指标\t指标值\t权重',
      second,
      '产出指标\t数量指标\t检查机构家数\t≥80家\t50',
    ].join('\n');
  const read = (content: string) => readDocument(new TextEncoder().encode(content), '表.txt');
  test('are refused with both lines', async () => {
    const outcome = await read(text('一级指标\t二级指标\t三级指标\t权重\t指标值'));
    expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'reading.headers-contradict', lines: [3, 4] }] });
  });
  test('a header that only repeats is none', async () => {
    const outcome = await read(text('一级指标\t二级指标\t三级指标\t指标值\t权重'));
    expect(outcome.ok && outcome.value.document.projects[0]?.indicators).toMatchObject([{ value: 80, weight: 50 }]);
  });
});

const office = findLibreOffice();
if (!office) console.log('conversion by LibreOffice is not tried: it is not installed');
const environment = process.env.HENGJIAN_SOFFICE;
afterEach(() => {
  if (environment === undefined) delete process.env.HENGJIAN_SOFFICE;
  else process.env.HENGJIAN_SOFFICE = environment;
});

describe.skipIf(!office)('formats of other office programs', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'hengjian-office-test-'));
  test.each(['doc', 'odt', 'xls', 'ods'])(
    '.%s holds what was written',
    async (extension) => {
      const source = extension === 'doc' || extension === 'odt' ? 'docx' : 'xlsx';
      const { writeFormsWorkbook } = await import('../form/write-forms.ts');
      const original = await readDocument(await form(), '表.docx');
      if (!original.ok) throw new Error('unread');
      const bytes = source === 'docx' ? await form() : await writeFormsWorkbook(original.value.document);
      writeFileSync(path.join(folder, `表.${source}`), bytes);
      const profile = `-env:UserInstallation=file://${folder}/profile`;
      execFileSync(
        office as string,
        ['--headless', profile, '--convert-to', extension, '--outdir', folder, path.join(folder, `表.${source}`)],
        { stdio: 'ignore' },
      );
      const outcome = await readDocument(new Uint8Array(readFileSync(path.join(folder, `表.${extension}`))), `表.${extension}`);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
      expect(outcome.value.document.projects).toMatchObject([
        { name: '基金监管经费', budgetWan: 96.5, indicators: [{ name: '检查机构家数', operator: '≥', value: 80, unit: '家', weight: 50 }] },
      ]);
      if (extension === 'ods') rmSync(folder, { recursive: true, force: true });
    },
    60_000,
  );
});

test('where no LibreOffice is installed the sentence says so', async () => {
  process.env.HENGJIAN_SOFFICE = '';
  const ole = new Uint8Array(4096);
  ole.set([0xd0, 0xcf, 0x11, 0xe0]);
  ole.set(Buffer.from('WordDocument', 'utf16le'), 512);
  const outcome = await readDocument(ole, '表.doc');
  expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'reading.old-word' }] });
  ole.set(Buffer.from('_VBA_PROJECT\0', 'utf16le'), 1024);
  expect(await readDocument(ole, '表.doc')).toMatchObject({ ok: false, issues: [{ code: 'reading.old-macros' }] });
});
