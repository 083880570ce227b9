// A bar as a PNG of our own making: flat rectangles, no text, no font, the same in Word, WPS and LibreOffice.
import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [number, number, number];
export const colours = {
  track: [228, 233, 240],
  good: [46, 125, 92],
  middling: [201, 138, 30],
  poor: [190, 62, 55],
  unknown: [164, 172, 184],
} as const satisfies Record<string, Colour>;
export type Tone = Exclude<keyof typeof colours, 'track'>;

function chunk(name: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

/** Parts of a whole (0…1 each, from the left) on a grey track. */
export function barPng(parts: readonly { share: number; tone: Tone }[], width = 480, height = 26): Uint8Array {
  const row = Buffer.alloc(1 + width * 3);
  let from = 0;
  const edges = parts.map(({ share, tone }) => {
    from += Math.max(0, share);
    return { until: Math.round(Math.min(1, from) * width), tone };
  });
  for (let x = 0; x < width; x += 1) {
    const colour = colours[edges.find(({ until }) => x < until)?.tone ?? 'track'];
    row.set(colour, 1 + x * 3);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: height }, () => row)))),
    chunk('IEND', new Uint8Array()),
  ]);
}
