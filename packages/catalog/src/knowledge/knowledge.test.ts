import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { diseases } from './diseases.ts';
import {
  CsvReader,
  checkParams,
  diagnosisTable,
  type KnowledgeKind,
  type KnowledgePoint,
  type LineageRow,
  parseNumeral,
  placeInLineages,
  readConstraint,
  readCsv,
  structurePoint,
  typedParams,
} from './index.ts';

const here = path.dirname(fileURLToPath(import.meta.url));
const shared = process.env.HENGJIAN_SHARED ?? path.resolve(here, '../../../../../shared');
const table = <T>(name: string): T => parse(readFileSync(path.join(here, name), 'utf8')) as T;

const blank: KnowledgePoint = {
  id: 'P',
  ruleCode: null,
  ruleName: null,
  codes: ['X'],
  counterCodes: [],
  subject: null,
  constraint: null,
  logic: null,
  params: null,
  basis: null,
  batch: null,
  publishedOn: null,
  validFrom: null,
  validTo: null,
  supersedes: null,
};

describe('own sentences', () => {
  for (const [kind, cases] of Object.entries(table<Record<string, [string, unknown, Partial<KnowledgePoint>?][]>>('sentences.yaml')))
    test.each(cases)(`${kind}: %s`, (constraint, expected, more) => {
      const reading = readConstraint(kind as KnowledgeKind, { ...blank, ...more, constraint });
      expect(reading.ok ? reading.params : 'waits').toEqual(expected);
    });
});

const national = path.join(shared, 'data/knowledge/national-knowledge-points.jsonl');
if (!existsSync(national)) console.log(`skipped: ${national} is not here`);
describe.skipIf(!existsSync(national))('national points', () => {
  const points = existsSync(national)
    ? readFileSync(national, 'utf8')
        .trim()
        .split('\n')
        .map((line) => ({ ...blank, ...(JSON.parse(line) as KnowledgePoint), publishedOn: null }))
    : [];
  const expected = table<Record<string, unknown>>('national-points.yaml');
  const byId = new Map(points.map((point) => [point.id, point]));

  test('the sample covers every rule of the file', () => {
    const rules = new Set(Object.keys(expected).map((id) => byId.get(id)?.ruleName));
    expect([...new Set(points.map((point) => point.ruleName))].filter((name) => !rules.has(name))).toEqual([]);
    expect(Object.keys(expected).length).toBeGreaterThan(200);
  });
  test.each(Object.entries(expected))('%s', (id, params) => {
    expect(structurePoint(byId.get(id) as KnowledgePoint).params ?? 'waits').toEqual(params);
  });
});

describe('numerals', () => {
  test.each([
    ['14', 14],
    ['１４', 14],
    ['零', 0],
    ['十', 10],
    ['十四', 14],
    ['二十', 20],
    ['两', 2],
    ['一百零五', 105],
    ['一百二十', 120],
    ['一千零二十', 1020],
    ['两万零五', 20005],
    ['三亿', 300_000_000],
    ['1.5', 1.5],
  ])('%s', (text, value) => expect(parseNumeral(text)).toBe(value));
  test.each(['', '一八', '十十', '百二', '一十百', '零零', '一百零', '万', '1.2.3', '几'])('%s is no number', (text) =>
    expect(parseNumeral(text)).toBeUndefined(),
  );
  test('every number below 100,000,000 written in Chinese is read back', () => {
    const small = (n: number): string => {
      const signs = '零一二三四五六七八九';
      let text = '';
      for (const [place, name] of [
        [1000, '千'],
        [100, '百'],
        [10, '十'],
        [1, ''],
      ] as const) {
        const digit = Math.floor(n / place) % 10;
        if (digit > 0) text += signs[digit] + name;
        else if (text && !text.endsWith('零') && n % place > 0) text += '零';
      }
      return text;
    };
    const write = (n: number) =>
      n < 10_000 ? small(n) : `${small(Math.floor(n / 10_000))}万${n % 10_000 > 0 && n % 10_000 < 1000 ? '零' : ''}${small(n % 10_000)}`;
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => parseNumeral(write(n)) === n));
  });
});

describe('CSV', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '编', '"', ',', ';', '\n', '\r\n', ' ', '\t'), maxLength: 6 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  test('what is written is read back, with the line on which each record begins', () =>
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 }), (rows) => {
        const full = [['头', '尾'], ...rows.filter((row) => row.some((text) => text !== ''))];
        let line = 1;
        const lines = full.map((row) => {
          const at = line;
          line += row.join('').split('\n').length;
          return at;
        });
        const text = full.map((row) => `${row.map(quoted).join(',')}\r\n`).join('');
        const records = full.map((cells, i) => ({ row: lines[i], cells }));
        expect(readCsv(text)).toEqual({ unclosedRow: null, records });
        // in pieces of three signs, cut within quotes and line ends
        const reader = new CsvReader();
        const pieces = Array.from({ length: Math.ceil(text.length / 3) }, (_, i) => reader.push(text.slice(3 * i, 3 * i + 3)));
        expect([...pieces.flat(), ...reader.end().records]).toEqual(records);
      }),
    ));
  test('cut off anywhere it ends, and an open quote is told with its line', () => {
    const text = 'id,codes\nA,"X;Y"\r\n"B\nC","Z ""1"""\n';
    for (let end = 0; end <= text.length; end += 1) expect(readCsv(text.slice(0, end)).records.length).toBeLessThanOrEqual(3);
    expect(readCsv('a,b\n1,"2').unclosedRow).toBe(2);
    expect(readCsv('a,b\n"1\n2","3\n4').unclosedRow).toBe(2);
  });
  test('tabs separate where the head has no comma; empty cells at the end stay', () => {
    const cells = (text: string) => readCsv(text).records.map((record) => record.cells);
    expect(cells('a\tb\n1\t\n')).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
    expect(cells('a,b,c\n1,,\n,,3')).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['', '', '3'],
    ]);
  });
});

describe('parameters', () => {
  const reason = (params: Record<string, unknown>) => {
    const checked = checkParams(params);
    return checked.ok ? 'ok' : checked.reason.code;
  };
  test.each([
    [{ sex: 1 }, 'ok'],
    [{ sex: 3 }, 'paramType'],
    [{ sex: '1' }, 'paramType'],
    [{ gender: 1 }, 'paramUnknown'],
    [{ toString: 1 }, 'paramUnknown'],
    [{ minAge: 3, maxAge: 12, unit: 'year' }, 'ok'],
    [{ minAge: 12, maxAge: 3 }, 'paramRange'],
    [{ maxAge: 1.5 }, 'paramType'],
    [{ max: 2.5, window: 'day' }, 'ok'],
    [{ max: 0.12345 }, 'paramType'],
    [{ max: -1 }, 'paramType'],
    [{ window: 'week' }, 'paramType'],
    [{ maxPrice: { '3': 20, '2': 18.5 } }, 'ok'],
    [{ maxPrice: { 三级: 20 } }, 'paramType'],
    [{ settings: ['inpatient'] }, 'ok'],
    [{ settings: ['bed'] }, 'paramType'],
    [{ settings: [] }, 'paramType'],
    [{ diagnoses: ['I20', 'I63.9'] }, 'ok'],
    [{ secondRatio: 50 }, 'paramType'],
    [{ sameProvider: 'true' }, 'paramType'],
    [{ sex: null }, 'ok'],
  ])('%j: %s', (params, expected) => expect(reason(params)).toBe(expected));

  test('amounts, quantities, prices and ratios become whole numbers of the lake', () =>
    expect(
      typedParams({ max: 2.5, fullPrice: 1200.5, secondRatio: 0.5, maxPrice: { '3': 20, '1': 0.015 }, maxDays: 14, settings: ['other'] }),
    ).toEqual({
      max: 25_000,
      fullPrice: 120_050,
      secondRatio: 5_000,
      maxPrice3: 20_000_000,
      maxPrice1: 15_000,
      maxDays: 14,
      settings: ['other'],
    }));
  test('one price holds for every level', () =>
    expect(typedParams({ maxPrice: 3 })).toEqual({
      maxPrice0: 3_000_000,
      maxPrice1: 3_000_000,
      maxPrice2: 3_000_000,
      maxPrice3: 3_000_000,
    }));
});

describe('structuring', () => {
  const rule = (ruleName: string, more: Partial<KnowledgePoint>) => structurePoint({ ...blank, ruleName, ...more });
  test('given parameters win over the text', () =>
    expect(rule('药品限支付疗程', { constraint: '支付不超过14天。', params: { maxDays: 7, window: 'year' } })).toMatchObject({
      params: { maxDays: 7, window: 'year' },
      source: 'given',
    }));
  test('given parameters without the one that matters wait', () =>
    expect(rule('医疗服务项目限定频次', { params: { window: 'day' } }).reason).toEqual({ code: 'paramMissing', facts: { name: 'max' } }));
  test('an unknown rule waits, unless its parameters are given', () => {
    expect(rule('本地自定规则', { constraint: '限女性' }).reason?.code).toBe('unknownRule');
    expect(rule('本地自定规则', { params: { minLevel: 2 } })).toMatchObject({ params: { minLevel: 2 }, kind: null });
  });
  test('the national code names the rule where the name is another', () =>
    expect(structurePoint({ ...blank, ruleCode: 'GZ10000101012000', ruleName: '机构级别', constraint: '限三级医院' }).params).toEqual({
      minLevel: 3,
    }));
  test('the first code of a pair contains the second', () =>
    expect(rule('医疗服务项目重复收费', { codes: ['A', 'B'] }).codes).toEqual([
      { role: 'including', code: 'A' },
      { role: 'included', code: 'B' },
    ]));
});

describe('diagnosis names', () => {
  const names = diagnosisTable([
    { code: 'K22.400', name: '弥漫性食管痉挛' },
    { code: 'R10.x00', name: '弥漫性食管痉挛伴腹痛' },
    { code: 'M8140/3', name: '弥漫性食管痉挛' },
  ]);
  const diagnoses = (constraint: string) => {
    const reading = readConstraint('indication', { ...blank, constraint }, { diagnoses: names });
    return reading.ok ? reading.params.diagnoses : 'waits';
  };
  test.each([
    // an entry of the table that our own names do not hold; the categories of all entries with the words
    ['限弥漫性食管痉挛。', ['K22', 'R10']],
    ['限晚期弥漫性食管痉挛患者。', ['K22', 'R10']],
    // our own names are wide: peptic ulcer of unknown site and its complication stand for it too
    ['限十二指肠溃疡。', ['K26', 'K27', 'K28']],
    ['限：1.十二指肠溃疡；2.多发性骨髓瘤成人患者。', ['C90', 'D47', 'K26', 'K27', 'K28']],
    ['限十二指肠溃疡，支付不超过14天。', ['K26', 'K27', 'K28']],
    // further conditions narrow and stay with the reviewer
    ['限既往接受过含铂化疗的ALK阳性的局部晚期或转移性非小细胞肺癌(NSCLC)成人患者。', ['C34', 'C78.0', 'D02', 'D38']],
    ['限间变性淋巴瘤激酶(ALK)阳性的非小细胞肺癌患者的治疗。', ['C34', 'C78.0', 'D02', 'D38']],
    ['限对一种TNF抑制剂应答不佳的成人和6岁及以上儿童特应性皮炎患者。', ['L20', 'L28', 'L30']],
    ['限2型糖尿病患者，首次处方时需由二级及以上医疗机构开具。', ['E11', 'E14', 'O24']],
    [
      '限慢性肾脏病(CKD)引起的低钠血症。',
      ['E10', 'E11', 'E14', 'E22', 'E87', 'I12', 'I13', 'N03', 'N04', 'N05', 'N08', 'N17', 'N18', 'N19'],
    ],
    // a bracket that adds an alternative
    ['限转移性胃癌(包括胃食管结合部腺癌)。', ['C15', 'C16', 'D00', 'D37']],
    // words over a list, and a list under words that name the disease
    [
      '限成人以下感染方予支付：1.医院获得性肺炎；2.十二指肠溃疡。',
      ['A48', 'J12', 'J13', 'J14', 'J15', 'J16', 'J17', 'J18', 'J69', 'J85', 'J95', 'K26', 'K27', 'K28'],
    ],
    ['限多发性骨髓瘤患者以下情况方予支付：1.初治患者；2.来那度胺不耐受的患者。', ['C90', 'D47']],
    [
      '限：1.HR阳性的乳腺癌：与芳香化酶抑制剂联用；与氟维司群联合用于疾病进展的患者；2.多发性骨髓瘤。',
      ['C50', 'C90', 'D05', 'D47', 'D48.6'],
    ],
    ['限：1.乳腺癌：与芳香化酶抑制剂联用；2.与氟维司群联合用于疾病进展的患者。', 'waits'],
    ['限多发性骨髓瘤患者，包括：1.初治患者；2.伴附着点炎的患者。', 'waits'],
    ['限以下情况方可支付，且支付不超过12个月：1.早期、炎性或转移性乳腺癌患者的治疗。', ['C50', 'D05', 'D48.6']],
    // the patient stands in the last clause
    ['限既往接受过至少两种治疗，且最后一次治疗期间进展的成年多发性骨髓瘤患者。', ['C90', 'D47']],
    ['限不宜手术或放疗，以及手术后复发的基底细胞癌患者。', ['C44', 'C51', 'C60', 'C63']],
    // what is done for those who have it; what is inherited is had before it is prevented
    ['限降低高胆固醇血症患者的LDL-C水平。', ['E78']],
    ['限降低脑卒中风险。', 'waits'],
    ['限预防遗传性血管性水肿(HAE)发作。', ['D84', 'T78']],
    ['限3-12岁先天性肺动脉高压患者，以改善患者的运动能力。', ['I26', 'I27', 'I28', 'P29', 'Q2']],
    ['限基因 1、2、6 型成人慢性丙型肝炎。', ['B17', 'B18', 'B19', 'K73', 'K74', 'Z22']],
    ['限十二指肠溃疡或生育保险。', 'waits'],
    ['限十二指肠溃疡；抢救病人。', 'waits'],
    ['预防十二指肠溃疡。', 'waits'],
    ['限曾患十二指肠溃疡的患者。', 'waits'],
    ['限抢救、重症或因肝硬化、癌症引起胸腹水的患者。', 'waits'],
    ['限头孢菌素耐药或重症感染患者。', 'waits'],
    ['限2型糖尿病患者或不耐受胰岛素患者。', 'waits'],
    ['限十二指肠溃疡等。', 'waits'],
    ['限无肝硬化的患者。', 'waits'],
  ])('%s', (text, expected) => expect(diagnoses(text)).toEqual(expected));
  test('a name that only a table knows waits without it', () => {
    const read = (constraint: string) => structurePoint({ ...blank, ruleName: '药品限适应症', constraint });
    expect(read('限弥漫性食管痉挛。').reason?.code).toBe('diagnosisUnmatched');
    expect(read('限十二指肠溃疡。').params).toEqual({ diagnoses: ['K26', 'K27', 'K28'] });
  });
  test('second-line: the disease where it is named, else the codes of the first line are needed', () => {
    const read = (constraint: string) => structurePoint({ ...blank, ruleName: '药品限二线使用', constraint });
    expect(read('限活动性类风湿关节炎患者的二线治疗。').params).toEqual({ diagnoses: ['M05', 'M06', 'M08'] });
    expect(read('限二线用药。').reason).toEqual({ code: 'codesNeeded', facts: { name: 'firstLine' } });
  });
  test('every name stands once, with beginnings of ICD-10 codes', () => {
    for (const [name, codes] of diseases) {
      expect(name).toMatch(/[\u4e00-\u9fff]|^[A-Z]{5}$/);
      expect(new Set(codes).size, name).toBe(codes.length);
      for (const code of codes) expect(code, name).toMatch(/^[A-Z](\d(\d(\.\d)?)?)?$/);
    }
  });
});

describe('lineage', () => {
  const row = (id: string, more: Partial<LineageRow> = {}): LineageRow => ({
    id,
    supersedes: null,
    publishedOn: null,
    validFrom: null,
    validTo: null,
    ...more,
  });
  const of = (...rows: LineageRow[]) => {
    const { places, issues } = placeInLineages(rows);
    return { issues: issues.map((one) => `${one.code} ${one.id}`), at: (id: string) => places.get(id) };
  };
  test('a superseded row ends the day before its successor begins; all share the first id', () => {
    const { at, issues } = of(
      row('A', { publishedOn: 100 }),
      row('C', { supersedes: 'B', validFrom: 300 }),
      row('B', { supersedes: 'A', publishedOn: 200 }),
    );
    expect(issues).toEqual([]);
    expect(at('A')).toMatchObject({ lineage: 'A', inForceFrom: 100, inForceTo: 199, inForce: true, supersededBy: 'B' });
    expect(at('B')).toMatchObject({ lineage: 'A', inForceFrom: 200, inForceTo: 299, supersededBy: 'C' });
    expect(at('C')).toMatchObject({ lineage: 'A', inForceFrom: 300, inForceTo: null, supersededBy: null });
  });
  test('validFrom wins over publishedOn; its own earlier end stays', () =>
    expect(
      of(row('A', { publishedOn: 5, validFrom: 10, validTo: 20 }), row('B', { supersedes: 'A', publishedOn: 50 })).at('A'),
    ).toMatchObject({
      inForceFrom: 10,
      inForceTo: 20,
    }));
  test('a successor that always was in force leaves nothing to its predecessor', () => {
    expect(of(row('A'), row('B', { supersedes: 'A' })).at('A')).toMatchObject({ inForce: false, supersededBy: 'B' });
    expect(of(row('A', { validFrom: 10 }), row('B', { supersedes: 'A', validFrom: 10 })).at('A')).toMatchObject({ inForce: false });
  });
  test('a missing predecessor is said, the row counts, and its lineage will not change when it comes', () => {
    const { at, issues } = of(row('B', { supersedes: 'A' }));
    expect(issues).toEqual(['missingPredecessor B']);
    expect(at('B')).toMatchObject({ lineage: 'A', inForce: true, reason: null });
  });
  test('a cycle waits', () => {
    const { at, issues } = of(row('A', { supersedes: 'B' }), row('B', { supersedes: 'A' }));
    expect(issues).toEqual(['lineageCycle A', 'lineageCycle B']);
    expect(at('A')?.reason?.code).toBe('lineageCycle');
  });
  test('of two successors both wait, and the predecessor ends before the earlier', () => {
    const { at, issues } = of(row('A'), row('C', { supersedes: 'A', validFrom: 200 }), row('B', { supersedes: 'A', validFrom: 100 }));
    expect(issues).toEqual(['twoSuccessors A']);
    expect(at('A')).toMatchObject({ inForceTo: 99, reason: null });
    expect([at('B')?.reason?.code, at('C')?.reason?.code]).toEqual(['twoSuccessors', 'twoSuccessors']);
  });
});
