import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { bytesOf, giveBack, TooBig } from './body.ts';

const sent = (...pieces: Buffer[]): IncomingMessage =>
  Object.assign(Readable.from(pieces), { complete: true }) as unknown as IncomingMessage;
const alone = (text: string): Buffer => {
  const bytes = Buffer.from(new ArrayBuffer(Buffer.byteLength(text)));
  bytes.write(text);
  return bytes;
};

describe('bytes of a message', () => {
  test('come whole however they were cut, and their pieces are given back', async () => {
    const pieces = [alone('{"a":'), alone('"衡鉴"'), alone('}')];
    expect((await bytesOf(sent(...pieces), 100, 1000)).toString()).toBe('{"a":"衡鉴"}');
    expect(pieces.map(({ length }) => length)).toEqual([0, 0, 0]);
    const one = alone('{}');
    expect((await bytesOf(sent(one), 100, 1000)).toString()).toBe('{}');
    expect(one.toString()).toBe('{}');
    await expect(bytesOf(sent(alone('123'), alone('456')), 5, 1000)).rejects.toThrow(TooBig);
  });

  test('that share their memory with others stay', () => {
    const memory = alone('ours and theirs');
    const ours = memory.subarray(0, 4);
    giveBack(ours);
    expect(memory.toString()).toBe('ours and theirs');
    giveBack(memory);
    expect(memory.length).toBe(0);
    giveBack(memory);
    giveBack(Buffer.alloc(0));
  });
});
