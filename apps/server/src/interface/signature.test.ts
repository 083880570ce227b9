// Expected signatures are worked out with another tool (openssl) from the formulas of the reference, and stand here as literals.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Home, keyStoreOf, openHome } from '@hengjian/store';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiSignature, type Gate, gateOf, xTifSignature } from './signature.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-signature-'));
let home: Home;
let gate: Gate;
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  const keys = keyStoreOf(home.db);
  await keys.add({ keyId: 'front1', scheme: 'x-tif', providerNo: 'H1', secret: 's3cret' }, '经办', 0);
  await keys.add({ keyId: 'AK1', scheme: '_api_', providerNo: '*', secret: 'key2' }, '经办', 0);
  await keys.trust('10.1.2.0/24', '前置机网段', '经办', 0);
  gate = gateOf(keys);
});
afterAll(async () => {
  await home?.close();
  rmSync(scratch, { recursive: true, force: true });
});

const NOW = 1_740_880_800;
const xTif = (more: Record<string, string> = {}) => {
  const headers = { 'x-tif-paasid': 'front1', 'x-tif-timestamp': String(NOW), 'x-tif-nonce': 'n-1', ...more };
  return {
    ...headers,
    'x-tif-signature': more['x-tif-signature'] ?? xTifSignature(headers['x-tif-timestamp'], 's3cret', headers['x-tif-nonce']),
  };
};
const api = (timestamp: string) => ({
  _api_name: '3101',
  _api_version: '1.0.0',
  _api_timestamp: timestamp,
  _api_access_key: 'AK1',
  _api_signature: apiSignature({ name: '3101', version: '1.0.0', timestamp, key: 'AK1' }, 'key2'),
});
const ELSEWHERE = '192.168.7.7';

test('both formulas', () => {
  // printf '1740880800s3cretn-11740880800' | openssl dgst -sha256
  expect(xTifSignature('1740880800', 's3cret', 'n-1')).toBe('02d20bd2c8ca173dd8f40aea9cd555c905e9fe7ab731fcde9d4d459c43636d39');
  // printf '_api_access_key=AK1&_api_name=3101&_api_timestamp=1740880800000&_api_version=1.0.0' | openssl dgst -sha1 -hmac key2 -binary | base64
  expect(apiSignature({ name: '3101', version: '1.0.0', timestamp: '1740880800000', key: 'AK1' }, 'key2')).toBe(
    'CLdtKbBfB4qMnDXLq7NcPR6pYHI=',
  );
});

test('a signed message is admitted once, for its institution', async () => {
  expect(await gate.admit(xTif(), ELSEWHERE, NOW)).toEqual({ ok: true, providerNo: 'H1' });
  expect(await gate.admit(xTif(), ELSEWHERE, NOW + 5)).toMatchObject({ ok: false, error: '同一签名已经使用过' });
  expect(await gate.admit(xTif({ 'x-tif-nonce': 'n-2' }), ELSEWHERE, NOW)).toMatchObject({ ok: true });
  expect(await gate.admit(api(`${NOW}000`), ELSEWHERE, NOW)).toEqual({ ok: true, providerNo: '*' });
  expect(await gate.admit(api(String(NOW)), ELSEWHERE, NOW)).toMatchObject({ ok: true });
});

test('a wrong signature, an unknown key, a clock that is off', async () => {
  expect(await gate.admit(xTif({ 'x-tif-nonce': 'n-3', 'x-tif-signature': 'f'.repeat(64) }), ELSEWHERE, NOW)).toMatchObject({
    error: '签名不一致',
  });
  expect(await gate.admit(xTif({ 'x-tif-paasid': 'front2' }), ELSEWHERE, NOW)).toMatchObject({ ok: false });
  expect(await gate.admit(xTif({ 'x-tif-nonce': 'n-4' }), ELSEWHERE, NOW + 15 * 60)).toMatchObject({ ok: true });
  expect(await gate.admit(xTif({ 'x-tif-nonce': 'n-5' }), ELSEWHERE, NOW + 15 * 60 + 1)).toMatchObject({ ok: false });
  expect(await gate.admit(api(String(NOW - 1801)), ELSEWHERE, NOW)).toMatchObject({ ok: false });
});

test('without a signature only this machine and trusted addresses', async () => {
  expect(await gate.admit({}, '127.0.0.1', NOW)).toEqual({ ok: true, providerNo: '*' });
  expect(await gate.admit({}, '10.1.2.77', NOW)).toMatchObject({ ok: true });
  expect(await gate.admit({}, '::ffff:10.1.2.77', NOW)).toMatchObject({ ok: true });
  expect(await gate.admit({}, '10.1.3.1', NOW)).toMatchObject({ ok: false });
});

test('keys change over without a stop: two stand side by side, the old one ends', async () => {
  const keys = keyStoreOf(home.db);
  const signed = (id: string, secret: string, nonce: string) =>
    xTif({ 'x-tif-paasid': id, 'x-tif-nonce': nonce, 'x-tif-signature': xTifSignature(String(NOW), secret, nonce) });
  expect(await keys.add({ keyId: 'front1b', scheme: 'x-tif', providerNo: 'H1', secret: 'new' }, '经办', 0)).toBe(true);
  expect(await keys.add({ keyId: 'front1b', scheme: 'x-tif', providerNo: 'H1', secret: 'other' }, '经办', 0)).toBe(false);
  expect(await gate.admit(signed('front1', 's3cret', 'a'), ELSEWHERE, NOW)).toMatchObject({ ok: true });
  expect(await gate.admit(signed('front1b', 'new', 'b'), ELSEWHERE, NOW)).toMatchObject({ ok: true });
  expect(await keys.end('x-tif', 'front1', '经办', 1)).toBe(true);
  expect(await gate.admit(signed('front1', 's3cret', 'c'), ELSEWHERE, NOW)).toMatchObject({ ok: false });
  expect(await gate.admit(signed('front1b', 'new', 'd'), ELSEWHERE, NOW)).toMatchObject({ ok: true });
});
