// 国密 against the examples printed in the standards: GB/T 32905 (SM3), GB/T 32907 (SM4), GB/T 32918.5 (SM2, its own user id).
import { createCipheriv, createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_USER_ID, publicKeyOf, signatureOf } from './signature.ts';
import { decipher, encipher, sm4KeyOf } from './sm4.ts';
import { openVerifier } from './verifier.ts';
import { digestOf, signedBy } from './verify.ts';

const hex = (text: string) => text.replace(/\s/g, '').toLowerCase();
/** GB/T 32918.5 annex A.2: curve of the standard, message "message digest". */
const standard = {
  privateKey: hex('3945208F 7B2144B1 3F36E38A C6D39F95 88939369 2860B51A 42FB81EF 4DF7C5B8'),
  x: hex('09F9DF31 1E5421A1 50DD7D16 1E4BC5C6 72179FAD 1833FC07 6BB08FF3 56F35020'),
  y: hex('CCEA490C E26775A5 2DC6EA71 8CC1AA60 0AED05FB F35E084A 6632F607 2DA9AD13'),
  z: hex('B2E14C5C 79C6DF5B 85F4FE7E D8DB7A26 2B9DA7E0 7CCB0EA9 F4747B8C CDA8A4F3'),
  e: hex('F0B43E94 BA45ACCA ACE692ED 534382EB 17E6AB5A 19CE7B31 F4486FDF C0D28640'),
  r: hex('F5A03B06 48D2C463 0EEAC513 E1BB81A1 5944DA38 27D5B741 43AC7EAC EEE720B3'),
  s: hex('B1B6AA29 DF212FD8 763182BC 0D421CA1 BB9038FD 1F7F42D4 840B69C4 85BBC1AA'),
};
const publicKey = `04${standard.x}${standard.y}`;

test('SM3: both examples of GB/T 32905', () => {
  const sm3 = (text: string) => createHash('sm3').update(text).digest('hex');
  expect(sm3('abc')).toBe(hex('66c7f0f4 62eeedd9 d1f2d46b dc10e4e2 4167c487 5cf2f7a2 297da02b 8f4ba8e0'));
  expect(sm3('abcd'.repeat(16))).toBe(hex('debe9ff9 2275b8a1 38604889 c18e5a4d 6fdb70e5 387e5765 293dcba3 9c0c5732'));
});

describe('SM4', () => {
  const block = Buffer.from('0123456789abcdeffedcba9876543210', 'hex');

  test('the example of GB/T 32907: one block', () => {
    const cipher = createCipheriv('sm4-ecb', block, null).setAutoPadding(false);
    expect(Buffer.concat([cipher.update(block), cipher.final()]).toString('hex')).toBe('681edf34d206965e86b3e94f536e4246');
  });

  test('bodies: Base64 of ECB with PKCS#7, hex is read as well; another key gives nothing', () => {
    const key = sm4KeyOf('0123456789abcdeffedcba9876543210') as Buffer;
    // printf '{"data":{"甲":"𠮷"}}' | openssl enc -sm4-ecb -K 0123456789abcdeffedcba9876543210 -base64
    const text = '{"data":{"甲":"𠮷"}}';
    const sealed = encipher(text, key);
    expect(sealed).toBe('+lw9z++7eRDtHYbpHa8jupHnlPLOyptKOjp+KrXm7o0=');
    expect(decipher(sealed, key)).toBe(text);
    expect(decipher(Buffer.from(sealed, 'base64').toString('hex').toUpperCase(), key)).toBe(text);
    expect(decipher(sealed, sm4KeyOf('fedcba98765432100123456789abcdef') as Buffer)).toBeUndefined();
    expect(decipher('not base64!', key)).toBeUndefined();
    expect(sm4KeyOf('short')).toBeUndefined();
    expect(sm4KeyOf('sixteen-signs-ok')).toHaveLength(16);
  });
});

describe('SM2', () => {
  const signature = standard.r + standard.s;
  const ask = (text: string, sent: string, keys = [{ publicKey, userId: DEFAULT_USER_ID }]) => ({ text, signature: sent, keys });

  test('the example of GB/T 32918.5: Z, e, and that its signature is taken', () => {
    expect(Buffer.from(sm2.getZ(publicKey, DEFAULT_USER_ID)).toString('hex')).toBe(standard.z);
    expect(digestOf('message digest', publicKey, DEFAULT_USER_ID)).toBe(standard.e);
    expect(signedBy(ask('message digest', signature))).toBe(0);
  });

  test('another text, another user id, another key, a number out of range: not taken', () => {
    expect(signedBy(ask('message digests', signature))).toBe(-1);
    expect(signedBy(ask('message digest', signature, [{ publicKey, userId: 'clinic' }]))).toBe(-1);
    expect(signedBy(ask('message digest', signature, [{ publicKey: sm2.generateKeyPairHex().publicKey, userId: DEFAULT_USER_ID }]))).toBe(
      -1,
    );
    expect(signedBy(ask('message digest', '0'.repeat(128)))).toBe(-1);
    expect(signedBy(ask('message digest', 'f'.repeat(128)))).toBe(-1);
    expect(signedBy(ask('message digest', ''))).toBe(-1);
  });

  test('every form that clients write', () => {
    const der = (text: string, id?: string) =>
      sm2.doSignature(text, standard.privateKey, { hash: true, der: true, ...(id && { userId: id }) });
    expect(signatureOf(Buffer.from(signature, 'hex').toString('base64'))).toBe(signature);
    expect(signatureOf(`04${signature}`)).toBe(signature);
    expect(signatureOf(signature.toUpperCase())).toBe(signature);
    expect(signedBy(ask('{"甲":1}', der('{"甲":1}')))).toBe(0);
    expect(signedBy(ask('{"甲":1}', Buffer.from(der('{"甲":1}'), 'hex').toString('base64')))).toBe(0);
    expect(
      signedBy(
        ask('x', der('x', 'clinic'), [
          { publicKey, userId: DEFAULT_USER_ID },
          { publicKey, userId: 'clinic' },
        ]),
      ),
    ).toBe(1);
    for (const odd of ['30', '3044', '3006020100', 'zz', '04']) expect(signatureOf(odd)).toBeUndefined();
  });

  test('public keys: hex with and without 04, Base64, PEM; a point that is not on the curve is none', () => {
    const point = Buffer.from(publicKey, 'hex');
    const head = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
    const pem = `-----BEGIN PUBLIC KEY-----\n${Buffer.concat([head, point]).toString('base64')}\n-----END PUBLIC KEY-----\n`;
    for (const form of [publicKey, publicKey.slice(2).toUpperCase(), point.toString('base64'), pem])
      expect(publicKeyOf(form)).toBe(publicKey);
    expect(publicKeyOf(`04${standard.x}${standard.x}`)).toBeUndefined();
    expect(publicKeyOf('secret')).toBeUndefined();
  });
});

describe('in workers', () => {
  const verifier = openVerifier(1, 30);
  afterAll(() => verifier.close());

  test('the same answers, while this thread goes on; too many at once are turned away', async () => {
    const question = { text: 'message digest', signature: standard.r + standard.s, keys: [{ publicKey, userId: DEFAULT_USER_ID }] };
    expect(await verifier.signer(question)).toBe(0);
    let [turns, done] = [0, false];
    const count = () => {
      turns += 1;
      if (!done) setImmediate(count);
    };
    setImmediate(count);
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => verifier.signer(i % 2 ? question : { ...question, text: 'other' })),
    );
    done = true;
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(10);
    answers.slice(0, 30).forEach((answer, i) => {
      expect(answer).toBe(i % 2 ? 0 : -1);
    });
    // had the signatures been checked here, this thread would have turned once a signature at most
    expect(turns).toBeGreaterThan(200);
  });
});
