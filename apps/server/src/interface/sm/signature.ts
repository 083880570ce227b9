/**
 * SM2 signatures (GB/T 32918.2) and public keys in the forms that clients write them: bytes as hex or Base64, the two numbers r and s
 * side by side, with `04` before them (Liaoning), or as DER.
 */
import { sm2 } from 'sm-crypto-v2';

/** GB/T 32918.5: the user id where the parties agreed on none. */
export const DEFAULT_USER_ID = '1234567812345678';

const bytesOf = (text: string): Buffer =>
  /^(?:[0-9a-f]{2})+$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text.replaceAll('-', '+').replaceAll('_', '/'), 'base64');

/** r and s as 128 hex digits; undefined where the text is no signature. */
export function signatureOf(text: string): string | undefined {
  const bytes = bytesOf(text.replace(/\s/g, ''));
  if (bytes.length === 64) return bytes.toString('hex');
  if (bytes.length === 65 && bytes[0] === 4) return bytes.subarray(1).toString('hex');
  return bytes[0] === 0x30 ? fromDer(bytes) : undefined;
}

/** SEQUENCE { INTEGER r, INTEGER s }, both short: at most 33 bytes each. */
function fromDer(bytes: Buffer): string | undefined {
  if (bytes[1] !== bytes.length - 2 || bytes[2] !== 2) return undefined;
  const rLength = bytes[3] ?? 0;
  const sAt = 4 + rLength;
  if (bytes[sAt] !== 2 || sAt + 2 + (bytes[sAt + 1] ?? 0) !== bytes.length) return undefined;
  const numbers = [bytes.subarray(4, sAt), bytes.subarray(sAt + 2)].map((part) =>
    part
      .toString('hex')
      .replace(/^(00)+/, '')
      .padStart(64, '0'),
  );
  return numbers.every((number) => number.length === 64) ? numbers.join('') : undefined;
}

/** The point as `04` and 128 hex digits, from hex, Base64, or a PEM or DER SubjectPublicKeyInfo (whose last 65 bytes it is). */
export function publicKeyOf(text: string): string | undefined {
  const bytes = bytesOf(text.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''));
  const point = bytes.length === 64 ? Buffer.concat([Buffer.of(4), bytes]) : bytes.subarray(-65);
  if (point.length !== 65 || point[0] !== 4) return undefined;
  const hex = point.toString('hex');
  try {
    return sm2.verifyPublicKey(hex) ? hex : undefined;
  } catch {
    return undefined;
  }
}
