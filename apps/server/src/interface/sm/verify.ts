import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import { signatureOf } from './signature.ts';

/** What a worker is asked: whether one of the public keys signed the text under its user id. */
export interface Question {
  readonly text: string;
  readonly signature: string;
  readonly keys: readonly { readonly publicKey: string; readonly userId: string }[];
}

/** Order of the curve's base point (GB/T 32918.5): r and s lie below it and above nought, which the library does not ask. */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const within = (digits: string): boolean => {
  const number = BigInt(`0x${digits}`);
  return number > 0n && number < ORDER;
};

/** The SM3 that SM2 signs: of Z (curve, user id, public key) and the message. */
export const digestOf = (text: string, publicKey: string, userId: string): string =>
  createHash('sm3').update(sm2.getZ(publicKey, userId)).update(text, 'utf8').digest('hex');

/** Number of the key that signed, -1 where none did. Some three milliseconds a key. */
export function signedBy({ text, signature, keys }: Question): number {
  const numbers = signatureOf(signature);
  if (!numbers || !within(numbers.slice(0, 64)) || !within(numbers.slice(64))) return -1;
  return keys.findIndex(({ publicKey, userId }) => {
    try {
      return sm2.doVerifySignature(Buffer.from(digestOf(text, publicKey, userId), 'hex'), numbers, publicKey, { hash: false });
    } catch {
      return false; // the sum of r and s is nought
    }
  });
}
