// Every register's sheet is written by one library and read by two.
import { registers } from '@hengjian/catalog/registers.gen.ts';
import { dayOfDate, type Register, type RegisterField, type RegisterValues, registerMessages, sayIssue } from '@hengjian/domain';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type SheetCell, writeWorkbook } from '../workbook/workbook.ts';
import { headOf, readRegister, writeRegister, writeTemplate } from './register-sheet.ts';

const all = Object.values(registers) as readonly Register[];
const sample: Record<RegisterField['type'], RegisterValues[string]> = {
  text: '甲',
  count: 12,
  money: 123_456_789,
  quantity: 25_000,
  day: dayOfDate(2024, 2, 29),
  code: '',
  flag: true,
};
const valuesOf = (register: Register): RegisterValues =>
  Object.fromEntries(
    register.fields.map((field) => [
      field.name,
      field.type === 'code' ? (Object.keys(field.codes ?? {})[1] ?? '') : field.signed ? -500 : sample[field.type],
    ]),
  );
const say = (issues: Parameters<typeof sayIssue>[0][]) => issues.map((issue) => sayIssue(issue, registerMessages, 'zh'));

describe('declarations', () => {
  test('there are at least fourteen, ids like folders, names once, a required date', () => {
    expect(all.length).toBeGreaterThanOrEqual(14);
    for (const [id, register] of Object.entries(registers as Record<string, Register>)) {
      expect(register.id).toBe(id);
      const names = register.fields.map((field) => field.name);
      expect(new Set(names).size).toBe(names.length);
      expect(new Set(register.fields.map((field) => field.title)).size).toBe(names.length);
      expect(register.fields.find((field) => field.name === register.dateField)).toMatchObject({ type: 'day', required: true });
      for (const field of register.fields) if (field.type === 'code') expect(Object.keys(field.codes ?? {}).length).toBeGreaterThan(1);
    }
  });
});

describe.each(all.map((register) => [register.id, register] as const))('%s', (_, register) => {
  test('entries written are read back equal', async () => {
    const values = valuesOf(register);
    const reading = await readRegister(register, await writeRegister(register, [{ values }, { values }]), '往返.xlsx');
    expect(say(reading.issues)).toEqual([]);
    expect(reading.rows).toEqual([
      { row: 4, values },
      { row: 5, values },
    ]);
  });
  test('the template is empty, and another library sees its head and drop-down lists', async () => {
    const bytes = await writeTemplate(register);
    expect((await readRegister(register, bytes, '模板.xlsx')).issues.map((issue) => issue.code)).toEqual(['register.no-entries']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.getCell(1, 1).text).toBe(register.title);
    expect(register.fields.map((_field, i) => sheet?.getCell(3, i + 1).text)).toEqual(register.fields.map(headOf));
    const coded = register.fields.findIndex((field) => field.type === 'code');
    if (coded >= 0) expect(sheet?.getCell(4, coded + 1).dataValidation?.type).toBe('list');
  });
});

describe('faults are told with their place', () => {
  const training = registers.training as Register;
  const sheet = async (rows: (string | number | null)[][]) =>
    readRegister(
      training,
      await writeWorkbook([
        { name: '表一', widths: [12], headRows: 1, rows: rows.map((row) => row.map((value): SheetCell => ({ value }))) },
      ]),
      '培训.xlsx',
    );
  test('each wrong cell: row, column, what is wrong', async () => {
    const { issues } = await sheet([
      ['培训日期', '培训主题', '类别', '对象', '参训人次（人次）'],
      ['2024-02-30', '', '政策', '混合', -3],
      ['2024年3月5日', '甲', '政策业务', '混合', 40],
    ]);
    expect(say(issues)).toEqual([
      '培训.xlsx 工作表“表一” 第 2 行 “培训日期”列：“培训日期”不是有效日期：2024-02-30（应为 2024-03-05）',
      '培训.xlsx 工作表“表一” 第 2 行 “培训主题”列：“培训主题”必须填写',
      expect.stringContaining('第 2 行 “类别”列：“类别”不在可选值之内：政策（可选：政策业务、'),
      '培训.xlsx 工作表“表一” 第 2 行 “参训人次”列：“参训人次”应为不小于 0 的整数：-3',
    ]);
  });
  test('columns in another order, blank rows, dates in words', async () => {
    const { rows, issues } = await sheet([
      ['培训主题', '参训人次', '类别', '对象', '培训日期'],
      [null, null, null, null, null],
      ['甲', 40, '政策业务', '混合', '2024年3月5日'],
    ]);
    expect(issues).toEqual([]);
    expect(rows).toMatchObject([{ row: 3, values: { topic: '甲', attendeeCount: 40, kind: 'policy', heldOn: dayOfDate(2024, 3, 5) } }]);
  });
  test('a missing column, no head at all, no workbook at all', async () => {
    expect((await sheet([['培训日期', '培训主题', '类别', '对象']])).issues.map((issue) => issue.code)).toEqual([
      'register.missing-column',
    ]);
    expect((await sheet([['别的', '东西']])).issues.map((issue) => issue.code)).toEqual(['register.no-header']);
    expect((await readRegister(training, new TextEncoder().encode('no zip'), 'x.xlsx')).issues.map((issue) => issue.code)).toEqual([
      'register.unreadable',
    ]);
  });
});
