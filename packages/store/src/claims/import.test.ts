import { dayOfDate, OPEN_INSTANT, parseInstant } from '@hengjian/domain';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { base, line, openWorkplace, type Workplace } from './testing/extract.ts';

let place: Workplace;
beforeEach(async () => {
  place = await openWorkplace();
});
afterEach(() => place.close());

const report = async (...args: Parameters<Workplace['import']>) => {
  const outcome = await place.import(...args);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};

describe('an extract becomes net records', () => {
  test('lines carry what a review reads', async () => {
    const done = await report(base());
    expect(done.version).toBe(1);
    expect(done.tables.feedetl).toMatchObject({ read: 3, added: 3, changed: 0, skipped: 0, rejected: 0 });
    const [first, second, third] = await place.rows(
      `SELECT l.*, i.code FROM line l JOIN item i USING (item) ORDER BY "encounterNo", "lineNo"`,
    );
    expect(first).toMatchObject({
      lineNo: '1',
      encounterNo: 'M1',
      code: 'XC09CAA00001',
      occurredAt: parseInstant('2024-03-01 10:00:00'),
      day: dayOfDate(2024, 3, 1),
      settledDay: dayOfDate(2024, 3, 5),
      kind: 'drug',
      quantity: 40_000,
      unitPrice: 20_000_000,
      amountFen: 8000,
      inScopeFen: 6000,
      fundFen: 4200,
      sex: 1,
      birthDay: dayOfDate(1950, 2, 28),
      deathDay: null,
      setting: 'inpatient',
      insurance: 'employee',
      level: 3,
      providerKind: 'medical',
      endedAt: parseInstant('2024-03-05 10:00:00'),
    });
    expect(second).toMatchObject({ kind: 'service', fundFen: 2800 });
    expect(third).toMatchObject({
      setting: 'pharmacy',
      insurance: 'resident',
      level: null,
      providerKind: 'pharmacy',
      endedAt: OPEN_INSTANT,
      quantity: 25_000,
    });
  });

  test('encounters know their settlements and main diagnosis', async () => {
    await report(base());
    const rows = await place.rows('SELECT * FROM encounter ORDER BY "encounterNo"');
    expect(rows[0]).toMatchObject({
      encounterNo: 'M1',
      settlementNos: 'S1',
      mainDiagnosis: 'I20.000',
      totalFen: 12_000,
      fundFen: 7000,
      begunDay: dayOfDate(2024, 3, 1),
    });
    const [doctor] = await place.rows(
      'SELECT "practitionerNo", p.provider = e.provider AS same FROM encounter e JOIN practitioner p USING (practitioner)',
    );
    expect(doctor).toEqual({ practitionerNo: 'D1', same: true });
  });

  test('refunds and reversals are netted, the originals stay', async () => {
    const extract = base();
    extract.feedetl.push({ ...line('M1', '3', 'S1', '2024-03-03 10:00:00', 'XC09CAA00001', '-1', '20.00', '-15.00') });
    extract.setl.push({
      ...(extract.setl[1] as object),
      setl_id: 'S3',
      medfee_sumamt: '-25.00',
      fund_pay_sumamt: '-10.00',
      refd_setl_flag: '1',
      init_setl_id: 'S2',
    } as never);
    const done = await report(extract);
    expect(done.netting).toEqual({
      reversedSettlements: 2,
      reversedLines: 1,
      refundLines: 1,
      reducedLines: 1,
      emptiedLines: 0,
      unmatched: 0,
    });
    expect(await place.rows('SELECT "encounterNo", "lineNo", quantity, "amountFen", "originalQuantity" FROM line ORDER BY 1, 2')).toEqual([
      { encounterNo: 'M1', lineNo: '1', quantity: 30_000, amountFen: 6000, originalQuantity: 40_000 },
      { encounterNo: 'M1', lineNo: '2', quantity: 10_000, amountFen: 4000, originalQuantity: 10_000 },
    ]);
    expect(await place.rows('SELECT "encounterNo" FROM encounter')).toEqual([{ encounterNo: 'M1' }]);
    expect(await place.rows('SELECT "lineNo", "setAside" FROM original_line WHERE "setAside" IS NOT NULL ORDER BY 1')).toEqual([
      { lineNo: '1', setAside: 'reversed' },
      { lineNo: '3', setAside: 'refund' },
    ]);
  });

  test('a refund of a later extract reaches back to its charge, and the fund is shared anew', async () => {
    await report(base());
    const done = await report({ feedetl: [line('M1', '9', 'S1', '2024-03-04 10:00:00', 'XC09CAA00001', '-4', '20.00', '-60.00')] });
    expect(done.netting).toMatchObject({ refundLines: 1, emptiedLines: 1 });
    expect(await place.rows(`SELECT "lineNo", "fundFen" FROM line WHERE "encounterNo" = 'M1'`)).toEqual([{ lineNo: '2', fundFen: 7000 }]);
  });

  test('trace codes and inventories are kept', async () => {
    await report({
      ...base(),
      trac: [{ mdtrt_id: 'M2', feedetl_sn: '1', drug_trac_codg: '81234567890123456789', trdn_flag: '0' }],
      inv: [
        {
          fixmedins_code: 'H2',
          med_list_codg: 'XA02BCA00002',
          period: '202403',
          begn_cnt: '10',
          purc_cnt: '5',
          sel_cnt: '2.5',
          loss_cnt: '0',
          end_cnt: '12.5',
        },
      ],
    });
    expect(await place.rows('SELECT "lineNo", code, split, quantity, "settledDay" FROM trace')).toEqual([
      { lineNo: '1', code: '81234567890123456789', split: false, quantity: 25_000, settledDay: dayOfDate(2024, 3, 2) },
    ]);
    expect(await place.rows('SELECT period, month, "soldQuantity", "closingQuantity" FROM inventory')).toEqual([
      { period: '202403', month: dayOfDate(2024, 3, 1), soldQuantity: 25_000, closingQuantity: 125_000 },
    ]);
  });

  test('codes of lines that take no part, or that came back with a refund, take none', async () => {
    const extract = base();
    // two packs, one of them given back with its code
    extract.feedetl.push(line('M1', '3', 'S1', '2024-03-03 10:00:00', 'XC09CAA00001', '-1', '20.00', '-15.00'));
    extract.setl.push({
      ...(extract.setl[1] as object),
      setl_id: 'S3',
      medfee_sumamt: '-25.00',
      fund_pay_sumamt: '-10.00',
      refd_setl_flag: '1',
      init_setl_id: 'S2',
    } as never);
    const code = (mdtrt_id: string, feedetl_sn: string, drug_trac_codg: string) => ({
      mdtrt_id,
      feedetl_sn,
      drug_trac_codg,
      trdn_flag: '1',
    });
    const trac = [code('M1', '1', 'A'), code('M1', '1', 'B'), code('M1', '3', 'B'), code('M2', '1', 'C')];
    await report({ ...extract, trac });
    expect(await place.rows('SELECT code, split FROM trace')).toEqual([{ code: 'A', split: true }]);
    const aside = 'SELECT code, "setAside" FROM original_trace WHERE "setAside" IS NOT NULL ORDER BY code, 2';
    const gone = [
      { code: 'B', setAside: 'refund' },
      { code: 'B', setAside: 'refunded' },
      { code: 'C', setAside: 'reversed' },
    ];
    expect(await place.rows(aside)).toEqual(gone);
    // a further import of the bucket neither loses nor doubles them
    await report({ feedetl: [line('M1', '4', 'S1', '2024-03-04 10:00:00', 'XC09CAA00001', '1', '20.00', '15.00')] });
    expect(await place.rows(aside)).toEqual(gone);
    expect((await report({ ...extract, trac })).tables.trac).toMatchObject({ added: 0, skipped: 4 });
  });

  test('prescriptions, equipment and benefits are kept beside the claims, the last content of a key counts', async () => {
    const benefit = { psn_no: 'P1', insutype: '310', begndate: '2024-01-01', enddate: '2024-06-30', trt_stas: '1' };
    const rx = {
      rx_no: 'R1',
      psn_no: 'P2',
      fixmedins_code: 'H1',
      med_list_codg: 'XNEW',
      rx_date: '2024-03-01',
      bilg_dr_codg: 'D1',
      cnt: '2',
    };
    const equip = { fixmedins_code: 'H1', med_list_codg: '002101', equip_cnt: '2', lic_no: 'L1', begndate: '2023-01-01', enddate: '' };
    const done = await report(
      { ...base(), benefit: [benefit, { ...benefit, psn_no: 'P9' }], rx: [rx], equip: [equip] },
      { acceptRejects: true },
    );
    expect(done.tables.benefit).toMatchObject({ added: 1, rejected: 1 });
    expect(await place.rows('SELECT insurance, state, "validFrom", "validTo" FROM benefit')).toEqual([
      { insurance: 'employee', state: '1', validFrom: dayOfDate(2024, 1, 1), validTo: dayOfDate(2024, 6, 30) },
    ]);
    expect(
      await place.rows(
        'SELECT x."prescriptionNo", i.code, d."practitionerNo", x.quantity, x."validTo" FROM prescription x JOIN item i USING (item) JOIN practitioner d USING (practitioner)',
      ),
    ).toEqual([{ prescriptionNo: 'R1', code: 'XNEW', practitionerNo: 'D1', quantity: 20_000, validTo: null }]);
    expect(await place.rows('SELECT "unitCount", licence, "validTo" FROM equipment')).toEqual([
      { unitCount: 2, licence: 'L1', validTo: null },
    ]);
    expect((await report({ benefit: [{ ...benefit, enddate: '2024-12-31' }], rx: [rx] })).tables).toMatchObject({
      benefit: { changed: 1 },
      rx: { skipped: 1 },
    });
    expect(await place.rows('SELECT "validTo" FROM benefit')).toEqual([{ validTo: dayOfDate(2024, 12, 31) }]);
  });

  test('unsettled lines belong to their own day; settled later they are the same line', async () => {
    const extract = base();
    const settled = extract.feedetl.map((row) => ({ ...row }));
    for (const row of extract.feedetl) row.setl_id = '';
    const { setl, ...unsettled } = extract;
    await report(unsettled);
    const before = await place.rows(
      'SELECT line, "lineNo", "encounterNo", settlement, "settledDay", day, "fundFen" FROM line ORDER BY line',
    );
    expect(before.map((row) => [row.settlement, row.settledDay === row.day, row.fundFen])).toEqual([1, 2, 3].map(() => [null, true, null]));
    const done = await report({ setl, feedetl: settled });
    expect(done.tables.feedetl).toMatchObject({ added: 0, changed: 3 });
    const after = await place.rows('SELECT line, "lineNo", "encounterNo" FROM line ORDER BY line');
    expect(after).toEqual(before.map(({ line: id, lineNo, encounterNo }) => ({ line: id, lineNo, encounterNo })));
    // The old extract again does not revive them as unsettled.
    expect((await report({ feedetl: extract.feedetl })).tables.feedetl).toMatchObject({ skipped: 3 });
    expect(await place.rows('SELECT count(*) AS n FROM original_line')).toEqual([{ n: 3 }]);
  });
});

describe('again and again', () => {
  test('the same extract is skipped whole', async () => {
    await report(base());
    const again = await report(base());
    expect(again.version).toBe(1);
    for (const count of Object.values(again.tables)) expect(count).toMatchObject({ added: 0, changed: 0, skipped: count.read });
  });

  test('other content under the same key is a new version; the old one is kept, numbers stay', async () => {
    await report(base());
    const numbers = await place.rows('SELECT line, "lineNo", encounter FROM line ORDER BY line');
    const next = base();
    next.feedetl[0] = line('M1', '1', 'S1', '2024-03-01 10:00:00', 'XC09CAA00001', '3', '20.00', '45.00');
    next.psn[1] = { ...next.psn[1], gend: '1' } as never;
    const done = await report(next);
    expect(done.version).toBe(2);
    expect(done.tables.feedetl).toMatchObject({ added: 0, changed: 1, skipped: 2 });
    expect(done.tables.psn).toMatchObject({ changed: 1, skipped: 1 });
    expect(await place.rows('SELECT line, "lineNo", encounter FROM line ORDER BY line')).toEqual(numbers);
    expect(await place.rows(`SELECT quantity FROM line WHERE "encounterNo" = 'M1' AND "lineNo" = '1'`)).toEqual([{ quantity: 30_000 }]);
    // A corrected sex reaches the copies in the lines.
    expect(await place.rows(`SELECT sex FROM line WHERE "encounterNo" = 'M2'`)).toEqual([{ sex: 1 }]);
    const snapshot = await place.home.lake.snapshot();
    const old = snapshot.filesOf('superseded/line').map((file) => file.path);
    expect(await place.rows(`SELECT "originalQuantity", "recordedIn", "replacedIn" FROM read_parquet('${old[0]}')`)).toEqual([
      { originalQuantity: 40_000, recordedIn: 1, replacedIn: 2 },
    ]);
    const changes = snapshot.changedSince(1) ?? [];
    expect(
      await place.rows(
        `SELECT e."encounterNo", c."fromDay", c."toDay" FROM read_parquet([${changes.map((f) => `'${f}'`)}]) c JOIN encounter e USING (encounter) ORDER BY 1`,
      ),
    ).toEqual([
      { encounterNo: 'M1', fromDay: dayOfDate(2024, 3, 1), toDay: dayOfDate(2024, 3, 5) },
      { encounterNo: 'M2', fromDay: dayOfDate(2024, 3, 2), toDay: dayOfDate(2024, 3, 2) },
    ]);
  });

  test('later extracts may bring parts only and refer to what is known', async () => {
    await report(base());
    const numbers = await place.rows('SELECT item, code FROM item ORDER BY item');
    const done = await report({
      mdtrt: [
        {
          mdtrt_id: 'M3',
          psn_no: 'P1',
          fixmedins_code: 'H1',
          med_type: '11',
          begntime: '2024-04-01 08:00:00',
          endtime: '2024-04-01 09:00:00',
        },
      ],
      feedetl: [
        line('M3', '1', '', '2024-04-01 08:30:00', 'XC09CAA00001', '1', '20.00', '15.00'),
        line('M3', '2', '', '2024-04-01 08:30:00', 'ZNEW', '1', '1.00', '1.00'),
      ],
    });
    expect(done.tables.feedetl).toMatchObject({ added: 2 });
    expect(await place.rows('SELECT count(*) AS n, count(DISTINCT line) AS d FROM line')).toEqual([{ n: 5, d: 5 }]);
    expect((await place.rows('SELECT item, code FROM item ORDER BY item')).slice(0, 3)).toEqual(numbers);
  });

  test('a snapshot stays readable after the next import', async () => {
    await report(base());
    const before = await place.home.lake.snapshot();
    await report({ feedetl: [line('M1', '9', 'S1', '2024-03-04 10:00:00', 'XC09CAA00001', '-4', '20.00', '-60.00')] });
    const connection = await before.connect();
    expect(await connection.rows('SELECT count(*) AS n FROM line')).toEqual([{ n: 3 }]);
    connection.close();
  });
});
