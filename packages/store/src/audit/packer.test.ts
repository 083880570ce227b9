import { randomBytes } from 'node:crypto';
import { zstdDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openPacker } from './packer.ts';

/** Of every length about the room of the compressor (64 KB), some that pack well and some that do not. */
const messages = Array.from({ length: 300 }, (_, n) => {
  const length = [2048, 53_000, 65_536, 70_001, 400_000][n % 5] as number;
  return n % 3 === 0 ? randomBytes(length) : Buffer.from(`${n} 阿莫西林胶囊 `.repeat(Math.ceil(length / 22)));
});
const isOf = (frame: Buffer | undefined, message: Buffer | undefined) =>
  frame !== undefined && zstdDecompressSync(frame).equals(message as Buffer);

test('each message is a frame of its own, which stays as it is while others are packed', () => {
  const packer = openPacker();
  const frames = messages.map((message) => packer.pack(message));
  for (const [n, frame] of frames.entries()) expect(isOf(frame, messages[n]), String(n)).toBe(true);
  packer.close();
});

test('what comes after its end finds another compressor; nothing of one message gets into the next', () => {
  const packer = openPacker();
  packer.pack(messages[1] as Buffer);
  packer.close();
  expect(() => packer.pack(undefined as never)).toThrow();
  for (const message of messages.slice(0, 10)) expect(isOf(packer.pack(message), message)).toBe(true);
  packer.close();
});
