// Queries of hospitals' software over a real embedded home: the catalogue, matchings, price limits, code tables.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseDay } from '@hengjian/domain';
import { type Home, importCatalogue, openHome } from '@hengjian/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { interfaceFold } from '../jobs/interface-fold.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-queries-'));
let home: Home;
let app: App;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  app = await createApp({ home });
  await app.ready();
  const day = (text: string) => parseDay(text) as number;
  await importCatalogue(
    home.db,
    [
      { code: 'XA01', name: '示例片剂', validFrom: day('2024-01-01'), validTo: null },
      { code: 'XA02', name: '示例注射液', validFrom: day('2020-01-01'), validTo: day('2023-12-31') },
      { code: '00110', name: '100%示例项目', validFrom: null, validTo: null },
    ],
    '经办',
    'test',
  );
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});
let number = 0;
const ask = async (infno: string, data: object, provider = 'H1') => {
  const payload = JSON.stringify({ infno, msgid: `q${++number}`, fixmedins_code: provider, insuplc_admdvs: '439900', input: { data } });
  const answer = (await app.inject({ method: 'POST', url: '/x', payload, headers: { 'content-type': 'application/json' } })).json();
  return { ...answer, rows: answer.output?.data ?? answer.output?.list };
};

test('1312 and 1316: items by code, name and day, page by page', async () => {
  const all = await ask('1312', { page_num: 1, page_size: 10, updt_time: '2020-01-01' });
  expect(all).toMatchObject({ infcode: 0, err_msg: '' });
  expect(all.rows.map((row: { hilist_code: string }) => row.hilist_code)).toEqual(['00110', 'XA01', 'XA02']);
  expect(all.rows[1]).toMatchObject({
    hilist_name: '示例片剂',
    list_type: '101',
    begndate: '2024-01-01',
    enddate: '',
    insu_admdvs: '439900',
    vali_flag: '1',
    wubi: '',
  });
  expect((await ask('1312', { page_num: 2, page_size: 2 })).rows).toHaveLength(1);
  expect((await ask('1312', { hilist_name: '%示例项' })).rows).toHaveLength(1);
  expect((await ask('1312', { query_date: '2024-06-01' })).rows).toHaveLength(2);
  expect((await ask('1316', { med_list_codg: 'XA02' })).rows).toMatchObject([{ med_list_codg: 'XA02', hilist_code: 'XA02' }]);
  expect((await ask('1312', { hilist_code: 'NONE' })).rows).toEqual([]);
});

test('1317: an institution sees its own matchings, until they are taken back', async () => {
  const match = {
    fixmedins_hilist_id: 'OWN',
    fixmedins_hilist_name: '本院',
    list_type: '101',
    med_list_codg: 'XA01',
    begndate: '2025-01-01',
    enddate: '2099-12-31',
  };
  expect(await ask('3301', [match])).toMatchObject({ infcode: 0 });
  await interfaceFold.run(home, {}, () => {});
  expect((await ask('1317', { page_num: 1, page_size: 10 })).rows).toMatchObject([
    { fixmedins_code: 'H1', medins_list_codg: 'OWN', medins_list_name: '本院', med_list_codg: 'XA01', begndate: '2025-01-01' },
  ]);
  expect((await ask('1317', { page_num: 1, page_size: 10, fixmedins_code: 'H1' }, 'H2')).rows).toEqual([]);
  await ask('3302', { fixmedins_hilist_id: 'OWN', list_type: '101', med_list_codg: 'XA01' });
  await interfaceFold.run(home, {}, () => {});
  expect((await ask('1317', {})).rows).toEqual([]);
});

test('1318: limits by class of institution on the day asked, from the knowledge in force', async () => {
  // starter knowledge SK-price-cap-016 and its successor
  const before = await ask('1318', { hilist_code: '001110000010000', query_date: '2025-03-01' });
  expect(before.rows.map((row: Record<string, string>) => [row.hilist_lmtpric_type, row.hilist_pric_uplmt_amt])).toEqual([
    ['1', '20.000000'],
    ['2', '45.000000'],
    ['3', '60.000000'],
  ]);
  const after = await ask('1318', { hilist_code: '001110000010000', query_date: '2025-08-01', hilist_lmtpric_type: '3' });
  expect(after.rows).toMatchObject([{ hilist_pric_uplmt_amt: '50.000000', begndate: '2025-07-01' }]);
});

test('1319 has nothing to tell; 1901 lists a table, or says which there are', async () => {
  expect(await ask('1319', { hilist_code: 'XA01' })).toMatchObject({ infcode: 0, output: { data: [] } });
  expect((await ask('1901', { type: 'gend' })).rows).toContainEqual(
    expect.objectContaining({ type: 'gend', value: '2', label: '女', valiFlag: '1' }),
  );
  const unknown = await ask('1901', { type: 'constructor' });
  expect(unknown).toMatchObject({ infcode: -1, output: null });
  expect(unknown.err_msg).toContain('gend');
});
