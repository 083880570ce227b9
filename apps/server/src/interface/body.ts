// Bytes of a request → its text and JSON. UTF-8, or GBK as the DLL channel sends it: what is no UTF-8 is read as GB 18030.
import { isUtf8 } from 'node:buffer';
import type { IncomingMessage } from 'node:http';

export interface Body {
  /** As they came. */
  readonly bytes: Buffer;
  readonly text: string;
  /** undefined where the text is no JSON. */
  readonly json: unknown;
  /** The client speaks GBK: its answer keeps to ASCII, which is the same in both. */
  readonly gbk: boolean;
  /** Lets go of what was read: a request is held by its connection until the next one comes. */
  forget(): void;
}

export class TooBig extends Error {}
export class TooSlow extends Error {}

/**
 * Gives the memory of bytes back that nobody reads any more. It lies beside the heap: what two collections of young objects found in use
 * (a message that waited) is else kept until the next full collection, and for so many bytes V8 makes one after the other. Bytes that share
 * their memory with others stay.
 */
export function giveBack(bytes: Uint8Array): void {
  if (bytes.buffer instanceof ArrayBuffer && bytes.byteLength > 0 && bytes.byteLength === bytes.buffer.byteLength) bytes.buffer.transfer(0);
}

/** Nobody waits for the end of more than this many times what is taken. */
const PATIENCE = 16;

/**
 * The bytes of a request. What is larger than `most` is read to its end and thrown away, so that the sender hears why: whoever is cut
 * off while sending reads no answer. What takes longer than `patienceMs` is not waited for. Throws TooBig and TooSlow.
 */
export function bytesOf(sent: IncomingMessage, most: number, patienceMs: number): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const late = setTimeout(() => reject(new TooSlow()), patienceMs);
  let [size, pieces]: [number, Buffer[]] = [0, []];
  sent.on('data', (piece: Buffer) => {
    size += piece.length;
    if (size <= most) pieces.push(piece);
    else pieces = [];
    if (size > most * PATIENCE) {
      reject(new TooBig());
      sent.destroy();
    }
  });
  sent.on('end', () => {
    if (size > most) reject(new TooBig());
    else resolve(pieces.length === 1 ? (pieces[0] as Buffer) : Buffer.concat(pieces, size));
    if (pieces.length > 1) pieces.forEach(giveBack);
    pieces = [];
  });
  sent.on('error', reject);
  sent.on('close', () => sent.complete || reject(new Error('the sender went away')));
  return promise.finally(() => clearTimeout(late));
}

const gb18030 = new TextDecoder('gb18030');

/**
 * Read when it is first asked for: what another thread answers is not read here. A class, since getters of an object literal are kept by a
 * hidden class of its own, which lives until the next full collection, and the whole message with it.
 */
class LazyBody implements Body {
  readonly bytes: Buffer;
  readonly #contentType: string;
  #read: Read | undefined;

  constructor(bytes: Buffer, contentType: string) {
    this.bytes = bytes;
    this.#contentType = contentType;
  }
  #now(): Read {
    this.#read ??= readNow(this.bytes, this.#contentType);
    return this.#read;
  }
  get text(): string {
    return this.#now().text;
  }
  get json(): unknown {
    return this.#now().json;
  }
  get gbk(): boolean {
    return this.#now().gbk;
  }
  forget(): void {
    this.#read = undefined;
  }
}

export const readBody = (bytes: Buffer, contentType = ''): Body => new LazyBody(bytes, contentType);

type Read = Pick<Body, 'text' | 'json' | 'gbk'>;
function readNow(bytes: Buffer, contentType: string): Read {
  const gbk = /charset="?gb/i.test(contentType) || !isUtf8(bytes);
  const decoded = gbk ? gb18030.decode(bytes) : bytes.toString('utf8');
  const text = decoded.charCodeAt(0) === 0xfeff ? decoded.slice(1) : decoded;
  return { text, json: parsed(text), gbk };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer as text, every sign beyond ASCII written `\uXXXX` for a client that does not read UTF-8. */
export const asciiJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
