// The fund over a small city: every number against the extract's own rows, added up without the lake.
import { benefitScheme } from '@hengjian/city';
import { readWorkbook, type SheetText, writePaymentScheme } from '@hengjian/documents';
import { dayOfDate } from '@hengjian/domain';
import type { BenchmarksJson } from '@hengjian/server/schemas/benchmarks.ts';
import type { FundJson, FundRecordsJson, GrowthJson } from '@hengjian/server/schemas/fund.ts';
import type { ItemsJson, ItemUseJson } from '@hengjian/server/schemas/items.ts';
import type { PacksComparedJson, PaymentCasesJson, PaymentTrialJson } from '@hengjian/server/schemas/payment.ts';
import type { WhatIfJson } from '@hengjian/server/schemas/policy.ts';
import { registerStoreOf } from '@hengjian/store';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { plainScheme } from './plain-scheme.ts';
import { openSmallCity, type Row, type SmallCity } from './small-city.ts';

let city: SmallCity<'mdtrt' | 'diag' | 'feedetl'>;
let settled: readonly Row[] = [];

beforeAll(async () => {
  city = await openSmallCity('mdtrt', 'diag', 'feedetl');
  settled = city.settled;
}, 300_000);
afterAll(() => city?.close());
const ask = <T>(url: string): Promise<T> => city.ask(url);
const fen = (row: Record<string, string>, name: string) => Math.round(Number(row[name]) * 100);
const sum = (rows: readonly Record<string, string>[], name: string) => rows.reduce((total, row) => total + fen(row, name), 0);

/** The workbook as it is exported in Chinese and in English: the same cells where they are numbers, and no Chinese word of ours in the second. */
async function inBothLanguages(url: string): Promise<[zh: SheetText[], en: SheetText[]]> {
  const read = async (language: string) => {
    const file = await city.app.inject({ url, headers: { 'accept-language': language } });
    expect(file.statusCode).toBe(200);
    return readWorkbook(file.rawPayload);
  };
  const [zh, en] = [await read('zh-CN'), await read('en')];
  expect(en.map(({ rows }) => rows.length)).toEqual(zh.map(({ rows }) => rows.length));
  for (const { name, rows } of en) expect([name, ...(rows[2] ?? [])].join(' ')).not.toMatch(/\p{Script=Han}/u);
  return [zh, en];
}
const fenOf = (text: string | undefined): number => Math.round(Number((text ?? '').replaceAll(',', '')) * 100);

describe('the fund', () => {
  test('months and parts are what the institutions wrote', async () => {
    const fund = await ask<FundJson>('/api/fund');
    for (const { month, settledFundFen } of fund.months)
      expect(settledFundFen, month).toBe(
        sum(
          settled.filter((row) => row.setl_time?.startsWith(month)),
          'fund_pay_sumamt',
        ),
      );
    const employees = fund.parts.find(({ dimension }) => dimension === 'insurance')?.rows.find(({ key }) => key === 'employee');
    const own = settled.filter((row) => row.insutype === '310' && !['51', '52', '53'].includes(row.med_type as string));
    expect(employees).toMatchObject({ settlements: own.length, fundFen: sum(own, 'fund_pay_sumamt'), totalFen: sum(own, 'medfee_sumamt') });
    for (const { rows } of fund.parts) expect(rows.reduce((total, row) => total + row.fundFen, 0)).toBe(sum(settled, 'fund_pay_sumamt'));
    expect(fund.standings).toEqual([]);
  });
  test('a filter narrows everything, and opens into its settlements', async () => {
    const fund = await ask<FundJson>('/api/fund?setting=inpatient&from=2025-02&to=2025-03');
    const records = await ask<FundRecordsJson>('/api/fund/records?setting=inpatient&from=2025-02&to=2025-03&size=500');
    expect(records.total).toBe(fund.parts[0]?.rows.reduce((total, row) => total + row.settlements, 0));
    expect(records.rows.reduce((total, row) => total + (row.fundFen ?? 0), 0)).toBe(
      fund.months.reduce((total, row) => total + (row.settledFundFen ?? 0), 0),
    );
    expect(records.rows.every((row) => row.personNo.includes('*'))).toBe(true);
  });
  test('growth of two months against the two before sums to the fen', async () => {
    const growth = await ask<NonNullable<GrowthJson>>('/api/fund/growth?from=2025-03&to=2025-04');
    expect(growth).toMatchObject({ basis: 'preceding', before: { from: '2025-01', to: '2025-02' } });
    const now = settled.filter((row) => (row.setl_time as string) >= '2025-03');
    expect(growth.is).toEqual({
      people: new Set(now.map((row) => row.psn_no)).size,
      visits: now.length,
      totalFen: sum(now, 'medfee_sumamt'),
      fundFen: sum(now, 'fund_pay_sumamt'),
    });
    expect(growth.parts?.reduce((total, part) => total + part.fen, 0)).toBe(growth.is.fundFen - growth.was.fundFen);
  });
  test('the books give months payable and the step of the ladder', async () => {
    await registerStoreOf(city.home.db).append(
      [1, 2, 3, 4].map((month) => ({
        entryId: `book-${month}`,
        registerId: 'fund-accounts',
        occurredOn: dayOfDate(2025, month + 1, 1) - 1,
        recordedAt: 0,
        recordedBy: 't',
        source: 't',
        corrects: null,
        withdrawn: false,
        values: {
          monthEnd: dayOfDate(2025, month + 1, 1) - 1,
          insurance: 'employee',
          account: 'pool',
          contributionFen: 900,
          expenditureFen: 1000,
          balanceFen: 5000 - month * 100,
        },
      })),
    );
    const fund = await ask<FundJson>('/api/fund?insurance=employee');
    // 4,600 in hand at 1,000 a month
    expect(fund.standings).toMatchObject([
      { insurance: 'employee', monthsPayable: 4.6, averagedMonths: 4, step: 'yellow', signals: ['deficit'] },
    ]);
    expect(fund.months.map((month) => month.incomeFen)).toEqual([900, 900, 900, 900]);
  });
});

describe('what if', () => {
  const pull = async (levers: object[]) => {
    const answer = await city.app.inject({
      method: 'POST',
      url: '/api/policy/what-ifs',
      payload: { title: 't', schemeId: 'city-2025', year: 2025, levers },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return ask<WhatIfJson>(`/api/policy/what-ifs/${answer.json().id}`);
  };
  const lever = { insurance: ['resident'], setting: ['inpatient'], level: [], items: [] };
  beforeAll(async () => {
    const added = await city.app.inject({ method: 'POST', url: '/api/policy/schemes', payload: benefitScheme(2025) });
    expect(added.statusCode, added.body).toBe(200);
  });

  test('the policy in force gives what the city paid, and changes nothing', async () => {
    const { result } = await pull([]);
    expect(result.replayed).toBe(settled.length);
    // the city pays planted cases of maternity by the insurance of the person: those are listed, not forced
    expect(result.reproduced / result.replayed).toBeGreaterThan(0.99);
    expect(result.all.poolAfter).toBe(result.all.poolBefore);
    expect(result.all).toMatchObject({ gain: 0, lose: 0 });
    const paid = sum(settled, 'hifp_pay') + sum(settled, 'maf_pay');
    expect(result.all.poolBefore + result.all.aidBefore + result.notReproducedFen).toBe(paid);
  });
  test('200 yuan more of a deductible, worked out by hand for every resident’s stay', async () => {
    const { whatIfId, result } = await pull([{ ...lever, kind: 'deductible', by: 20_000 }]);
    const skipped = new Set(result.notReproduced.map((one) => one.settlementNo));
    // rate = what was paid over what was above the deductible of the class; 200 yuan less of it, whole fen down
    const deductibles = [10_000, 20_000, 40_000, 80_000];
    const rates = [85, 85, 75, 62];
    const levels = new Map(
      (await ask<{ providerNo: string; level: number }[]>('/api/providers')).map((one) => [one.providerNo, one.level]),
    );
    let after = 0;
    for (const row of settled) {
      if (skipped.has(row.setl_id as string)) continue;
      const pool = fen(row, 'hifp_pay');
      const own = row.insutype === '390' && ['21', '22', '24'].includes(row.med_type as string);
      const level = levels.get(row.fixmedins_code as string) ?? 0;
      const above = fen(row, 'inscp_amt') - (deductibles[level] as number);
      const rate = [0, 10]
        .map((less) => (rates[level] as number) - less)
        .find((one) => Math.floor((Math.max(0, above) * one) / 100) === pool);
      after += own && rate !== undefined ? Math.floor((Math.max(0, above - 20_000) * rate) / 100) : pool;
    }
    expect(result.all.poolAfter).toBe(after);
    expect(result.all.poolAfter).toBeLessThan(result.all.poolBefore);
    expect(result.all.gain).toBe(0);
    expect(result.all.lose).toBeGreaterThan(0);
    const sheets = await inBothLanguages(`/api/policy/what-ifs/${whatIfId}/xlsx`);
    // the fund before and after, whatever the language
    for (const pages of sheets)
      expect(pages[0]?.rows[3]?.slice(3, 5).map(fenOf)).toEqual([
        result.all.poolBefore + result.all.aidBefore,
        result.all.poolAfter + result.all.aidAfter,
      ]);
  });
});

describe('paid by disease group', () => {
  const plain = plainScheme(2025);
  // class 3 has a point value of its own, which is that of all others
  const simple = { ...plain, schemeId: 'simple', rates: plain.rates.flatMap((rate) => [{ ...rate, level: 3 }, rate]) };
  /** Stays that have ended, with their institution. */
  let isStay: ReadonlyMap<string | undefined, string>;
  beforeAll(() => {
    isStay = new Map(
      city.extract.mdtrt
        .filter((row) => ['21', '22', '24', '52'].includes(row.med_type as string) && row.endtime && !row.endtime.startsWith('9999'))
        .map((row) => [row.mdtrt_id, row.fixmedins_code as string]),
    );
  });
  const upload = async (file: string, bytes: Uint8Array) =>
    city.app.inject({
      method: 'POST',
      url: `/api/payment/schemes?file=${encodeURIComponent(file)}`,
      headers: { 'content-type': 'application/octet-stream' },
      payload: Buffer.from(bytes),
    });
  const trial = async (levers: object[]) => {
    const answer = await city.app.inject({
      method: 'POST',
      url: '/api/payment/trials',
      payload: { title: 't', schemeId: 'simple', year: 2025, levers },
    });
    expect(answer.statusCode, answer.body).toBe(200);
    return ask<PaymentTrialJson>(`/api/payment/trials/${answer.json().id}`);
  };

  test('a workbook becomes a scheme; a faulty one is told where', async () => {
    expect((await upload('方案.xlsx', await writePaymentScheme(simple))).json()).toEqual({ id: 'simple', issues: [] });
    const again = await upload('方案.xlsx', await writePaymentScheme(simple));
    expect([again.statusCode, again.json().issues[0].code]).toEqual([409, 'payment.scheme-exists']);
    const faulty = await upload('模板.xlsx', (await city.app.inject({ url: '/api/payment/template.xlsx' })).rawPayload);
    expect(faulty.statusCode).toBe(422);
    expect(faulty.json().issues[0].message).toBe('模板.xlsx 工作表“方案参数” 第 3 行 “值”列：“方案编号”必须填写');
  });
  test('packs are uploaded as their tables, and two side by side say where the stays go that the institutions wrote', async () => {
    const main = new Map(city.extract.diag.filter((row) => row.maindiag_flag === '1').map((row) => [row.mdtrt_id, row.diag_code]));
    const stays = new Set(settled.map((row) => row.mdtrt_id).filter((no) => isStay.has(no)));
    const counts = [...Map.groupBy(stays, (no) => main.get(no) as string)].map(([code, own]) => [code, own.length] as const);
    const [[often, n], [next, m]] = counts.sort((a, b) => b[1] - a[1]) as [[string, number], [string, number]];
    expect(Math.min(n, m)).toBeGreaterThan(1);
    const pack = (groups: readonly [code: string, name: string, diagnosis: string][]) => {
      const tables = {
        mdc: ['order,mdc,name,rule', '1,MDCA,全部,ZD'],
        mdc_dx: ['mdc,site,dx', ...groups.map(([, , code]) => `MDCA,,${code}`)],
        adrg: ['mdc,order,adrg,name,rule', ...groups.map(([code, name], i) => `MDCA,${i},${code},${name},ZD`)],
        adrg_codes: ['adrg,list,code', ...groups.map(([code, , diagnosis]) => `${code},ZD,${diagnosis}`)],
        drg: ['adrg,order,drg,name,condition', ...groups.map(([code, name]) => `${code},1,${code}9,${name},ANY`)],
        mcc: ['dx,exclusion_table'],
        cc: ['dx,exclusion_table'],
        exclusion: ['principal_dx,exclusion_table'],
        op_valid: ['procedure'],
      };
      const files = Object.entries(tables).map(([name, rows]) => [`${name}.csv`, new TextEncoder().encode(rows.join('\n'))]);
      return zipSync(Object.fromEntries(files));
    };
    const hand = (id: string, bytes: Uint8Array) =>
      city.app.inject({
        method: 'POST',
        url: `/api/payment/packs?file=${id}.zip&id=${id}&title=${id}`,
        headers: { 'content-type': 'application/octet-stream' },
        payload: Buffer.from(bytes),
      });
    const old = pack([['AS1', '甲', often]]);
    expect((await hand('old', old)).json()).toEqual({ id: 'old', issues: [] });
    const renewed = pack([
      ['AS1', '甲（更名）', often],
      ['AT1', '乙', next],
    ]);
    expect((await hand('new', renewed)).statusCode).toBe(200);
    const again = await hand('old', old);
    expect([again.statusCode, again.json().issues[0].code]).toEqual([409, 'payment.pack-exists']);
    const empty = await hand('none', zipSync({ 'mdc.csv': new TextEncoder().encode('order,mdc') }));
    expect(empty.statusCode).toBe(422);
    expect(empty.json().issues.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['payment.pack-table', 'payment.pack-missing']),
    );
    const found = await ask<PacksComparedJson>('/api/payment/packs/compared?a=old&b=new&year=2025');
    expect(found).toMatchObject({ cases: stays.size, moved: m, groupedBefore: n, groupedAfter: n + m });
    expect(found.added).toEqual([{ code: 'AT19', name: '乙' }]);
    expect(found.renamed).toEqual([{ code: 'AS19', before: '甲', after: '甲（更名）' }]);
    expect(found.shifts).toMatchObject([{ from: null, to: 'AT19', toName: '乙', cases: m }]);
    expect(found.byInstitution.reduce((total, row) => total + row.moved, 0)).toBe(m);
    const unknown = await city.app.inject({ url: '/api/payment/packs/compared?a=old&b=other&year=2025' });
    expect([unknown.statusCode, unknown.json().issues[0].code]).toEqual([404, 'payment.unknown-pack']);
  });
  test('a case that is signalled becomes one clue, however often it is asked', async () => {
    const stay = settled.find((row) => isStay.has(row.mdtrt_id)) as Row;
    const wish = {
      source: 'payment',
      sourceRef: stay.mdtrt_id,
      object: 'provider',
      objectNo: isStay.get(stay.mdtrt_id),
      objectName: '某医院',
      text: '低标准入院',
      amountFen: fen(stay, 'fund_pay_sumamt'),
      links: [{ kind: 'encounter', id: stay.mdtrt_id }],
    };
    const open = async () => {
      const answer = await city.app.inject({ method: 'POST', url: '/api/clues', payload: wish });
      expect(answer.statusCode, answer.body).toBe(200);
      return answer.json();
    };
    const [first, second] = [await open(), await open()];
    expect(second.matterId).toBe(first.matterId);
    expect(first).toMatchObject({ source: 'payment', sourceRef: stay.mdtrt_id, amountFen: wish.amountFen });
    const list = await ask<{ total: number }>('/api/clues?source=payment');
    expect(list.total).toBe(1);
  });
  test('institutions are due 4,000 yuan a stay less what patients bore; class 3 loses 200 a stay by 0.05', async () => {
    const found = await trial([{ kind: 'coefficient', insurance: null, level: 3, providerNo: null, groups: [], by: -500 }]);
    const bills = settled.filter((row) => isStay.has(row.mdtrt_id));
    const own = Map.groupBy(bills, (row) => isStay.get(row.mdtrt_id) as string);
    const rows = found.groups.find(({ group }) => group === 'institution')?.rows ?? [];
    expect(new Set(rows.map(({ key }) => key))).toEqual(new Set(own.keys()));
    for (const { key, level, before, after } of rows) {
      const of = own.get(key) ?? [];
      const cases = new Set(of.map((row) => row.mdtrt_id)).size;
      const fund = sum(of, 'fund_pay_sumamt');
      const due = cases * 400_000 - (sum(of, 'medfee_sumamt') - fund);
      expect(before, key).toMatchObject({ cases, grouped: cases, fundFen: fund, dueFen: due, cmi: 10_000_000 });
      expect(after?.dueFen, key).toBe(level === 3 ? due - cases * 20_000 : due);
    }
    expect(found.all.before?.dueFen).toBe(rows.reduce((total, { before }) => total + (before?.dueFen ?? 0), 0));
    const cases = await ask<PaymentCasesJson>(`/api/payment/trials/${found.trialId}/cases?provider=${rows[0]?.key}&size=500`);
    expect(cases.total).toBe(rows[0]?.before?.cases);
    const [first] = cases.rows;
    expect(first?.payFen).toBe(400_000);
    expect(first?.settled).toContain('分值 1000 × 机构系数 1 = 结算分值 1000；× 点值 4.00 元 = 支付标准 4000.00 元');
    const books = await inBothLanguages(`/api/payment/trials/${found.trialId}/xlsx`);
    for (const pages of books) expect(fenOf(pages[1]?.rows[3]?.[12])).toBe(found.all.before?.dueFen);
    // whose point value it is: of class 3, of all others
    expect(books.map(([values]) => values?.rows.slice(3).map(([whose]) => whose))).toEqual([
      ['全部险种 · 三级', '其余险种'],
      ['all insurances · class 3', 'all other insurances'],
    ]);
  });
});

describe('institutions beside each other', () => {
  test('readmission within 31 days, counted again from the institutions’ own rows', async () => {
    const found = await ask<NonNullable<BenchmarksJson>>('/api/benchmarks?indicator=readmitted31');
    for (const { level } of found.levels) {
      const own = await ask<NonNullable<BenchmarksJson>>(`/api/benchmarks?indicator=readmitted31&level=${level}`);
      for (const row of own.rows) expect(row.value === null || (row.value >= 0 && row.value <= 1)).toBe(true);
      // a small city has small numbers, and says so
      for (const row of own.rows) if (row.n < own.least) expect(row.mark).toBe('small');
    }
    // every stay that is over and whose 31 days are known, or whose person came back within them
    const stays = city.extract.mdtrt.filter(
      (row) => ['21', '22', '24', '52'].includes(row.med_type as string) && row.endtime && !row.endtime.startsWith('9999'),
    );
    expect(stays.length).toBeGreaterThan(20);
    const all = await Promise.all(
      found.levels.map(({ level }) => ask<NonNullable<BenchmarksJson>>(`/api/benchmarks?indicator=days&level=${level}`)),
    );
    const live = new Set(settled.map((row) => row.mdtrt_id));
    const over = stays.filter((row) => live.has(row.mdtrt_id as string));
    expect(all.flatMap(({ rows }) => rows).reduce((total, row) => total + row.n, 0)).toBe(over.length);
    // back within 31 days, wherever; ties in the order of their numbers
    const dayOf = (text: string | undefined) => Date.parse(`${text?.slice(0, 10)}T00:00:00Z`) / 86_400_000;
    const came = [...Map.groupBy(over, (row) => row.psn_no as string).values()].flatMap((own) => {
      const ordered = [...own].sort(
        (a, b) =>
          dayOf(a.begntime) - dayOf(b.begntime) ||
          dayOf(a.endtime) - dayOf(b.endtime) ||
          ((a.mdtrt_id as string) < (b.mdtrt_id as string) ? -1 : 1),
      );
      return ordered.slice(1).filter((row, i) => dayOf(row.begntime) - dayOf(ordered[i]?.endtime) <= 31);
    });
    const back = await Promise.all(
      found.levels.map(({ level }) => ask<NonNullable<BenchmarksJson>>(`/api/benchmarks?indicator=readmitted31&level=${level}`)),
    );
    expect(Math.round(back.flatMap(({ rows }) => rows).reduce((total, row) => total + row.n * (row.value ?? 0), 0))).toBe(came.length);
  });
  test('infections of care: an institution that writes no other diagnosis all year is not recorded, and never without infections', async () => {
    const { diag, mdtrt } = city.extract;
    const main = new Map(diag.filter((row) => row.maindiag_flag === '1').map((row) => [row.mdtrt_id, row.diag_code]));
    const others = new Set(diag.filter((row) => row.diag_code !== main.get(row.mdtrt_id)).map((row) => row.mdtrt_id));
    const live = new Set(settled.map((row) => row.mdtrt_id));
    const stays = mdtrt.filter((row) => ['21', '22', '24', '52'].includes(row.med_type as string) && live.has(row.mdtrt_id as string));
    const silent = new Set(stays.map((row) => row.fixmedins_code));
    for (const row of stays) if (others.has(row.mdtrt_id)) silent.delete(row.fixmedins_code);
    const { levels } = await ask<NonNullable<BenchmarksJson>>('/api/benchmarks');
    const rows = (
      await Promise.all(levels.map(({ level }) => ask<NonNullable<BenchmarksJson>>(`/api/benchmarks?indicator=infected&level=${level}`)))
    ).flatMap((found) => found.rows);
    expect(new Set(rows.filter(({ mark }) => mark === 'unrecorded').map(({ providerNo }) => providerNo))).toEqual(silent);
    expect(silent.size).toBeGreaterThan(0);
    expect(rows.every(({ n, value, mark }) => (mark === 'unrecorded') === (n === 0 && value === null))).toBe(true);
  });
  test('stays for diabetes with HbA1c in the 180 days before, counted again from what was charged', async () => {
    const dayOf = (text: string | undefined) => Date.parse(`${text?.slice(0, 10)}T00:00:00Z`) / 86_400_000;
    const live = new Set(settled.map((row) => row.mdtrt_id));
    const diabetic = new Set(
      city.extract.diag.filter((row) => row.maindiag_flag === '1' && /^E1[0-4]/.test(row.diag_code as string)).map((row) => row.mdtrt_id),
    );
    const stays = city.extract.mdtrt.filter(
      (row) => ['21', '22', '24', '52'].includes(row.med_type as string) && live.has(row.mdtrt_id as string) && diabetic.has(row.mdtrt_id),
    );
    const measured = city.extract.feedetl.filter((row) => row.med_list_codg?.includes('250302003') && Number(row.cnt) > 0);
    const people = new Map(city.extract.mdtrt.map((row) => [row.mdtrt_id, row.psn_no]));
    const done = stays.filter((stay) =>
      measured.some(
        (row) =>
          people.get(row.mdtrt_id) === stay.psn_no &&
          dayOf(row.fee_ocur_time) >= dayOf(stay.begntime) - 180 &&
          dayOf(row.fee_ocur_time) <= dayOf(stay.endtime),
      ),
    );
    expect(stays.length).toBeGreaterThan(0);
    const { levels } = await ask<NonNullable<BenchmarksJson>>('/api/benchmarks');
    const all = await Promise.all(
      levels.map(({ level }) => ask<NonNullable<BenchmarksJson>>(`/api/benchmarks?indicator=hba1c&level=${level}`)),
    );
    const rows = all.flatMap((one) => one.rows);
    expect(rows.reduce((total, row) => total + row.n, 0)).toBe(stays.length);
    expect(Math.round(rows.reduce((total, row) => total + row.n * (row.value ?? 0), 0))).toBe(done.length);
  });
  test('an adjusted index is 1 over all peers', async () => {
    const found = await ask<NonNullable<BenchmarksJson>>('/api/benchmarks?indicator=costIndex');
    expect(found.centre).toBeCloseTo(1, 6);
  });
});

describe('items', () => {
  /** Net amount of a code in months from … to, of what was settled. */
  const charged = (from: string, to: string, code: string) => {
    const settlements = new Map(settled.map((row) => [row.setl_id, row.setl_time?.slice(0, 7) as string]));
    return sum(
      city.extract.feedetl.filter((row) => {
        const month = settlements.get(row.setl_id as string);
        return month !== undefined && month >= from && month <= to && row.med_list_codg === code;
      }),
      'det_item_fee_sumamt',
    );
  };
  test('two months against the two before: what was charged, and parts that sum to the change', async () => {
    const found = await ask<NonNullable<ItemsJson>>('/api/items?from=2025-03&to=2025-04');
    expect(found).toMatchObject({ basis: 'preceding', before: { from: '2025-01', to: '2025-02' } });
    for (const { code, before, after } of found.rows.slice(0, 20)) {
      expect(after?.amountFen ?? 0, code).toBe(charged('2025-03', '2025-04', code));
      expect(before?.amountFen ?? 0, code).toBe(charged('2025-01', '2025-02', code));
    }
    const { growth } = found;
    expect(Object.values(growth?.parts ?? {}).reduce((total, part) => total + part, 0)).toBe(growth?.changeFen);
    // four months are too few
    expect(found.forecast).toBeNull();
  });
  test('who used one item: its people and the visits with it, by diagnosis and doctor', async () => {
    const code = (await ask<NonNullable<ItemsJson>>('/api/items?kind=service')).rows[3]?.code as string;
    const found = await ask<NonNullable<ItemUseJson>>(`/api/items/use?code=${code}`);
    const live = new Set(settled.map((row) => row.setl_id));
    const visits = new Set(
      city.extract.feedetl.filter((row) => row.med_list_codg === code && live.has(row.setl_id as string)).map((row) => row.mdtrt_id),
    );
    const people = new Set(city.extract.mdtrt.filter((row) => visits.has(row.mdtrt_id as string)).map((row) => row.psn_no));
    expect(visits.size).toBeGreaterThan(5);
    expect(found.users).toBe(people.size);
    expect(found.insured).toBeGreaterThanOrEqual(300);
    const main = city.extract.diag.filter((row) => row.maindiag_flag === '1' && visits.has(row.mdtrt_id as string));
    for (const { category, used } of found.diagnoses)
      expect(used, category).toBe(main.filter((row) => row.diag_code?.startsWith(category)).length);
    // all doctors together do what is expected of them
    expect(found.doctors.centre).toBeCloseTo(1, 6);
  });
});

test('the monthly report says the month’s numbers, and is a Word document', async () => {
  const report = await ask<{ month: string; sections: { sentences: string[] }[] }>('/api/month-report?month=2025-03');
  const march = settled.filter((row) => row.setl_time?.startsWith('2025-03'));
  expect(report.sections[0]?.sentences[0]).toContain(`本月结算 ${march.length} 人次`);
  expect(report.sections[0]?.sentences[0]).toContain(`基金支付 ${(sum(march, 'fund_pay_sumamt') / 1_000_000).toFixed(2)} 万元`);
  const file = await city.app.inject({ url: '/api/month-report/2025-03/docx' });
  expect(file.rawPayload.subarray(0, 2).toString()).toBe('PK');
});
test('the report in the other language tells the same numbers', async () => {
  type Report = { sections: { sentences: string[]; tables: { rows: string[][]; bars?: number[] }[] }[] };
  const [zh, en] = await Promise.all(['zh', 'en'].map((language) => ask<Report>(`/api/month-report?month=2025-03&language=${language}`)));
  const numbers = (report?: Report) =>
    report?.sections.flatMap(({ tables }) => tables.map(({ rows, bars }) => [rows.map((row) => row.slice(1)), bars]));
  expect(numbers(en)).toEqual(numbers(zh));
  expect(en?.sections[0]?.sentences[0]).toMatch(/^\d+ cases were settled this month/);
  // without a wish, as the page speaks
  const file = await city.app.inject({ url: '/api/month-report/2025-03/docx', headers: { 'accept-language': 'en' } });
  expect(file.headers['content-disposition']).toContain('fund-report-2025-03.docx');
});

describe('questions in place', () => {
  test('stays by class: the quick way and the records say the same, and the file has the rows', async () => {
    type Answer = { rows: { keys: (string | null)[]; values: number[] }[] };
    const quick = await ask<Answer>('/api/analysis?table=stay&by=level&measure=stays&measure=total');
    // sex is not in the projection, so this one is asked of the records
    const records = await ask<Answer>('/api/analysis?table=stay&by=level&by=sex&measure=stays&measure=total');
    for (const { keys, values } of quick.rows)
      for (const i of [0, 1])
        expect(records.rows.filter((row) => row.keys[0] === keys[0]).reduce((total, row) => total + (row.values[i] ?? 0), 0)).toBe(
          values[i],
        );
    const file = await city.app.inject({ url: '/api/analysis/export?table=stay&by=level&measure=stays' });
    expect(file.body.trim().split('\r\n')).toHaveLength(quick.rows.length + 1);
  });
  test('a word that names nothing is refused', async () => {
    expect((await city.app.inject({ url: '/api/analysis?table=settlement&by=constructor&measure=fund' })).statusCode).toBe(400);
    expect((await city.app.inject({ url: '/api/analysis?table=__proto__&measure=fund' })).statusCode).toBe(400);
  });
  test('a quotation mark in a filter is a value like any other', async () => {
    const answer = await ask<{ rows: unknown[] }>(
      `/api/analysis?table=settlement&by=month&measure=fund&where=${encodeURIComponent("setting:x' OR 1=1 --")}`,
    );
    expect(answer.rows).toEqual([]);
  });
});

test('a stay whose fund share no record tells takes no part in payment by group, and is counted', async () => {
  const trial = async () => {
    const payload = { title: 't', schemeId: 'simple', year: 2025, levers: [] };
    const { id } = (await city.app.inject({ method: 'POST', url: '/api/payment/trials', payload })).json();
    return ask<PaymentTrialJson>(`/api/payment/trials/${id}`);
  };
  const before = await trial();
  expect(before.unknownFund).toBe(0);
  const stay = settled.find((row) => row.med_type === '21') as Row;
  await city.take({ setl: [{ ...stay, fund_pay_sumamt: '' }] });
  const after = await trial();
  const cost = (of: PaymentTrialJson) => of.all.before?.costFen ?? 0;
  expect([after.unknownFund, after.all.before?.cases]).toEqual([1, (before.all.before?.cases ?? 0) - 1]);
  expect(cost(before) - cost(after)).toBe(fen(stay, 'medfee_sumamt'));
});
