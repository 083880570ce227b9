// `input` as clients send it: an object, an object written as a text, or enciphered by SM4.
import type { Request } from '@hengjian/catalog/interfaces/envelope.ts';
import { rawValueOf } from '@hengjian/catalog/interfaces/raw-input.ts';
import type { KeyStore } from '@hengjian/store';
import { decipher, encipher, sm4KeyOf } from './sm/sm4.ts';
import { type Refused, turnAway } from './turned-away.ts';

export type OpenedInput =
  | {
      ok: true;
      input: unknown;
      /** The text that a signature of `input` is over; looked for only where there is such a signature. */
      inputText: () => string;
      /** Enciphers an answer as the request was. */
      seal?: (text: string) => string;
    }
  | Refused;

/** A key that fits proves itself by what comes out: JSON. Old and new keys of an institution may stand side by side. */
export async function openInput(keys: KeyStore, { input, cipher, providerNo }: Request, text: string): Promise<OpenedInput> {
  if (typeof input !== 'string') return { ok: true, input, inputText: () => rawValueOf(text, 'input') ?? '' };
  const plain = input.trimStart();
  if (!/^sm4$/i.test(cipher) && (plain === '' || plain.startsWith('{'))) return { ok: true, input: parsed(plain), inputText: () => input };
  for (const { secret } of await keys.ofProvider('SM4', providerNo)) {
    const key = sm4KeyOf(secret);
    const opened = key && decipher(input, key);
    if (!key || opened === undefined) continue;
    const value = parsed(opened);
    if (value !== undefined) return { ok: true, input: value, inputText: () => opened, seal: (answer) => encipher(answer, key) };
  }
  return turnAway('badCipher');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
