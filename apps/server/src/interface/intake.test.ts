// The feed over a real embedded home: charges, settlements and stays as a hospital's software sends them, until they stand in the lake.
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { feedStoreOf, type Home, openHome } from '@hengjian/store';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { interfaceFold } from '../jobs/interface-fold.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-intake-'));
let home: Home;
let app: App;
const start = async () => {
  app = await createApp({ home });
  await app.ready();
};
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  await start();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

let number = 0;
interface More {
  provider?: string;
  msgid?: string;
  output?: unknown;
  at?: string;
}
const send = async (
  infno: string,
  input: unknown,
  { provider = 'H1', msgid = `m${++number}`, output, at = '2025-03-02 10:00:00' }: More = {},
) => {
  const payload = JSON.stringify({
    infno,
    msgid,
    fixmedins_code: provider,
    inf_time: at,
    mdtrtarea_admvs: '439900',
    insuplc_admdvs: '439900',
    input,
    output,
  });
  const response = await app.inject({ method: 'POST', url: '/fsi', payload, headers: { 'content-type': 'text/plain' } });
  expect(response.statusCode).toBe(200);
  return response.json();
};
const fold = async () => {
  const outcome = await interfaceFold.run(home, {}, () => {});
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.value;
};
const lake = async <T>(sql: string): Promise<T[]> => {
  const duck = await (await home.lake.snapshot()).connect();
  await duck.useBucket(undefined);
  try {
    return (await duck.rows(sql)) as T[];
  } finally {
    duck.close();
  }
};
const line = (encounter: string, no: string, more: object = {}) => ({
  feedetl_sn: no,
  mdtrt_id: encounter,
  psn_no: 'P1',
  chrg_bchno: 'B1',
  fee_ocur_time: '2025-03-02 09:30:00',
  med_list_codg: 'XC09CAA00001',
  medins_list_codg: '1',
  cnt: '2',
  pric: '10.00',
  det_item_fee_sumamt: '20.00',
  bilg_dept_codg: 'A03',
  bilg_dr_codg: 'D1',
  ...more,
});
const settle = (encounter: string, medfee: string, batch = 'B1') => ({
  data: { psn_no: 'P1', mdtrt_id: encounter, med_type: '11', medfee_sumamt: medfee, chrg_bchno: batch, insutype: '310' },
});

describe('outpatients', () => {
  test('charges answered line by line, settled, folded into the lake; the fund is known where the platform told it', async () => {
    const charged = await send('2204', { feedetail: [line('M1', '1'), line('M1', '2', { cnt: 1.5, det_item_fee_sumamt: 15 })] });
    expect(charged).toMatchObject({ infcode: 0, err_msg: '' });
    expect(charged.output.result).toHaveLength(2);
    expect(charged.output.result[1]).toMatchObject({
      feedetl_sn: '2',
      cnt: '1.5000',
      pric: '10.000000',
      det_item_fee_sumamt: '15.00',
      chrgitm_lv: '',
    });
    const reply = {
      setlinfo: {
        setl_id: 'S1',
        medfee_sumamt: '35.00',
        fund_pay_sumamt: '20.00',
        hifp_pay: '20.00',
        gend: '2',
        brdy: '1970-01-02',
        clr_way: '1',
      },
    };
    const settled = await send('2207', settle('M1', '35.00'), { output: reply });
    expect(settled.output.setlinfo).toMatchObject({ setl_id: 'S1', psn_no: 'P1', fund_pay_sumamt: '20.00', medfee_sumamt: '35.00' });
    expect(settled.output.setldetail).toEqual([]);
    expect(await fold()).toMatchObject({ encounters: 1, lines: 2 });
    expect(await lake('SELECT "settlementNo", "totalFen", "fundFen", "settledAt" FROM settlement')).toEqual([
      { settlementNo: 'S1', totalFen: 3500, fundFen: 2000, settledAt: Date.UTC(2025, 2, 2, 10) / 1000 },
    ]);
    expect(await lake('SELECT "lineNo", "amountFen", sex, setting, kind FROM line ORDER BY "lineNo"')).toEqual([
      { lineNo: '1', amountFen: 2000, sex: 2, setting: 'outpatient', kind: 'drug' },
      { lineNo: '2', amountFen: 1500, sex: 2, setting: 'outpatient', kind: 'drug' },
    ]);
    expect(await fold()).toMatchObject({ messages: 0 });
  });

  test('charges that were taken back never come in; a reversal undoes a settlement and its charges may be settled again', async () => {
    await send('2204', { feedetail: [line('M2', '1'), line('M2', '2', { chrg_bchno: 'B2' }), line('M2', '3', { chrg_bchno: 'B2' })] });
    await send('2205', { data: { mdtrt_id: 'M2', chrg_bchno: 'B2', psn_no: 'P1' } });
    const first = (await send('2207', settle('M2', '20.00'))).output.setlinfo.setl_id as string;
    expect(first.length).toBeLessThanOrEqual(30);
    const undone = (await send('2208', { data: { setl_id: first, mdtrt_id: 'M2', psn_no: 'P1' } })).output.setlinfo.setl_id as string;
    expect(undone).not.toBe(first);
    await fold();
    expect(await lake(`SELECT 1 FROM settlement WHERE "encounterNo" = 'M2'`)).toEqual([]);
    const second = (await send('2207', settle('M2', '20.00'))).output.setlinfo.setl_id as string;
    await fold();
    expect(
      await lake(
        `SELECT "settlementNo", "amountFen", l."fundFen" FROM line l JOIN settlement s USING (settlement) WHERE l."encounterNo" = 'M2'`,
      ),
    ).toEqual([
      // without the platform's word nobody knows what the fund paid
      { settlementNo: second, amountFen: 2000, fundFen: null },
    ]);
    expect(await feedStoreOf(home.db).waiting()).toEqual([]);
  });
});

describe('stays', () => {
  test('admission to discharge, a refund, the settlement list with what the funds paid', async () => {
    const admitted = await send('2401', {
      mdtrtinfo: {
        psn_no: 'P2',
        insutype: '310',
        med_type: '21',
        begntime: '2025-03-01 08:00:00',
        adm_bed: '012',
        adm_dept_codg: 'A03',
        atddr_no: 'D1',
      },
      diseinfo: { psn_no: 'P2', maindiag_flag: '1', diag_srt_no: '1', diag_code: 'I10.x00' },
    });
    const stay = admitted.output.result.mdtrt_id as string;
    expect(stay).toMatch(/^HJM.{1,27}$/);
    const charge = (no: string, more: object = {}) =>
      line(stay, no, { psn_no: 'P2', chrg_bchno: undefined, fee_ocur_time: '2025-03-03 10:00:00', ...more });
    await send('2301', { feedetail: [charge('1'), charge('2'), charge('3')] });
    await send('2302', { data: [{ feedetl_sn: '3', mdtrt_id: stay, psn_no: 'P2' }] });
    await send('2301', { feedetail: charge('4', { cnt: -1, det_item_fee_sumamt: -10, init_feedetl_sn: '2' }) });
    await fold();
    expect(await feedStoreOf(home.db).waiting()).toEqual([
      { encounterNo: stay, providerNo: 'H1', waitingLines: 3, waitingFen: 3000, problems: [] },
    ]);
    await send('2402', {
      dscginfo: { mdtrt_id: stay, psn_no: 'P2', insutype: '310', endtime: '2025-03-05 10:00:00', dscg_way: '1' },
      diseinfo: [{ maindiag_flag: '1', diag_srt_no: '1', diag_code: 'I20.000' }],
    });
    const settlement = (
      await send('2304', { data: { psn_no: 'P2', mdtrt_id: stay, medfee_sumamt: '30.00', insutype: '310', mid_setl_flag: '0' } })
    ).output.setlinfo.setl_id as string;
    const listed = await send('4101', {
      setlinfo: { psn_no: 'P2', mdtrt_id: stay, setl_id: settlement },
      diseinfo: [{ diag_type: '1', diag_code: 'I20.000', maindiag_flag: '1' }],
      oprninfo: [{ oprn_oprt_type: '1', oprn_oprt_code: '36.0100', oper_dr_code: 'D1', oprn_oprt_begntime: '2025-03-02 09:00:00' }],
      payinfo: [
        { fund_pay_type: '310100', fund_payamt: '12.00' },
        { fund_pay_type: '310200', fund_payamt: '5.00' },
      ],
    });
    expect(listed.output.data.setl_list_id).toMatch(/^\d{9}$/);
    await fold();
    expect(await lake(`SELECT bed, "dischargeWay", "mainDiagnosis", "totalFen" FROM encounter WHERE "encounterNo" = '${stay}'`)).toEqual([
      { bed: '012', dischargeWay: '1', mainDiagnosis: 'I20.000', totalFen: 3000 },
    ]);
    expect(await lake(`SELECT "lineNo", "amountFen" FROM line WHERE "encounterNo" = '${stay}' ORDER BY 1`)).toEqual([
      { lineNo: '1', amountFen: 2000 },
      { lineNo: '2', amountFen: 1000 },
    ]);
    expect(await lake(`SELECT "fundFen" FROM settlement WHERE "encounterNo" = '${stay}'`)).toEqual([{ fundFen: 1200 }]);
    expect(
      await lake(`SELECT code, surgeon FROM operation o JOIN encounter e USING (encounter) WHERE e."encounterNo" = '${stay}'`),
    ).toEqual([{ code: '36.0100', surgeon: 'D1' }]);
  });
});

describe('pharmacies', () => {
  test('a sale comes with its lines and trace codes; its reversal takes them along', async () => {
    const sale = (psn: string) => ({
      druginfo: { psn_no: psn, begntime: '2025-03-02 11:00:00', medfee_sumamt: '20.00', insutype: '310', med_type: '41' },
      drugdetail: [
        {
          ...line('', '1', { psn_no: psn }),
          durg_trac_info: [{ feedetl_sn: '1', drug_trac_codg: '81000000000000000001', trdn_flag: '0' }],
        },
      ],
    });
    const kept = (await send('2102', sale('P1'), { provider: 'P12345678901' })).output.setlinfo;
    const undone = (await send('2102', sale('P2'), { provider: 'P12345678901' })).output.setlinfo;
    await send('2103', { data: { setl_id: undone.setl_id, mdtrt_id: undone.mdtrt_id, psn_no: 'P2' } }, { provider: 'P12345678901' });
    await fold();
    expect(
      await lake(`SELECT "encounterNo", "providerKind" FROM line JOIN provider USING (provider) WHERE "providerNo" = 'P12345678901'`),
    ).toEqual([{ encounterNo: kept.mdtrt_id, providerKind: 'pharmacy' }]);
    expect(await lake(`SELECT code FROM trace WHERE "encounterNo" = '${kept.mdtrt_id}'`)).toEqual([{ code: '81000000000000000001' }]);
    expect((await feedStoreOf(home.db).waiting()).filter(({ providerNo }) => providerNo === 'P12345678901')).toEqual([]);
  });
});

describe('stock and matching', () => {
  test('a month of an item: counted, bought, sold, lost, returned; a batch deleted by mistake is gone', async () => {
    const of = (more: object) => ({ med_list_codg: 'XA01', fixmedins_hilist_id: '7', fixmedins_bchno: 'L1', ...more });
    const buy = (batch: string, cnt: number) => ({
      purcinfo: of({ fixmedins_bchno: batch, purc_retn_cnt: cnt, purc_retn_stoin_time: '2025-04-03 08:00:00' }),
    });
    await send('3501', { invinfo: of({ inv_cnt: '100', invdate: '2025-03-31' }) });
    await send('3503', buy('L2', 50));
    await send('3504', buy('L2', 10));
    await send('3503', buy('L9', 1000));
    await send('3505', { selinfo: of({ sel_retn_cnt: 30, sel_retn_time: '2025-04-04 08:00:00' }) });
    await send('3506', { selinfo: of({ sel_retn_cnt: 5, sel_retn_time: '2025-04-05 08:00:00' }) });
    await send('3502', { invinfo: of({ inv_chg_type: '105', cnt: 2, pric: 1, inv_chg_time: '2025-04-06 08:00:00' }) });
    await fold();
    await send('3507', { data: { fixmedins_bchno: 'L9', inv_data_type: '3' } });
    await fold();
    const rows = await lake(
      `SELECT month, "openingQuantity" AS opening, "purchasedQuantity" AS bought, "soldQuantity" AS sold, "lostQuantity" AS lost, "closingQuantity" AS closing FROM inventory JOIN item USING (item) WHERE code = 'XA01' ORDER BY month`,
    );
    expect(rows.at(-1)).toMatchObject({ opening: 1_000_000, bought: 400_000, sold: 250_000, lost: 20_000, closing: 1_130_000 });
  });

  test('a matching is kept until it is taken back', async () => {
    const match = {
      fixmedins_hilist_id: 'OWN1',
      fixmedins_hilist_name: '本院名称',
      list_type: '101',
      med_list_codg: 'XA01',
      begndate: '2025-01-01',
      enddate: '2099-12-31',
    };
    expect(await send('3301', { data: match })).toMatchObject({ infcode: 0 });
    await fold();
    const kept = () => home.db.selectFrom('catalogueMatch').select(['ownCode', 'itemCode', 'endedBy']).execute();
    expect(await kept()).toEqual([{ ownCode: 'OWN1', itemCode: 'XA01', endedBy: null }]);
    await send('3302', { data: { fixmedins_code: 'H1', fixmedins_hilist_id: 'OWN1', list_type: '101', med_list_codg: 'XA01' } });
    await fold();
    expect((await kept())[0]?.endedBy).not.toBeNull();
  });
});

describe('what is not taken', () => {
  test.each([
    ['no node', '2204', {}, 'feedetail'],
    ['no encounter', '2204', { feedetail: [line('', '1')] }, 'mdtrt_id'],
    ['a number that is none', '2301', { feedetail: [line('M9', '1'), line('M9', '2', { cnt: '两' })] }, 'feedetail[2] 的 cnt'],
    ['an amount that is not the product', '2204', { feedetail: [line('M9', '7', { det_item_fee_sumamt: '20.02' })] }, '费用明细流水号 7'],
    ['signs that differ', '2301', { feedetail: [line('M9', '7', { cnt: -2 })] }, '正负'],
    ['a day that is none', '2401', { mdtrtinfo: { psn_no: 'P1', begntime: '2025-02-30' } }, 'begntime'],
  ])('%s', async (_, infno, input, why) => {
    const before = (await feedStoreOf(home.db).received({})).length;
    const answer = await send(infno, input);
    expect(answer).toMatchObject({ infcode: -1, output: null });
    expect(answer.err_msg).toContain(why);
    await fold();
    expect(await feedStoreOf(home.db).received({})).toHaveLength(before);
  });

  test('no institution', async () => {
    expect((await send('2204', { feedetail: [line('M9', '1')] }, { provider: '' })).err_msg).toContain('fixmedins_code');
  });
});

test('the same message again gets the same answer, also after a new start; another content under its number is another message', async () => {
  const input = { feedetail: [line('M5', '1')] };
  const first = await send('2204', input, { msgid: 'again' });
  expect(await send('2204', input, { msgid: 'again', at: '2025-03-02 10:05:00' })).toEqual(first);
  await app.close();
  await start();
  expect(await send('2204', input, { msgid: 'again' })).toEqual(first);
  expect((await send('2204', { feedetail: [line('M5', '2')] }, { msgid: 'again' })).inf_refmsgid).not.toBe(first.inf_refmsgid);
  await send('2207', settle('M5', '40.00'));
  await fold();
  expect(await lake(`SELECT "lineNo" FROM line WHERE "encounterNo" = 'M5' ORDER BY 1`)).toEqual([{ lineNo: '1' }, { lineNo: '2' }]);
});

test('a damaged record is an alarm with its place, and what hangs on it waits; a torn tail is nothing', async () => {
  await send('2204', { feedetail: [line('M6', '1')] });
  await fold();
  await send('2207', settle('M6', '20.00'));
  await app.close();
  const folder = path.join(home.folder, 'journal');
  const file = path.join(
    folder,
    readdirSync(folder)
      .filter((name) => name.endsWith('.journal'))
      .at(-1) as string,
  );
  const bytes = readFileSync(file);
  const at = bytes.lastIndexOf('"feedetl_sn":"1","mdtrt_id":"M6"');
  bytes.write('#', at);
  writeFileSync(file, bytes);
  appendFileSync(file, 'HJJ1 torn');
  await start();
  await fold();
  const [damage] = await feedStoreOf(home.db).damages();
  expect(damage).toMatchObject({ segment: path.basename(file) });
  expect(damage?.place).toBeLessThan(at);
  expect(await feedStoreOf(home.db).waiting()).toContainEqual(expect.objectContaining({ encounterNo: 'M6', problems: ['messageLost'] }));
  expect(await lake(`SELECT 1 FROM line WHERE "encounterNo" = 'M6'`)).toEqual([]);
});

test('every message is accounted for, acknowledged ones by institution and day', async () => {
  await send('2204', { feedetail: [line('M7', '1')] }, { provider: 'H7' });
  await fold();
  const rows = await feedStoreOf(home.db).received({ providerNo: 'H7' });
  expect(rows).toEqual([{ providerNo: 'H7', day: expect.any(Number), infno: '2204', messages: 1 }]);
  const calls = await home.db.selectFrom('interfaceCall').select(['outcome', 'milliseconds']).where('providerNo', '=', 'H7').execute();
  expect(calls).toEqual([{ outcome: 'answered', milliseconds: expect.any(Number) }]);
});
