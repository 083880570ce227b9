// The grouper on a small pack of our own, every branch of it; published packs are tried in packages/documents.

import { describe, expect, test } from 'vitest';
import { dayOfDate } from '../time.ts';
import { changesOfPacks, shiftsOf } from './compare-packs.ts';
import { drgGrouper } from './drg-grouper.ts';
import { compileRule } from './grouping-rule.ts';
import { type PackRows, packOf } from './pack.ts';
import { CLEARING_ADJUSTMENTS, paidAhead } from './paid-ahead.ts';
import type { PaymentCase } from './scheme.ts';
import { plainStay } from './testing/stay.ts';

const rows = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
const tables: PackRows = {
  mdc: rows(`order,mdc,name,rule
    1,MDCA,先期,primary procedure in OP_VALID (then pre-MDC ADRGs)
    2,MDCP,新生儿,principal dx in list and age(years)=0
    3,MDCZ,多发创伤,principal dx in list and diagnoses (principal+other) hit >=2 different body sites
    4,MDCN,女性,principal dx in list and gender=2
    5,MDCH,肝胆,principal dx in list`),
  mdc_dx: rows(`mdc,site,dx
    MDCP,,P07.200
    MDCZ,头,S06.000
    MDCZ,腿,S72.000
    MDCN,,D25.900
    MDCH,,K80.100
    MDCH,,K85.900`),
  adrg: rows(`mdc,order,adrg,name,rule
    MDCA,1,AA1,移植,SS
    MDCP,1,PS1,极低体重,ANYDX and WEIGHT>0 and WEIGHT<1500 and AGEDAY<=28
    MDCP,2,PV1,其他新生儿,TRUE
    MDCZ,1,ZZ1,未手术,NO_OP_VALID
    MDCN,1,NA1,子宫,ZD and (ANYOP(SS1) or (ANYOP(SS2) and ANYOP(SS3)))
    MDCH,2,HC2,胆囊切除,SS
    MDCH,1,HB1,胰腺,SS
    MDCH,3,HU1,胰腺炎,ZD`),
  adrg_codes: rows(`adrg,list,code
    AA1,SS,37.5100
    PS1,ZD,P07.200
    NA1,ZD,D25.900
    NA1,SS1,68.4900
    NA1,SS2,68.2900
    NA1,SS3,54.5900
    HB1,SS,52.7x00
    HC2,SS,51.2300
    HU1,ZD,K85.900`),
  drg: rows(`adrg,order,drg,name,condition
    AA1,1,AA19,移植,ANY
    PS1,1,PS15,极低体重,ANY
    PV1,1,PV19,其他,ANY
    ZZ1,1,ZZ19,未手术,ANY
    NA1,1,NA19,子宫,ANY
    HC2,3,HC25,胆囊,ANY
    HC2,1,HC21,胆囊，严重,MCC
    HC2,2,HC23,胆囊，一般,MCC_OR_CC
    HU1,1,HU11,胰腺炎，严重,MCC
    HU1,2,HU15,胰腺炎,ANY`),
  mcc: rows('dx,exclusion_table\nJ96.000,7\nK85.900,9'),
  cc: rows('dx,exclusion_table\nI50.900,5\nE11.900,6'),
  exclusion: rows('principal_dx,exclusion_table\nK80.100,9\nK85.900,6'),
  op_valid: rows('procedure\n37.5100\n51.2300\n68.4900\n68.2900\n54.5900'),
};
const pack = packOf({ packId: 'p', title: 'p', source: 'test' }, tables);
if (!pack.ok) throw new Error(JSON.stringify(pack.issues));
const grouper = drgGrouper(pack.value);
const stay = (mainDiagnosis: string | null, procedures: string[] = [], own: Partial<PaymentCase> = {}): PaymentCase => ({
  ...plainStay,
  mainDiagnosis,
  mainProcedure: procedures[0] ?? null,
  otherProcedures: procedures.slice(1),
  ...own,
});

describe('a case comes to its group', () => {
  test.each([
    ['before all categories', stay('K80.100', ['37.5100']), 'AA19'],
    ['left by the first category, taken by its own', stay('K80.100', ['51.2300']), 'HC25'],
    ['complication', stay('K80.100', ['51.2300'], { otherDiagnoses: ['I50.900'] }), 'HC23'],
    ['severe before other', stay('K80.100', ['51.2300'], { otherDiagnoses: ['I50.900', 'J96.000'] }), 'HC21'],
    ['excluded by the main diagnosis', stay('K80.100', ['51.2300'], { otherDiagnoses: ['K85.900'] }), 'HC25'],
    ['a complication counts as none where only severe ones part the group', stay('K85.900', [], { otherDiagnoses: ['I50.900'] }), 'HU15'],
    ['the main procedure decides', stay('K85.900', ['89.0000', '51.2300']), 'HU15'],
    ['newborn by weight', stay('P07.200', [], { ageYears: 0, ageDays: 10, weightGrams: 1200 }), 'PS15'],
    ['weight unknown', stay('P07.200', [], { ageYears: 0, ageDays: 10 }), 'PV19'],
    ['two regions hurt', stay('S06.000', [], { otherDiagnoses: ['S72.000'] }), 'ZZ19'],
    ['several lists', stay('D25.900', ['68.2900', '54.5900'], { sex: 2 }), 'NA19'],
    ['one list of them', stay('D25.900', ['68.2900'], { sex: 2 }), null],
  ])('%s', (_, one, code) => {
    expect(grouper(one).code).toBe(code);
  });
  test('why it has none', () => {
    const why = (one: PaymentCase) => [grouper(one).why, grouper(one).category];
    expect(why(stay(null))).toEqual(['no-diagnosis', null]);
    expect(why(stay('Z00.000'))).toEqual(['no-category', null]);
    expect(why(stay('S06.000'))).toEqual(['no-category', null]);
    expect(why(stay('D25.900', ['68.4900']))).toEqual(['no-category', null]);
    expect(why(stay('K80.100'))).toEqual(['no-adjacent', 'MDCH']);
  });
  test('what counted is told, what the main diagnosis excludes too', () => {
    expect(grouper(stay('K80.100', ['51.2300'], { otherDiagnoses: ['I50.900', 'K85.900'] }))).toMatchObject({
      category: 'MDCH',
      adjacent: 'HC2',
      rule: 'SS',
      complications: ['I50.900'],
      excluded: ['K85.900'],
    });
  });
});

test('a pack that is not whole is refused with its place', () => {
  const { cc: _, ...rest } = tables;
  const broken = packOf(
    { packId: 'p', title: 'p', source: '' },
    { ...rest, mcc: rows('dx\nA'), drg: rows('adrg,order,drg,name,condition\nAA1,1,X,X,MCC or (CC') },
  );
  expect(broken.issues.map(({ code, facts }) => [code, facts.table ?? facts.fault])).toEqual([
    ['payment.pack-table', 'mcc'],
    ['payment.pack-missing', 'cc'],
    ['payment.pack-rule', 'CC'],
  ]);
});

test('rules: and binds before or; what cannot be read says where', () => {
  const rule = compileRule('TRUE or TRUE and not TRUE');
  expect(typeof rule === 'function' && rule({} as never)).toBe(true);
  expect(['SS SS', 'WEIGHT>x', 'ANYOP(', ''].map((text) => compileRule(text))).toEqual([
    { fault: 'SS' },
    { fault: 'WEIGHT > x' },
    { fault: 'ANYOP (' },
    { fault: '…' },
  ]);
});

describe('two versions side by side', () => {
  const packed = (given: PackRows, packId: string) => {
    const read = packOf({ packId, title: packId, source: '' }, given);
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    return read.value;
  };
  const before = packed(tables, 'a');
  // the new version has no CC for heart failure, one group more and one under another name
  const after = packed(
    {
      ...tables,
      cc: rows('dx,exclusion_table\nE11.900,6'),
      drg: [
        ...(tables.drg ?? []).map((row) => (row[2] === 'HU15' ? [...row.slice(0, 3), '胰腺炎，其他', 'ANY'] : row)),
        ['HU1', '3', 'HU19', '胰腺炎，未分', 'ANY'],
      ],
    },
    'b',
  );
  test('tables: what was added, taken away, renamed', () => {
    const { counts, added, removed, renamed } = changesOfPacks(before, after);
    expect(counts.find(({ table }) => table === 'cc')).toEqual({ table: 'cc', a: 2, b: 1, added: 0, removed: 1 });
    expect(added).toEqual([{ code: 'HU19', name: '胰腺炎，未分' }]);
    expect(removed).toEqual([]);
    expect(renamed).toEqual([{ code: 'HU15', before: '胰腺炎', after: '胰腺炎，其他' }]);
  });
  test('cases: a gallbladder with heart failure goes down, the others stay', () => {
    const stay = { ...plainStay, mainDiagnosis: 'K80.100', mainProcedure: '51.2300', costFen: 700 };
    const found = shiftsOf(
      [
        { ...stay, otherDiagnoses: ['I50.900'] },
        { ...stay, otherDiagnoses: ['J96.000'], providerNo: 'H2' },
        { ...plainStay, mainDiagnosis: 'Z99.900' },
      ],
      drgGrouper(before),
      drgGrouper(after),
    );
    expect(found).toEqual({
      cases: 3,
      moved: 1,
      groupedBefore: 2,
      groupedAfter: 2,
      shifts: [{ from: 'HC23', to: 'HC25', cases: 1, costFen: 700 }],
      byInstitution: [
        { providerNo: 'H1', cases: 2, moved: 1 },
        { providerNo: 'H2', cases: 1, moved: 0 },
      ],
    });
  });
});

test('what is paid ahead and deducted is of the year it falls in', () => {
  const entry = (occurredOn: number, kind: string, amountFen: number) => ({
    entryId: `${occurredOn}${kind}`,
    registerId: CLEARING_ADJUSTMENTS,
    occurredOn,
    recordedAt: 0,
    recordedBy: 't',
    source: 't',
    values: { providerNo: 'H1', kind, amountFen },
    corrects: null,
    withdrawn: false,
  });
  const day = dayOfDate(2025, 1, 1);
  const entries = [
    entry(day, 'prepaid', 500),
    entry(day + 30, 'prepaid', 300),
    entry(day + 31, 'penalty', 70),
    entry(day - 1, 'prepaid', 9),
  ];
  expect(paidAhead(entries, 2025)).toEqual(new Map([['H1', { prepaidFen: 800, deductedFen: 70 }]]));
});
