// The self-evaluation is written, then read back by our own reader and by a foreign one.
import { dayOfDate, type Evaluation, evaluate, type Indicator, type MeasurementRun, type Plan, ruleSets } from '@hengjian/domain';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { readDocument } from '../read-document.ts';
import { barPng, colours } from './bar.ts';
import { writeEvaluation } from './write-docx.ts';
import { writeEvaluationWorkbook } from './write-xlsx.ts';

const tiers = [
  ['产出指标', '数量指标', '培训人次', '人次', 1000, 1250],
  ['产出指标', '数量指标', '短信条数', '条', 500_000, 425_000],
  ['产出指标', '质量指标', '资金到位率', '%', 100, 100],
  ['效益指标', '社会效益指标', '政策知晓率', '%', 95, null],
  ['满意度指标', '服务对象满意度指标', '参保群众满意度', '%', 90, 96.5],
] as const;
const names = ['部门整体支出', '甲项目补助资金'];
const indicator = (projectNo: number, index: number): Indicator => {
  const [level1, level2, name, unit, target] = tiers[index] as (typeof tiers)[number];
  const weight = [20, 20, 20, 20, 10][index] as number;
  return {
    indicatorId: `P-${projectNo}-${index}`,
    position: index + 1,
    level1,
    level2,
    name,
    operator: '≥',
    target,
    unit,
    weight,
    group: null,
    wording: null,
  };
};
const plan: Plan = {
  planId: 'P2024-1',
  year: 2024,
  org: '云溪市医疗保障局',
  kind: 'overall',
  source: '目标表.docx',
  totalFen: null,
  basicFen: null,
  projectFen: null,
  findings: [],
  projects: names.map((name, i) => ({
    projectNo: i + 1,
    name,
    kind: i === 0 ? 'overall' : 'project',
    budgetFen: 123_456_000_0,
    goals: ['一、完成培训和宣传。', '二、保障资金安全。'],
    indicators: tiers.map((_, index) => indicator(i + 1, index)),
  })),
};
const run: MeasurementRun = {
  runId: 'M1',
  planId: plan.planId,
  asOf: dayOfDate(2024, 12, 31),
  measuredAt: 1_735_700_000,
  lakeVersion: 3,
  registerSerial: 10,
  rows: plan.projects.flatMap((project) =>
    project.indicators.map((one, index) => {
      const value = (tiers[index] as (typeof tiers)[number])[5];
      const part = { title: '合计', value, unit: one.unit ?? '', recordCount: 7, undeterminedCount: 0, source: '培训台账' };
      return {
        indicatorId: one.indicatorId,
        measureId: 'training-attendance',
        state: 'confirmed' as const,
        measured: {
          measureId: 'training-attendance',
          value,
          unit: one.unit ?? '',
          unknown: value === null ? ('no-records' as const) : null,
          numerator: part,
          denominator: null,
          formula: '参训人次',
          monthly: [],
        },
      };
    }),
  ),
  executions: plan.projects.map(({ projectNo, budgetFen }) => ({
    projectNo,
    budgetFen,
    adjustedFen: budgetFen,
    receivedFen: budgetFen,
    paidFen: 111_110_400_0,
  })),
};

let evaluation: Evaluation;
let docx: Uint8Array;
beforeAll(async () => {
  evaluation = evaluate(plan, run, [], ruleSets['cy-2020-10']);
  docx = await writeEvaluation(evaluation, { writtenOn: dayOfDate(2025, 1, 20), titleOf: (id) => id });
});

describe('docx', () => {
  test('our reader finds both forms with every indicator, target, actual, mark and score', async () => {
    const reading = await readDocument(docx, '自评报告.docx');
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    const { document } = reading.value;
    expect(document).toMatchObject({ org: plan.org, year: 2024, kind: 'self-evaluation' });
    expect(document.projects.map((project) => [project.name, project.budgetWan])).toEqual(names.map((name) => [name, 1234.56]));
    for (const project of document.projects) {
      const rows = project.indicators;
      expect(rows.map((row) => [row.level1, row.level2, row.name, row.unit, row.value])).toEqual(tiers.map((tier) => tier.slice(0, 5)));
      expect(rows.map((row) => row.actual)).toEqual([1250, 425_000, 100, '未知', 96.5]);
      expect(rows.map((row) => row.operator)).toEqual(tiers.map(() => '≥'));
      expect(rows.map((row) => row.weight)).toEqual([20, 20, 20, 20, 10]);
      expect(rows.map((row) => (typeof row.score === 'number' ? row.score : null))).toEqual([20, 17, 20, null, 10]);
    }
  });

  const xml = () => strFromU8(unzipSync(docx)['word/document.xml'] as Uint8Array);
  test('it never ends in a table, tables never touch, heads repeat, the sheet is A4, pages are numbered', () => {
    const body = xml();
    expect(body).not.toMatch(/<\/w:tbl>(<w:sectPr[\s\S]*?<\/w:sectPr>)?<\/w:body>/);
    expect(body).not.toMatch(/<\/w:tbl><w:tbl>/);
    expect(body.match(/<w:tblHeader/g)?.length).toBeGreaterThanOrEqual(plan.projects.length + 3);
    expect(body).toMatch(/<w:pgSz w:w="11906" w:h="16838"/);
    const files = unzipSync(docx);
    const footers = Object.keys(files).filter((name) => /footer\d+\.xml$/.test(name));
    expect(footers.some((name) => strFromU8(files[name] as Uint8Array).includes('PAGE'))).toBe(true);
  });
  test('the appendix says of every actual where it came from', () => {
    const text = xml().replace(/<[^>]+>/g, ' ');
    expect(text.split('training-attendance').length - 1).toBe(10);
    expect(text).toContain('台账中本期没有记录');
  });
});

test('xlsx: a foreign reader finds overview, forms and sources with numbers as numbers', async () => {
  const bytes = await writeEvaluationWorkbook(evaluation, { titleOf: (id) => id });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  expect(book.worksheets.map((sheet) => sheet.name)).toEqual(['总览', '1 部门整体支出', '2 甲项目补助资金', '来源']);
  const form = book.getWorksheet('2 甲项目补助资金');
  const rowOf = (name: string) => form?.getRows(1, form.rowCount)?.find((row) => row.getCell(3).text === name);
  expect(rowOf('短信条数')?.getCell(7).value).toBe(425_000);
  expect(rowOf('短信条数')?.getCell(9).value).toBe(17);
  expect(rowOf('政策知晓率')?.getCell(7).text).toBe('未知');
});

test('a bar is a PNG whose pixels follow its parts', async () => {
  const png = barPng([{ share: 0.5, tone: 'good' }], 10, 2);
  expect([...png.slice(0, 8)]).toEqual([137, 80, 78, 71, 13, 10, 26, 10]);
  const { inflateSync } = await import('node:zlib');
  const at = Buffer.from(png).indexOf('IDAT');
  const length = Buffer.from(png).readUInt32BE(at - 4);
  const raw = inflateSync(png.slice(at + 4, at + 4 + length));
  expect([...raw.slice(1, 4)]).toEqual([...colours.good]);
  expect([...raw.slice(1 + 9 * 3, 31)]).toEqual([...colours.track]);
});
