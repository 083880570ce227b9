import { randomBytes } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPacker } from './packer.ts';

/** Of every length about the room of the compressor (64 KB), some that pack well and some that do not. */
const messages = Array.from({ length: 300 }, (_, n) => {
  const length = [2048, 53_000, 65_536, 70_001, 400_000][n % 5] as number;
  return n % 3 === 0 ? randomBytes(length) : Buffer.from(`${n} 阿莫西林胶囊 `.repeat(Math.ceil(length / 22)));
});

test('each message is a frame of its own, however many are asked for at once', async () => {
  const packer = openPacker();
  const frames = await Promise.all(messages.map((message) => packer.pack(message)));
  for (const [n, frame] of frames.entries()) expect(zstdDecompressSync(frame).equals(messages[n] as Buffer), String(n)).toBe(true);
  packer.close();
});

test('what was asked for is packed, though the compressor is gone; what comes later finds another', async () => {
  const packer = openPacker();
  const asked = messages.slice(0, 20).map((message) => packer.pack(message));
  packer.close();
  asked.push(...messages.slice(20, 40).map((message) => packer.pack(message)));
  for (const [n, frame] of (await Promise.all(asked)).entries())
    expect(zstdDecompressSync(frame).equals(messages[n] as Buffer), String(n)).toBe(true);
  packer.close();
});

test('a frame that was begun when the compressor goes is made anew, not cut off', async () => {
  const long = randomBytes(8 * 2 ** 20);
  for (const delay of [1, 5, 10, 20]) {
    const packer = openPacker();
    const asked = packer.pack(long);
    await new Promise((resolve) => setTimeout(resolve, delay));
    packer.close();
    expect(zstdDecompressSync(await asked).equals(long), `after ${delay} ms`).toBe(true);
  }
});
