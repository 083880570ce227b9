import { gzipSync } from 'node:zlib';
import { pointOfRow } from '@hengjian/catalog/knowledge/index.ts';
import { knowledgeMessages, sayIssue } from '@hengjian/domain';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { writeWorkbook } from '../workbook/workbook.ts';
import { readDiagnosisNames, readKnowledge } from './read-knowledge.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const head = 'id,ruleCode,ruleName,codes,counterCodes,subject,constraint,logic,params,basis,batch,publishedOn,validFrom,validTo,supersedes';
const csv = `${head}\r\nA,GZ1,甲,X1;X2,,"含逗号,的名称","限""三级""医院\n第二行",,"{""minLevel"":3}",文号,7,2026-01-28,,,B\r\n`;
const expected = {
  id: 'A',
  ruleCode: 'GZ1',
  ruleName: '甲',
  codes: ['X1', 'X2'],
  counterCodes: [],
  subject: '含逗号,的名称',
  constraint: '限"三级"医院\n第二行',
  logic: null,
  params: { minLevel: 3 },
  basis: '文号',
  batch: '7',
  publishedOn: 20481,
  validFrom: null,
  validTo: null,
  supersedes: 'B',
};
const points = async (content: Uint8Array, name: string) => {
  const { rows, issues } = await readKnowledge(content, name);
  return { points: rows.map(({ fields }) => pointOfRow(fields)), rows: rows.map(({ row }) => row), issues };
};
const says = async (content: Uint8Array, name: string) => {
  const { issues, damaged } = await readKnowledge(content, name);
  return { damaged, text: issues.map((issue) => sayIssue(issue, knowledgeMessages, 'zh')) };
};

describe('one point, every format', () => {
  const same = { points: [{ ok: true, point: expected }], issues: [] };
  test('CSV in UTF-8, with a mark, in GB18030', async () => {
    expect(await points(bytes(csv), 'k.csv')).toMatchObject({ ...same, rows: [2] });
    expect(await points(bytes(`\uFEFF${csv}`), 'k.CSV')).toMatchObject(same);
    expect(await points(iconv.encode(csv, 'gb18030'), 'k.csv')).toMatchObject(same);
  });
  test('JSON lines and a JSON array', async () => {
    const item = { ...expected, publishedOn: '2026-01-28', batch: 7, level1: '不认识的字段' };
    expect(await points(bytes(`${JSON.stringify(item)}\n\n`), 'k.jsonl')).toMatchObject({ ...same, rows: [1] });
    expect(await points(bytes(JSON.stringify([item], null, 2)), 'k.json')).toMatchObject(same);
  });
  test('a workbook with Chinese headings, another column order, a sheet of notes', async () => {
    const cell = (value: string | number | null) => ({ value });
    const rows = [
      ['批次', '编号', '规则编码', '规则名称', '编码', '名称', '限定条件', '参数', '依据', '发布日期', '替代', '备注'],
      [7, 'A', 'GZ1', '甲', 'X1；X2', '含逗号,的名称', '限"三级"医院\n第二行', '{"minLevel":3}', '文号', '2026年1月28日', 'B', '不导入'],
    ].map((row) => row.map(cell));
    const book = await writeWorkbook([
      { name: '说明', widths: [10], headRows: 1, rows: [[cell('填写说明')]] },
      { name: '知识点', widths: [10], headRows: 1, rows },
    ]);
    expect(await points(book, 'k.xlsx')).toMatchObject({ ...same, rows: [2] });
  });
});

describe('damage', () => {
  test('a broken and a cut off line of JSON are issues of their rows; the others are read', async () => {
    const content = bytes('{"id":"A"}\n{"id":\n[1]\n{"id":"B"}\n{"id":"C","codes":["X"');
    expect((await readKnowledge(content, 'k.jsonl')).rows.map(({ row }) => row)).toEqual([1, 4]);
    expect(await says(content, 'k.jsonl')).toEqual({
      damaged: false,
      text: [2, 3, 5].map((row) => `k.jsonl 第 ${row} 行：这一行不是完整的 JSON 对象，未导入`),
    });
  });
  test.each([
    ['k.csv', bytes(`${head}\nA,GZ1,甲,"X1;X2\n`), 'k.csv 第 2 行：引号没有闭合，文件可能被截断'],
    ['k.csv', bytes('id,名称\nA,甲\n'), 'k.csv 第 1 行：缺少列“codes、ruleCode”'],
    ['k.csv', bytes(''), 'k.csv：文件里没有知识点'],
    ['k.csv', bytes(`${head}\n`), 'k.csv：文件里没有知识点'],
    ['k.csv', new Uint8Array([0x41, 0xff, 0x00, 0xff]), 'k.csv：文件既不是 UTF-8 也不是 GB18030 编码，无法读取'],
    ['k.json', bytes('[{"id":"A"}'), 'k.json：文件不是完整的 JSON，可能被截断'],
    ['k.xlsx', bytes('不是工作簿'), 'k.xlsx：文件已损坏或不是 Excel 工作簿（.xlsx）'],
    ['k.docx', bytes('x'), 'k.docx：不支持的文件类型“.docx”，请用 .jsonl、.json、.csv 或 .xlsx'],
  ])('%s %#', async (name, content, text) => expect(await says(content, name)).toEqual({ damaged: true, text: [text] }));
});

test('rows of a CSV are numbered by the lines of the file', async () => {
  const text = `id,ruleName,codes\n"A\nB",甲,X\n\nC,甲,Y\r\nD,甲,\n`;
  expect((await readKnowledge(bytes(text), 'k.csv')).rows.map(({ row, fields }) => [row, fields.id, fields.codes])).toEqual([
    [2, 'A\nB', 'X'],
    [5, 'C', 'Y'],
    [6, 'D', ''],
  ]);
});

test('diagnosis names are read by their headings; a table without them holds none', () => {
  expect(readDiagnosisNames(bytes('grey,code,name\n0,A00.000,"霍乱,由于O1群"\n1,,无\n'))).toEqual([
    { code: 'A00.000', name: '霍乱,由于O1群' },
  ]);
  expect(readDiagnosisNames(gzipSync(bytes('编码,名称\nK26,溃疡\n')))).toEqual([{ code: 'K26', name: '溃疡' }]);
  expect(readDiagnosisNames(gzipSync(bytes('编码,名称\nK26,溃疡\n')).subarray(0, 20))).toEqual([]);
  expect(readDiagnosisNames(bytes('甲,乙\n1,2\n'))).toEqual([]);
});
