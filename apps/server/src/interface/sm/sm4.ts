/**
 * SM4 bodies (GB/T 32907), ECB with PKCS#7 as Jilin's platform has it (reference §1.6): `input` and `output` are the Base64 of the
 * enciphered JSON.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto';

/** Sixteen bytes, from as many signs or 32 hex digits; undefined otherwise. */
export function sm4KeyOf(text: string): Buffer | undefined {
  if (/^[0-9a-f]{32}$/i.test(text)) return Buffer.from(text, 'hex');
  const bytes = Buffer.from(text, 'utf8');
  return bytes.length === 16 ? bytes : undefined;
}

export function encipher(text: string, key: Buffer): string {
  const cipher = createCipheriv('sm4-ecb', key, null);
  return Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]).toString('base64');
}

/** undefined where the key does not fit. */
export function decipher(sent: string, key: Buffer): string | undefined {
  const plain = sent.trim();
  const bytes = Buffer.from(plain, /^(?:[0-9a-f]{2})+$/i.test(plain) ? 'hex' : 'base64');
  try {
    const cipher = createDecipheriv('sm4-ecb', key, null);
    const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
    return new TextDecoder('utf-8', { fatal: true }).decode(text);
  } catch {
    return undefined;
  }
}
