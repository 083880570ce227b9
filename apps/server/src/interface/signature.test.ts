// Expected signatures are worked out with another tool (openssl) from the formulas of the reference, and stand here as literals.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Home, keyStoreOf, openHome } from '@hengjian/store';
import { sm2 } from 'sm-crypto-v2';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiSignature, type Gate, gateOf, xTifSignature } from './signature.ts';
import { openVerifier } from './sm/verifier.ts';

const scratch = mkdtempSync(path.join(os.tmpdir(), 'hengjian-signature-'));
let home: Home;
let gate: Gate;
const verifier = openVerifier(1);
beforeAll(async () => {
  home = await openHome(path.join(scratch, 'home'));
  const keys = keyStoreOf(home.db);
  await keys.add({ keyId: 'front1', scheme: 'x-tif', providerNo: 'H1', secret: 's3cret' }, '经办', 0);
  await keys.add({ keyId: 'AK1', scheme: '_api_', providerNo: '*', secret: 'key2' }, '经办', 0);
  await keys.trust('10.1.2.0/24', '前置机网段', '经办', 0);
  gate = gateOf(keys, { verifier });
});
afterAll(async () => {
  await verifier.close();
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

describe('SM2 in cainfo', () => {
  const [old, next] = [sm2.generateKeyPairHex(), sm2.generateKeyPairHex()];
  const input = '{"data":{"trig_scen":"5"}}';
  // NOW is 10:00:00 of 2 March 2025 in China
  const message = (privateKey: string, more: { sentAt?: string; inputText?: () => string; providerNo?: string; userId?: string } = {}) => ({
    providerNo: 'H7',
    signatureKind: 'SM2',
    sentAt: '2025-03-02 10:00:00',
    inputText: () => input,
    signature: Buffer.from(sm2.doSignature(input, privateKey, { hash: true, ...(more.userId && { userId: more.userId }) }), 'hex').toString(
      'base64',
    ),
    ...more,
  });
  beforeAll(() => keyStoreOf(home.db).add({ keyId: 'H7-2024', scheme: 'SM2', providerNo: 'H7', secret: old.publicKey }, '经办', 0));

  test('is taken once, for its institution; another text, another key, another clock are not', async () => {
    const sent = message(old.privateKey);
    expect(await gate.admit({}, ELSEWHERE, NOW, sent)).toEqual({ ok: true, providerNo: 'H7' });
    expect(await gate.admit({}, ELSEWHERE, NOW, sent)).toMatchObject({ error: '同一签名已经使用过' });
    expect(await gate.admit({}, ELSEWHERE, NOW, { ...message(old.privateKey), inputText: () => input.replace('5', '4') })).toMatchObject({
      error: '签名不一致',
    });
    expect(await gate.admit({}, ELSEWHERE, NOW, message(next.privateKey))).toMatchObject({ error: '签名不一致' });
    const late = message(old.privateKey, { sentAt: '2025-03-02 09:44:59' });
    expect(await gate.admit({}, ELSEWHERE, NOW, late)).toMatchObject({ ok: false });
    expect(await gate.admit({}, ELSEWHERE, NOW, { ...late, sentAt: '2025-03-02 09:45:00' })).toMatchObject({ ok: true });
    expect(await gate.admit({}, ELSEWHERE, NOW, message(old.privateKey, { sentAt: '' }))).toMatchObject({ ok: false });
  });

  test('a copy is refused also after a restart', async () => {
    const sent = message(old.privateKey);
    expect(await gate.admit({}, ELSEWHERE, NOW, sent)).toMatchObject({ ok: true });
    const restarted = gateOf(keyStoreOf(home.db), { verifier });
    expect(await restarted.admit({}, ELSEWHERE, NOW + 600, sent)).toMatchObject({ error: '同一签名已经使用过' });
  });

  test('the key changes over without a stop; its user id may be the institution’s own', async () => {
    const keys = keyStoreOf(home.db);
    await keys.add({ keyId: 'H7-2025', scheme: 'SM2', providerNo: 'H7', secret: next.publicKey, userId: 'clinic-7' }, '经办', 1);
    expect(await gate.admit({}, ELSEWHERE, NOW, message(old.privateKey))).toMatchObject({ ok: true });
    expect(await gate.admit({}, ELSEWHERE, NOW, message(next.privateKey, { userId: 'clinic-7' }))).toMatchObject({ ok: true });
    expect(await gate.admit({}, ELSEWHERE, NOW, message(next.privateKey))).toMatchObject({ ok: false });
    await keys.end('SM2', 'H7-2024', '经办', 2);
    expect(await gate.admit({}, ELSEWHERE, NOW, message(old.privateKey))).toMatchObject({ error: '签名不一致' });
    expect(await gate.admit({}, ELSEWHERE, NOW, message(next.privateKey, { userId: 'clinic-7' }))).toMatchObject({ ok: true });
  });

  test('a signature that is there is checked also where none is asked; other people’s cainfo is passed over', async () => {
    const wrong = message(old.privateKey);
    expect(await gate.admit({}, '127.0.0.1', NOW, wrong)).toMatchObject({ ok: false });
    expect(await gate.admit({}, '127.0.0.1', NOW, { ...wrong, signatureKind: 'PRCSSC' })).toMatchObject({ ok: true });
    expect(await gate.admit({}, '127.0.0.1', NOW, { ...wrong, providerNo: 'H8' })).toMatchObject({ ok: true });
    expect(await gate.admit({}, ELSEWHERE, NOW, { ...wrong, providerNo: 'H8' })).toMatchObject({ ok: false });
  });
});

test('this machine is not trusted where others reach us through it', async () => {
  expect(await gate.admit({ 'x-forwarded-for': '192.168.7.7' }, '127.0.0.1', NOW)).toMatchObject({ ok: false });
  const open = gateOf(keyStoreOf(home.db), { trustLoopback: false });
  expect(await open.admit({}, '127.0.0.1', NOW)).toMatchObject({ ok: false });
});
