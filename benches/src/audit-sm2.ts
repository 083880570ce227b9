// Messages that carry an SM2 signature of their own, as software that uses no front end sends them: each signed anew, as each is taken once.
import { DEFAULT_USER_ID } from '@hengjian/server/interface/sm/signature.ts';
import { digestOf } from '@hengjian/server/interface/sm/verify.ts';
import { sm2 } from 'sm-crypto-v2';
import { signedRequest } from './audit-home.ts';

export type KeyPair = ReturnType<typeof sm2.generateKeyPairHex>;
export const sm2KeyPair = (): KeyPair => sm2.generateKeyPairHex();

const INPUT = '"input":';
/** The clock of the country, as `inf_time` has it. */
const chinaTime = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The message with its signature and the time it was signed. Some ten milliseconds. */
function signed(text: string, { privateKey, publicKey }: KeyPair): string {
  const input = text.slice(text.indexOf(INPUT) + INPUT.length, -1);
  const digest = Buffer.from(digestOf(input, publicKey, DEFAULT_USER_ID), 'hex');
  const cainfo = sm2.doSignature(digest, privateKey, { hash: false });
  return text
    .replace('"cainfo":""', `"cainfo":"${cainfo}"`)
    .replace('"signtype":""', '"signtype":"SM2"')
    .replace(/"inf_time":"[^"]*"/, `"inf_time":"${chinaTime()}"`);
}

/** Requests made before anything is measured; they are taken for a quarter of an hour. */
export function sm2Requests(bodies: readonly Buffer[], count: number, keys: KeyPair): (readonly Buffer[])[] {
  return Array.from({ length: count }, (_, n) =>
    signedRequest(Buffer.from(signed((bodies[n % bodies.length] as Buffer).toString(), keys))),
  );
}
