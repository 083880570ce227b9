// What the pages 接口 and 接口联调 ask: over a real home, with calls made through the interface itself.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Home, openHome } from '@hengjian/store';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-interface-console-'));
/** Accounts come into the records behind the answers. */
const FOLLOWED = { timeout: 20_000 };
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

const visit = (n: number) => ({
  data: {
    trig_scen: '5',
    patient_dtos: {
      patn_id: `P${n}`,
      gend: '2',
      brdy: '1970-01-02',
      curr_mdtrt_id: `M${n}`,
      fsi_encounter_dtos: {
        mdtrt_id: `M${n}`,
        medins_id: 'H1',
        medins_lv: '2',
        med_type: '11',
        insutype: '310',
        adm_date: '2025-03-02',
        fsi_diagnose_dtos: [{ dise_id: '1', maindise_flag: '1', dise_codg: 'R51.x00' }],
        fsi_order_dtos: [
          {
            rx_id: 'R1',
            hilist_type: '101',
            hilist_code: 'XG04CBA170A001010190027',
            cnt: 2,
            pric: 31.5,
            sumamt: 63,
            drord_begn_date: '2025-03-02',
          },
        ],
      },
    },
  },
});
const send = async (infno: string, providerNo: string, input: unknown) =>
  (
    await app.inject({ method: 'POST', url: '/x', payload: JSON.stringify({ infno, msgid: 'm', fixmedins_code: providerNo, input }) })
  ).json();
const traffic = async (query = '') => (await app.inject({ url: `/api/interface/traffic${query}` })).json();
const check = async (text: string) => (await app.inject({ method: 'POST', url: '/api/interface/check', payload: { text } })).json();

test('calls, reminders and what became of them, by institution and rule', async () => {
  const jr = async (n: number, providerNo: string) => (await send('3101', providerNo, visit(n))).output.result[0].jr_id as string;
  const feedback = (id: string, way: string, reason: string) =>
    send('3103', 'HA', { data: { warn_type: '1', warns: [{ warn_rslt_id: id, dspo_way: way, dspo_way_rea: reason }] } });
  const [first, second, third] = [await jr(1, 'HA'), await jr(2, 'HA'), await jr(3, 'HB')];
  await feedback(first, '2', '');
  await feedback(second, '1', '已备案');
  // the last word counts
  await feedback(first, '1', '已备案');
  await feedback(third, '2', '');
  await send('3101', 'HB', {});
  const all = await vi.waitFor(async () => {
    const said = await traffic('?period=hour');
    expect(said.total.calls).toBe(8);
    return said;
  }, FOLLOWED);
  expect(all.total).toMatchObject({ calls: 8, refused: 1, failed: 0, reminders: 3 });
  expect(all.total.p50).toBeLessThanOrEqual(all.total.p99);
  expect(all.points.reduce((sum: number, point: { calls: number }) => sum + point.calls, 0)).toBe(8);
  expect(all.byRule).toEqual([{ ruleId: 'drug-sex', title: '药品区分性别使用', given: 3, accepted: 1, overridden: 2, amountFen: 18900 }]);
  expect(
    all.byProvider.map((row: { providerNo: string; given: number; accepted: number }) => [row.providerNo, row.given, row.accepted]),
  ).toEqual([
    ['HA', 2, 0],
    ['HB', 1, 1],
  ]);
  expect(all.byMessage.map((row: { infno: string; calls: number }) => [row.infno, row.calls])).toEqual([
    ['3101', 4],
    ['3103', 4],
  ]);
  expect(all.reasons).toEqual([{ reason: '已备案', count: 2 }]);
  const own = await traffic('?period=hour&provider=HB&rule=drug-sex');
  expect(own.total).toMatchObject({ calls: 2, refused: 1 });
  expect(own.byRule).toMatchObject([{ given: 1, accepted: 1 }]);
  expect((await traffic('?period=hour&rule=none')).byRule).toEqual([]);
});

test('a message field by field: what was understood, what is missing, too long or unknown', async () => {
  const input = JSON.parse(JSON.stringify(visit(9)));
  const order = input.data.patient_dtos.fsi_encounter_dtos.fsi_order_dtos[0];
  Object.assign(order, { cnt: '两盒', rxno: 'x'.repeat(21), hilistName: '药', qty: 3 });
  const said = await check(JSON.stringify({ infno: '3101', msgid: 'm', input }));
  expect(said).toMatchObject({ problem: null, infno: '3101', title: '明细审核事前分析服务' });
  const fields = said.rows.find((row: { path: string }) => row.path.includes('fsi_order_dtos')).fields as { name: string }[];
  const field = (name: string) => fields.find((one) => one.name === name);
  expect(field('cnt')).toMatchObject({ type: 'N6,2', understood: null, remark: 'notNumber', required: true });
  expect(field('rxno')).toMatchObject({ remark: 'tooLong' });
  // a national drug code is no mistake
  expect(field('hilist_code')).toMatchObject({ understood: 'XG04CBA170A001010190027', remark: null });
  expect(field('pric')).toMatchObject({ understood: '31.5', remark: null });
  expect(field('hilist_name')).toMatchObject({ understood: '药' });
  expect(field('drord_begn_date')).toMatchObject({ understood: '2025-03-02 00:00:00', remark: null });
  expect(field('spec')).toMatchObject({ understood: null, remark: 'missing' });
  expect(said.unknownKeys).toEqual(['data.patient_dtos.fsi_encounter_dtos.fsi_order_dtos.qty']);
  expect(said.absent.map(({ zh }: { zh: string }) => zh)).toContain('手术操作信息');
  const head = said.envelope.find(({ name }: { name: string }) => name === 'fixmedins_code');
  expect(head).toMatchObject({ understood: '', required: true });
});

test('what is no message, and one that is not taken', async () => {
  expect((await check('{')).problem).toBe('报文不是有效的 JSON：第 1 行第 2 个字符起读不下去，报文到此中断');
  expect((await check('{\n "infno": true,\n "input": }')).problem).toBe('报文不是有效的 JSON：第 3 行第 11 个字符起读不下去（「}」）');
  expect((await check('{\n "infno": 3101 "msgid"')).problem).toBe('报文不是有效的 JSON：第 2 行第 16 个字符起读不下去（「"msgid"」）');
  expect((await check('{}')).problem).toContain('infno');
  expect((await check('{"infno":"9999"}')).problem).toContain('9999');
  expect((await check('{"infno":"3101","input":"aGVsbG8="}')).problem).toContain('加密');
});

test('the OpenAPI document: every message, and every reference leads somewhere', async () => {
  const document = (await app.inject({ url: '/api/interface/openapi.json' })).json();
  expect(document.openapi).toBe('3.1.0');
  const { schemas } = document.components;
  const references = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name as string);
  expect(references.length).toBeGreaterThan(20);
  for (const name of references) expect(schemas[name], name).toBeDefined();
  const orders = schemas['request-3101'].properties.input.anyOf[0].properties.data.anyOf[0].properties.patient_dtos;
  expect(orders.anyOf[0].items.properties.patn_id).toMatchObject({ maxLength: 50 });
  expect(schemas['answer-3101'].properties.output.anyOf[0].properties.result).toMatchObject({
    type: 'array',
    items: { properties: { jr_id: { type: 'string', maxLength: 40 } } },
  });
});
