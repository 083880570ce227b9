// A scheme written and read back, faults with their places, and the published grouping packs where they lie beside the project.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  changesOfPacks,
  compileRule,
  type DrgPack,
  drgGrouper,
  type PaymentCase,
  type PaymentScheme,
  paymentMessages,
  registerMessages,
  sayIssue,
} from '@hengjian/domain';
import { plainStay } from '@hengjian/domain/payment/testing/stay.ts';
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { csvRows } from '../grid/csv.ts';
import { type SheetCell, writeWorkbook } from '../workbook/workbook.ts';
import { readPaymentScheme, writePaymentScheme } from './payment-sheets.ts';
import { readPack } from './read-pack.ts';

const scheme: PaymentScheme = {
  schemeId: 's1',
  title: '某市 DIP',
  method: 'dip',
  region: '*',
  fromDay: 20_089,
  toDay: null,
  source: '医保发〔2025〕1 号',
  packId: null,
  settings: {
    standard: 'mean',
    low: 'ratio',
    high: 'excess',
    highShare: 500,
    ungrouped: 7000,
    longDays: 60,
    dayCaseDays: null,
    dayCase: 10_000,
    reserve: 300,
    splitDays: 15,
    lowStandard: 3000,
    overlong: 30_000,
    trust: 'sent',
  },
  groups: [
    {
      code: 'K80.1-1',
      name: '胆囊结石，腹腔镜胆囊切除',
      kind: 'core',
      weight: 9_123_456,
      meanFen: 890_050,
      meanDays: 76_000,
      lowRisk: true,
      diagnoses: ['K80.1', 'K80.2'],
      procedures: '51.23/51.22+47.0',
    },
    {
      code: 'Z',
      name: '综合',
      kind: 'comprehensive',
      weight: 1,
      meanFen: null,
      meanDays: null,
      lowRisk: false,
      diagnoses: ['A00-Z99'],
      procedures: '保守治疗',
    },
  ],
  rates: [
    { insurance: 'employee', level: null, rate: null, budgetFen: 100_000_050 },
    { insurance: null, level: 3, rate: 9_876_500, budgetFen: null },
  ],
  coefficients: [
    { providerNo: 'H1', level: null, coefficient: 10_500, assessment: 9900 },
    { providerNo: null, level: 0, coefficient: 9000, assessment: 10_000 },
  ],
  outliers: [
    { fromWeight: 0, high: 20_000, low: 5000 },
    { fromWeight: 10_000_000, high: null, low: 3000 },
  ],
  auxiliary: [{ groupCode: 'Z', title: '高龄', minAge: 66, maxAge: null, diagnoses: ['J96', 'A41'], minDays: 3, coefficient: 12_000 }],
  classes: [{ prefix: '99.83', class: 'excluded' }],
  exceptions: [{ encounterNo: 'E1', reason: '使用新技术' }],
};
const say = (issues: Parameters<typeof sayIssue>[0][]) =>
  issues.map((issue) => sayIssue(issue, { ...paymentMessages, ...registerMessages }, 'zh'));

describe('a workbook', () => {
  test('is read back as it was', async () => {
    expect(await readPaymentScheme(await writePaymentScheme(scheme), '方案.xlsx')).toEqual({ ok: true, value: scheme, issues: [] });
  });
  test('a template that nobody filled says what is missing', async () => {
    const { issues } = await readPaymentScheme(await writePaymentScheme(null), '模板.xlsx');
    expect(say(issues)).toContain('模板.xlsx 工作表“方案参数” 第 3 行 “值”列：“方案编号”必须填写');
  });
  test('faults of all sheets with their places', async () => {
    const cells = (rows: (string | number | null)[][]) => rows.map((row) => row.map((value): SheetCell => ({ value })));
    const bytes = await writeWorkbook([
      {
        name: '方案参数',
        widths: [20],
        headRows: 1,
        rows: cells([
          ['方案编号', 'a'],
          ['怎么付', '随意'],
        ]),
      },
      {
        name: '病组目录',
        widths: [20],
        headRows: 1,
        rows: cells([
          ['病组编码', '病组名称', '类别', '权重或分值'],
          ['A', '甲', '其他', 1.23456],
        ]),
      },
    ]);
    const told = say((await readPaymentScheme(bytes, 'a.xlsx')).issues);
    expect(told).toEqual(
      expect.arrayContaining([
        'a.xlsx 工作表“方案参数” 第 2 行：不认识的参数“怎么付”，请使用模板里的参数名称',
        'a.xlsx 工作表“方案参数”：缺少参数“方案名称”',
        expect.stringContaining('a.xlsx 工作表“病组目录” 第 2 行 “类别”列：“类别”不在可选值之内：其他'),
        'a.xlsx 工作表“病组目录” 第 2 行 “权重或分值”列：“权重或分值”应为数字（至多四位小数）：1.23456',
        'a.xlsx：工作簿里没有“费率与预算”工作表，请使用模板',
      ]),
    );
  });
  test('a csv of groups takes everything else from a scheme', async () => {
    const csv = '病组编码,病组名称,类别,权重或分值,主要诊断\nJ18.9,肺炎,核心,950.5,J18.9\n';
    const read = await readPaymentScheme(new TextEncoder().encode(csv), '目录.csv', { scheme, schemeId: 'new', title: '新' });
    expect(read.ok && read.value).toMatchObject({
      ...scheme,
      schemeId: 'new',
      title: '新',
      groups: [{ code: 'J18.9', weight: 9_505_000, diagnoses: ['J18.9'] }],
    });
  });
  test('neither workbook nor table', async () => {
    const { issues } = await readPaymentScheme(new Uint8Array([0x50, 0x4b, 1, 2]), 'x.xlsx');
    expect(issues.map(({ code }) => code)).toEqual(['register.unreadable']);
  });
});

const folder = path.join(process.env.HENGJIAN_SHARED ?? '../shared', 'data/tables');
const absent = !existsSync(path.join(folder, 'chs-drg-1.1'));
if (absent) process.stdout.write(`skipped: the published grouping packs are not at ${folder}\n`);
const load = async (name: string): Promise<DrgPack> => {
  const own = path.join(folder, name);
  const files = readdirSync(own).map((file) => ({ name: file, bytes: readFileSync(path.join(own, file)) }));
  const read = await readPack({ packId: name, title: name, source: 'NHSA' }, files);
  if (!read.ok) throw new Error(JSON.stringify(read.issues.slice(0, 5)));
  return read.value;
};
const stay = (
  mainDiagnosis: string,
  mainProcedure: string | null,
  otherDiagnoses: string[],
  own: Partial<PaymentCase> = {},
): PaymentCase => ({
  ...plainStay,
  mainDiagnosis,
  otherDiagnoses,
  mainProcedure,
  ...own,
});

describe.skipIf(absent)('the published packs', () => {
  test('a zip of the tables is the same pack, and beside 1.0r it says what changed', async () => {
    const own = path.join(folder, 'chs-drg-1.1');
    const zip = zipSync(Object.fromEntries(readdirSync(own).map((file) => [`1.1/${file}`, readFileSync(path.join(own, file))])), {
      level: 0,
    });
    const read = await readPack({ packId: 'chs-drg-1.1', title: 'chs-drg-1.1', source: 'NHSA' }, [{ name: '1.1.zip', bytes: zip }]);
    const later = await load('chs-drg-1.1');
    expect(read).toMatchObject({ ok: true, value: later });
    const { counts, added } = changesOfPacks(await load('chs-drg-1.0r'), later);
    const groups = counts.find(({ table }) => table === 'groups');
    expect(groups).toMatchObject({ b: 628, added: added.length });
    expect((groups?.a ?? 0) + (groups?.added ?? 0) - (groups?.removed ?? 0)).toBe(628);
  });
  test('1.1 is whole and groups by its own lists', async () => {
    const pack = await load('chs-drg-1.1');
    // counts as published: 26 MDC, 376 ADRG, 628 DRG, 4,678 MCC, 16,568 CC, 28,302 exclusions
    expect([pack.categories, pack.adjacent, pack.groups, pack.mcc, pack.cc, pack.exclusions].map((rows) => rows.length)).toEqual([
      26, 376, 628, 4678, 16_568, 28_302,
    ]);
    const grouper = drgGrouper(pack);
    // cholecystectomy with heart failure, without, and the newborn of 1,200 g of the scheme's examples
    expect(grouper(stay('K80.101', '51.2300', ['I50.900']))).toMatchObject({ category: 'MDCH', adjacent: 'HC2' });
    expect(grouper(stay('K80.101', '51.2300', [])).code).toBe('HC29');
    // heart failure: sepsis (MCC, table 4) counts, another heart failure (MCC, table 95) is excluded by the main diagnosis (95)
    expect(grouper(stay('I50.900', null, ['A41.900']))).toMatchObject({ code: 'FR21', complications: ['A41.900'] });
    expect(grouper(stay('I50.900', null, ['I50.900x001']))).toMatchObject({ code: 'FR25', excluded: ['I50.900x001'] });
    expect(grouper(stay('P07.200', null, [], { ageYears: 0, ageDays: 10, weightGrams: 1200 })).adjacent).toBe('PS1');
    // every medical ADRG of one list takes a case of its own diagnosis, unless an earlier one has the same diagnosis
    const lists = Map.groupBy(pack.adjacentCodes, ({ adjacent }) => adjacent);
    const categoryOf = new Map(pack.adjacent.map(({ code, category }) => [code, category]));
    const taken = pack.adjacent
      .filter(({ rule }) => rule === 'ZD')
      .map(({ code, category }) => {
        const female = category === 'MDCN';
        const found = (lists.get(code) ?? []).map((row) =>
          grouper(
            stay(row.code, null, [], {
              sex: female ? 2 : 1,
              ageYears: category === 'MDCP' ? 0 : 50,
              ageDays: category === 'MDCP' ? 5 : 18_300,
            }),
          ),
        );
        return found.some((one) => one.adjacent === code && categoryOf.get(one.adjacent) === one.category);
      });
    expect(taken.filter((one) => !one).length).toBeLessThanOrEqual(1);
  }, 60_000);
  test.each(['chs-drg-1.0r', 'chs-drg-1.1-beijing-2022'])('every rule of %s is read', (name) => {
    const rules = ['mdc.csv', 'adrg.csv', 'drg.csv'].flatMap((file) => {
      const [head, ...rows] = csvRows(readFileSync(path.join(folder, name, file), 'utf8').split(/\r?\n/));
      const at = head?.cells.findIndex((cell) => cell === 'rule' || cell === 'condition') ?? -1;
      return rows.flatMap(({ cells }) => (cells[at] ? [cells[at]] : []));
    });
    expect(rules.length).toBeGreaterThan(900);
    expect([...new Set(rules)].filter((rule) => typeof compileRule(rule) !== 'function')).toEqual([]);
  });
});
