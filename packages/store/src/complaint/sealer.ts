// Seals what must stay secret at rest: AES-256-GCM with a key of the home's own.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Sealer } from '@hengjian/workflows';

const IV = 12;
const TAG = 16;

/**
 * The key stands in `keys/reporter.key` of the home, readable by its owner only, and is made on first use. Whoever loses it loses every
 * sealed identity: it belongs into the backup, but not beside the database's.
 */
export function sealerOf(folder: string): Sealer {
  const key = keyOf(path.join(folder, 'keys'));
  return {
    seal(bytes, about) {
      const iv = randomBytes(IV);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(about));
      return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, about) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV)).setAAD(Buffer.from(about));
      decipher.setAuthTag(sealed.subarray(sealed.length - TAG));
      return Buffer.concat([decipher.update(sealed.subarray(IV, sealed.length - TAG)), decipher.final()]);
    },
  };
}

function keyOf(folder: string): Buffer {
  const file = path.join(folder, 'reporter.key');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  try {
    // two processes at once: the first to create it wins, the other reads it
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  if (key.length !== 32) throw new Error(`${file}：密钥应为 64 位十六进制`);
  return key;
}
