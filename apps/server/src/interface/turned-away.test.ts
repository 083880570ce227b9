// Who is refused at the door is counted: over a real embedded home, through the interface itself.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Home, keyStoreOf, openHome, turnedAwayStoreOf } from '@hengjian/store';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { App } from '../api.ts';
import { createApp } from '../app.ts';
import { xTifSignature } from './signature.ts';
import { turnedAwayCounts } from './turned-away.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-turned-away-'));
let home: Home;
let app: App;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  await keyStoreOf(home.db).add({ keyId: 'front1', scheme: 'x-tif', providerNo: 'H1', secret: 's3cret' }, '经办', 0);
  app = await createApp({ home });
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const HERE = '127.0.0.1';
const HOSPITAL = '10.7.7.7';
const message = (infno: string, providerNo: string) => JSON.stringify({ infno, msgid: 'm', fixmedins_code: providerNo, input: {} });
const send = async (remoteAddress: string, payload: string, headers: Record<string, string> = {}) =>
  (await app.inject({ method: 'POST', url: '/x', payload, headers, remoteAddress })).json();
const signed = (nonce: string, secret = 's3cret', id = 'front1', seconds = Math.floor(Date.now() / 1000)) => ({
  'x-tif-paasid': id,
  'x-tif-timestamp': String(seconds),
  'x-tif-nonce': nonce,
  'x-tif-signature': xTifSignature(String(seconds), secret, nonce),
});

test('by address, institution and reason; nothing of the message; a call of the table is none of them', async () => {
  await send(HERE, '{"infno":"3101", 张三 330100199001011234');
  await send(HERE, '{"infno":"3101", 李四');
  await send(HERE, '{"msgid":"m"}');
  await send(HERE, message('9999', 'H1'));
  await send(HERE, message('3103', 'H1')); // refused, but a call: its account says so
  await send(HOSPITAL, message('3101', 'H1'));
  await send(HOSPITAL, message('3101', 'H1'), signed('n1', 'wrong'));
  await send(HOSPITAL, message('3101', 'H1'), signed('n2', 'wrong'));
  await send(HOSPITAL, message('3101', 'H1'), signed('n3', 's3cret', 'nobody'));
  await send(HOSPITAL, message('3101', 'H1'), signed('n4', 's3cret', 'front1', Math.floor(Date.now() / 1000) - 3600));
  await send(HOSPITAL, message('3101', 'H2'), signed('n5'));
  await send(HOSPITAL, '{', signed('n6'));
  const again = signed('n7');
  await send(HOSPITAL, message('9001', 'H1'), again);
  await send(HOSPITAL, message('9001', 'H1'), again);
  const expected = [
    [HERE, '', 'notJson', 2],
    [HERE, '', 'noInfno', 1],
    [HERE, '', 'unknownMessage', 1],
    [HOSPITAL, '', 'noSignature', 1],
    [HOSPITAL, 'H1', 'badSignature', 2],
    [HOSPITAL, '', 'unknownKey', 1],
    [HOSPITAL, 'H1', 'staleSignature', 1],
    [HOSPITAL, 'H1', 'otherProvider', 1],
    [HOSPITAL, 'H1', 'notJson', 1],
    [HOSPITAL, 'H1', 'repeated', 1],
  ];
  type Row = { address: string; providerNo: string; reason: string; count: number };
  const asked = async (query: string): Promise<{ rows: unknown[][]; total: { calls: number } }> => {
    const { turnedAway, total } = (await app.inject({ url: `/api/interface/traffic?period=day${query}` })).json();
    return { rows: turnedAway.map((row: Row) => [row.address, row.providerNo, row.reason, row.count]), total };
  };
  await vi.waitFor(
    async () => {
      const { rows, total } = await asked('');
      expect(rows.map(String).sort()).toEqual(expected.map(String).sort());
      expect(total.calls).toBe(2); // 3103 and the first 9001
    },
    { timeout: 20_000 },
  );
  expect((await asked('&provider=H1')).rows.map(String).sort()).toEqual(
    expected
      .filter(([, providerNo]) => providerNo === 'H1')
      .map(String)
      .sort(),
  );
}, 30_000);

test('records that are away lose none; beyond five hundred in an hour addresses are one row; another hour begins anew', async () => {
  const store = turnedAwayStoreOf(home.db);
  let [away, now] = [true, 3600 * 1000];
  const counts = turnedAwayCounts({ ...store, add: (rows) => (away ? Promise.reject(new Error('away')) : store.add(rows)) }, () => now);
  for (let n = 0; n < 600; n += 1) counts.note(`10.0.${n >> 8}.${n & 255}`, 'noSignature');
  await counts.keep();
  expect((await store.since(now)).filter(({ lastAt }) => lastAt === now)).toEqual([]);
  away = false;
  counts.note('::ffff:10.0.0.1', 'noSignature');
  counts.note('10.0.0.1', 'noSignature');
  await counts.keep();
  now += 3600;
  counts.note('10.9.9.9', 'tooBig');
  await counts.keep();
  const rows = await home.db.selectFrom('turnedAway').selectAll().where('hour', '<=', now).execute();
  expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(603);
  expect(rows.filter(({ address }) => address === '')).toMatchObject([{ hour: now - 3600, count: 100 }]);
  expect(rows.find(({ address }) => address === '10.0.0.1')).toMatchObject({ count: 3 });
  expect(rows.find(({ hour }) => hour === now)).toMatchObject({ address: '10.9.9.9', reason: 'tooBig', count: 1 });
});
