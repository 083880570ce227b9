// The national interface over a real embedded home: what a hospital's software sends, and what it gets back.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Home, keyStoreOf, openHome } from '@hengjian/store';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { decipher, encipher, sm4KeyOf } from './sm/sm4.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-interface-'));
let home: Home;
let app: App;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

/** 非那雄胺片, for men only (starter knowledge SK-drug-sex-001). */
const DRUG = 'XG04CBA170A001010190027';
const order = (id: string, code: string, more: object = {}) => ({
  rx_id: id,
  rxno: '1',
  hilist_type: '101',
  chrg_type: '09',
  hilist_code: code,
  cnt: '2',
  pric: '31.50',
  sumamt: '63.00',
  drord_begn_date: '2025-03-02 09:30:00',
  drord_dr_codg: 'D1',
  curr_drord_flag: '1',
  ...more,
});
const visit = (encounter: string, gend: string, orders: object[]) => ({
  data: {
    trig_scen: '5',
    task_id: 'T1',
    patient_dtos: [
      {
        patn_id: 'P1',
        gend,
        brdy: '1970-01-02',
        curr_mdtrt_id: encounter,
        fsi_encounter_dtos: [
          {
            mdtrt_id: encounter,
            medins_id: 'H1',
            medins_lv: '2',
            med_type: '11',
            insutype: '310',
            adm_date: '2025-03-02 09:00:00',
            fsi_diagnose_dtos: [{ dise_id: '1', maindise_flag: '1', dise_codg: 'R51.x00' }],
            fsi_order_dtos: orders,
          },
        ],
      },
    ],
  },
});
const MSGID = 'H00000000001202503020930000001';
const send = async (infno: string, input: unknown, url = '/fsi/api/rsfComIfsService/callService', raw?: string, msgid = MSGID) => {
  const payload = raw ?? JSON.stringify({ infno, msgid, fixmedins_code: 'H1', input });
  const response = await app.inject({ method: 'POST', url, payload, headers: { 'content-type': 'text/plain;charset=utf-8' } });
  return { status: response.statusCode, answer: response.json() };
};

describe('3101', () => {
  test('one sentence, the item in question, its amount and basis; nothing for whom it is meant', async () => {
    const { status, answer } = await send('3101', visit('M1', '2', [order('R1', DRUG), order('R2', 'OTHER')]));
    expect(status).toBe(200);
    expect(answer).toMatchObject({ infcode: 0, err_msg: '' });
    expect(answer.output.result).toHaveLength(1);
    expect(answer.output.result[0]).toMatchObject({
      rule_id: 'GZ10000301004000',
      rule_name: '药品区分性别使用',
      patn_id: 'P1',
      mdtrt_id: 'M1',
      vola_amt: '63.00',
      sev_deg: '1',
      vola_bhvr_type: '2',
      task_id: 'T1',
      judge_result_detail_dtos: [{ rx_id: 'R1', vola_item_type: '1', vola_amt: '63.00' }],
    });
    expect(answer.output.result[0].vola_cont).toContain('非那雄胺片');
    expect(answer.output.result[0].jr_id.length).toBeLessThanOrEqual(40);
    expect((await send('3101', visit('M2', '1', [order('R1', DRUG)]))).answer.output.result).toEqual([]);
  });

  test('an earlier order of the encounter is context, no reminder', async () => {
    const { answer } = await send('3101', visit('M3', '2', [order('R1', DRUG, { curr_drord_flag: '0' }), order('R2', 'OTHER')]));
    expect(answer.output.result).toEqual([]);
  });

  test('any path, also one that ends in the number', async () => {
    const { answer } = await send('3102', visit('M4', '2', [order('R1', DRUG)]), '/ebus/011145/poc-hsa-hgs-3102');
    expect(answer.output.result).toHaveLength(1);
  });

  test('rule_ids where no scene is given', async () => {
    const input = visit('M5', '2', [order('R1', DRUG)]);
    const asked = (rules: unknown) => ({ data: { ...input.data, trig_scen: '', rule_ids: rules } });
    expect((await send('3101', asked(['GZ10000101012000']))).answer.output.result).toEqual([]);
    expect((await send('3101', asked('GZ10000301004000'))).answer.output.result).toHaveLength(1);
  });
});

describe('the body', () => {
  const raw = async (payload: string | Buffer, type = 'application/json') => {
    const response = await app.inject({ method: 'POST', url: '/x', payload, headers: { 'content-type': type } });
    return { text: response.body, answer: response.json() };
  };
  const envelope = (input: unknown, more: object = {}) =>
    JSON.stringify({ infno: '3101', msgid: 'm', fixmedins_code: 'H1', input, ...more });

  test('enciphered by SM4: the answer is too, under the key that fitted; two keys stand side by side', async () => {
    const keys = keyStoreOf(home.db);
    const [old, next] = ['0123456789abcdeffedcba9876543210', 'sixteen-signs-ok'];
    await keys.add({ keyId: 'c1', scheme: 'SM4', providerNo: 'H1', secret: old }, '经办', 0);
    await keys.add({ keyId: 'c2', scheme: 'SM4', providerNo: 'H1', secret: next }, '经办', 1);
    for (const secret of [old, next]) {
      const key = sm4KeyOf(secret) as Buffer;
      const input = encipher(JSON.stringify(visit(`MC${secret}`, '2', [order('R1', DRUG)])), key);
      const { answer } = await raw(envelope(input, { enc_type: 'SM4' }));
      expect(answer).toMatchObject({ infcode: 0, enc_type: 'SM4' });
      expect(JSON.parse(decipher(answer.output, key) ?? '').result).toHaveLength(1);
    }
    const foreign = encipher('{}', sm4KeyOf('another-key-16-b') as Buffer);
    expect((await raw(envelope(foreign, { enc_type: 'SM4' }))).answer).toMatchObject({ infcode: -1, output: null });
  });

  test('input written as a text of JSON', async () => {
    const { answer } = await raw(envelope(JSON.stringify(visit('MT', '2', [order('R1', DRUG)]))));
    expect(answer.output.result).toHaveLength(1);
  });

  test('GBK: read as such, and answered in ASCII, which is the same in GBK', async () => {
    // 王 in GBK is CD F5
    const text = envelope(visit('MG', '2', [order('R1', DRUG)])).replace('"gend"', '"patn_name":"@@","gend"');
    const bytes = Buffer.concat(
      text.split('@@').flatMap((part, i) => (i === 0 ? [Buffer.from(part, 'ascii')] : [Buffer.of(0xcd, 0xf5), Buffer.from(part, 'ascii')])),
    );
    const { text: said, answer } = await raw(bytes);
    expect(answer.output.result[0].vola_cont).toContain('非那雄胺片');
    expect(/^[\x20-\x7e]*$/.test(said)).toBe(true);
  });

  test('a switch of the institution: result as one object, fewer reminders', async () => {
    const keys = keyStoreOf(home.db);
    await keys.setSwitch({ providerNo: 'H1', singleResult: true, mostReminders: 1 }, '经办', 0);
    // a drug and a diagnosis that are both a man's
    const both = (encounter: string) =>
      JSON.parse(JSON.stringify(visit(encounter, '2', [order('R1', DRUG), order('R2', DRUG)])).replace('R51.x00', 'N40.x00'));
    const asked = async () => (await send('3101', both('MS'))).answer.output.result;
    // what is set elsewhere is seen within the second
    await vi.waitFor(async () => expect(Array.isArray(await asked())).toBe(false), { timeout: 3000, interval: 100 });
    expect(await asked()).toMatchObject({ sev_deg: '1', judge_result_detail_dtos: [{ vola_item_type: '1' }, {}] });
    expect((await send('3101', visit('MS2', '1', [order('R1', DRUG)]))).answer.output.result).toEqual([]);
    await keys.setSwitch({ providerNo: 'H1', singleResult: false, mostReminders: 1 }, '经办', 1);
    await vi.waitFor(async () => expect(await asked()).toHaveLength(1), { timeout: 3000, interval: 100 });
    await keys.setSwitch({ providerNo: 'H1', singleResult: false, mostReminders: null }, '经办', 2);
    await vi.waitFor(async () => expect(await asked()).toHaveLength(2), { timeout: 3000, interval: 100 });
  });

  test('a body that is too large: an envelope that says so', async () => {
    const { answer } = await raw(`{"infno":"3101","x":"${'x'.repeat(17 * 2 ** 20)}"}`);
    expect(answer).toMatchObject({ infcode: -1, err_msg: '报文超过 16 MB', output: null });
  });
});

describe('3103', () => {
  test('a reason is kept, and the same order is not reminded of again', async () => {
    const first = (await send('3101', visit('M6', '2', [order('R1', DRUG)]))).answer.output.result[0].jr_id;
    const warns = (rows: object[]) => ({ data: { warn_type: '1', warns: rows } });
    expect((await send('3103', warns([{ warn_rslt_id: first, dspo_way: '1' }]))).answer).toMatchObject({ infcode: -1, output: null });
    expect((await send('3103', warns([{ warn_rslt_id: 'A0-1', dspo_way: '2' }]))).answer.err_msg).toContain('A0-1');
    expect((await send('3103', warns([{ warn_rslt_id: first, dspo_way: '1', dspo_way_rea: '说明书外用药已备案' }]))).answer).toMatchObject({
      infcode: 0,
    });
    expect((await send('3101', visit('M6', '2', [order('R1', DRUG)]))).answer.output.result).toEqual([]);
    // another order of the encounter is another matter
    expect((await send('3101', visit('M6', '2', [order('R9', DRUG)]))).answer.output.result).toHaveLength(1);
    const kept = () => home.db.selectFrom('auditFeedback').select(['reminderId', 'disposition', 'reason']).execute();
    const said = [{ reminderId: first, disposition: '1', reason: '说明书外用药已备案' }];
    await vi.waitFor(async () => expect(await kept()).toEqual(said), { timeout: 5000, interval: 20 });
  });
});

describe('a reminder worth reading', () => {
  const warns = (rows: object[]) => ({ data: { warn_type: '1', warns: rows } });
  const results = async (input: unknown) => (await send('3101', input)).answer.output.result;

  test('one sentence that names the item, the limit and the value; the basis with its documents', async () => {
    const [reminder] = await results(visit('MW0', '2', [order('R1', DRUG)]));
    // item 非那雄胺片, limit 男性, value 女
    expect(reminder.vola_cont).toMatch(/^「非那雄胺片」限男性使用[^。]*女。$/);
    expect(reminder.vola_evid).toMatch(/《.+》/);
  });

  test('the same sentence about two orders is one reminder with both and their amounts; answered, both are silent', async () => {
    const two = visit('MW1', '2', [order('R1', DRUG), order('R2', DRUG)]);
    const [reminder, ...others] = await results(two);
    expect(others).toEqual([]);
    expect(reminder.vola_amt).toBe('126.00');
    expect(reminder.judge_result_detail_dtos.map((detail: { rx_id: string; vola_amt: string }) => [detail.rx_id, detail.vola_amt])).toEqual(
      [
        ['R1', '63.00'],
        ['R2', '63.00'],
      ],
    );
    await send('3103', warns([{ warn_rslt_id: reminder.jr_id, dspo_way: '1', dspo_way_rea: '已备案' }]));
    expect(await results(two)).toEqual([]);
    // a third box is another matter, and only the third
    const third = await results(visit('MW1', '2', [order('R1', DRUG), order('R2', DRUG), order('R3', DRUG)]));
    expect(third).toHaveLength(1);
  });

  test('the gravest first; the other order is told by its name, which the doctor knows, and not by its number', async () => {
    const of = (name: string) => ({ hilist_name: name, extend_order_map: { o_prdDays: '7' } });
    const orders = [
      order('RX-901', 'XC10AAA313A001010190058', { ...of('辛伐他汀片'), sumamt: '900.00', pric: '450.00' }),
      order('RX-902', 'XJ02ACA314E001010190065', of('伏立康唑片')),
      order('RX-903', DRUG, of('非那雄胺片')),
    ];
    const said = await results(visit('MW4', '2', orders));
    const degrees = said.map((row: { sev_deg: string }) => row.sev_deg);
    expect(degrees).toEqual([...degrees].sort());
    // certain beside something suspected that is worth much more
    expect(said[0].vola_cont).toContain('非那雄胺片');
    const together = said.find((row: { rule_name: string }) => row.rule_name === '药品相互作用');
    expect(together.vola_cont).toMatch(/^「辛伐他汀片」.*「伏立康唑片」/);
    expect(said.map((row: { vola_cont: string }) => row.vola_cont).join()).not.toContain('RX-90');
  });

  test('about the visit itself: not repeated once answered with a reason; going back to change it answers nothing', async () => {
    const input = visit('MW2', '2', [order('R1', 'OTHER')]);
    const [encounter] = input.data.patient_dtos[0]?.fsi_encounter_dtos ?? [];
    (encounter as { fsi_diagnose_dtos: object[] }).fsi_diagnose_dtos = [{ dise_id: '1', maindise_flag: '1', dise_codg: 'N40.x00' }];
    const [first] = await results(input);
    expect(first).toMatchObject({ rule_name: '诊断与患者性别不符', judge_result_detail_dtos: [{ rx_id: '' }] });
    await send('3103', warns([{ warn_rslt_id: first.jr_id, dspo_way: '2' }]));
    const [again] = await results(input);
    await send('3103', warns([{ warn_rslt_id: again.jr_id, dspo_way: '1', dspo_way_rea: '登记有误，已改' }]));
    expect(await results(input)).toEqual([]);
  });

  test('another person under the same number of an encounter is reminded', async () => {
    const [first] = await results(visit('MW3', '2', [order('R1', DRUG)]));
    await send('3103', warns([{ warn_rslt_id: first.jr_id, dspo_way: '1', dspo_way_rea: '已备案' }]));
    const other = JSON.parse(JSON.stringify(visit('MW3', '2', [order('R1', DRUG)])).replace('"patn_id":"P1"', '"patn_id":"P2"'));
    expect(await results(other)).toHaveLength(1);
  });
});

describe('sign-in', () => {
  test('a number to sign in with, good for one signing out', async () => {
    const { answer } = await send('9001', { signIn: { opter_no: '0001', mac: '00', ip: '10.0.0.1' } });
    const { sign_no: number, sign_time: at } = answer.output.signinoutb;
    expect(at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect((await send('9002', { signOut: { sign_no: number, opter_no: '0001' } })).answer).toMatchObject({ infcode: 0 });
    expect((await send('9002', { signOut: { sign_no: number, opter_no: '0001' } })).answer).toMatchObject({ infcode: -1 });
  });
});

describe('what cannot be answered', () => {
  test.each([
    ['cut JSON', '{"infno":"3101","input":{'],
    ['no object', '[1,2]'],
    ['no number', '{"msgid":"1"}'],
    ['another message', '{"infno":"9999","input":{}}'],
    ['no input', '{"infno":"3101"}'],
    ['an input of another kind', '{"infno":"3101","input":"text"}'],
  ])('%s: an envelope that says why', async (_, raw) => {
    const { status, answer } = await send('', undefined, '/x', raw);
    expect(status).toBe(200);
    expect(answer.infcode).toBe(-1);
    expect(answer.err_msg).not.toBe('');
    expect(answer.output).toBeNull();
    expect(answer.inf_refmsgid).toMatch(/^\d{30}$/);
    expect(answer.refmsg_time).toMatch(/^\d{17}$/);
  });

  test('every message that names a known number is accounted for', async () => {
    await send('3101', visit('M7', '2', [order('R1', DRUG)]), undefined, undefined, 'MSG-M7');
    const find = () => home.db.selectFrom('interfaceCall').selectAll().where('msgid', '=', 'MSG-M7').execute();
    // accounts are written in groups, soon after the answer
    await vi.waitFor(async () => expect(await find()).toHaveLength(1), { timeout: 3000, interval: 20 });
    const [last] = await find();
    expect(last).toMatchObject({ infno: '3101', providerNo: 'H1', outcome: 'answered', reminders: 1 });
    expect(last?.milliseconds).toBeGreaterThan(0);
  });
});

test('an edition that is changed speaks at once: a retired rule reminds nobody', async () => {
  const input = () => visit(`M${Math.random()}`, '2', [order('R1', DRUG)]);
  expect((await send('3101', input())).answer.output.result).toHaveLength(1);
  const retired = await app.inject({
    method: 'POST',
    url: '/api/rules/drug-sex/editions/1/retire',
    payload: { by: '科长', why: '试验' },
    headers: { 'content-type': 'application/json' },
  });
  expect(retired.statusCode).toBeLessThan(300);
  // within the second
  for (let wait = 0; wait < 60; wait += 1) {
    if ((await send('3101', input())).answer.output.result.length === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect.fail('the retired rule still speaks');
});
